import type { TokenAgency } from "../../credentials/token-agency.ts";
import type { StaffSession } from "../../http/env.ts";
import { EmptyState } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { Field } from "../../http/page/field.tsx";
import { PageTurns } from "../../http/page/pagination.tsx";
import { Table } from "../../http/page/table.tsx";
import type { TurnedPage } from "../../kernel/keyset.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { agenciesHome, agencyAddress } from "./addresses.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly agencies: TurnedPage<TokenAgency, string>;
  readonly search: string;
  readonly isFirst: boolean;
}

/** The agencies that the central office issues seats to, by name. */
export function AgenciesPage({ page, staff, agencies, search, isFirst }: Props) {
  const words = page.words.credentials.letters.office;
  return (
    <ConsoleLayout page={page} staff={staff} current="tokenAgencies" title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form class="stack" method="get" action={agenciesHome} role="search">
        <Field name="q" label={words.search} type="search" value={search} maxlength={100} />
        <ButtonGroup>
          <Button kind="secondary">{words.searchYes}</Button>
          {search === "" ? null : (
            <ButtonLink kind="quiet" href={agenciesHome}>
              {words.searchAll}
            </ButtonLink>
          )}
        </ButtonGroup>
      </form>
      {agencies.rows.length === 0 ? (
        <EmptyState title={search === "" ? words.none : words.empty} icon="people">
          {search === "" ? null : <p>{words.emptyNext}</p>}
        </EmptyState>
      ) : (
        <Rows page={page} agencies={agencies} />
      )}
      <PageTurns
        page={page}
        turned={agencies}
        isFirst={isFirst}
        placeText={(id) => id}
        href={(at) => `${agenciesHome}?${new URLSearchParams({ ...withSearch(search), ...at }).toString()}`}
      />
    </ConsoleLayout>
  );
}

function Rows({ page, agencies }: Pick<Props, "page" | "agencies">) {
  const words = page.words.credentials.letters.office;
  return (
    <Table
      caption={words.title}
      rows={agencies.rows}
      columns={[
        { title: words.agency, cell: (agency) => nameIn(agency, page.language) },
        { title: words.seats, cell: ({ seats }) => seats, figures: true },
        { title: words.held, cell: ({ held }) => held, figures: true },
        {
          title: words.actions,
          cell: ({ id }) => <ButtonLink href={agencyAddress(id)}>{words.open}</ButtonLink>,
        },
      ]}
    />
  );
}

function withSearch(search: string): Readonly<Record<string, string>> {
  return search === "" ? {} : { q: search };
}
