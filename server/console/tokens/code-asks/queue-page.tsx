import { codeAskStates, type CodeAskState, type ListedCodeAsk } from "../../../credentials/code-ask.ts";
import type { StaffSession } from "../../../http/env.ts";
import { EmptyState } from "../../../http/page/banner.tsx";
import { Button, ButtonLink } from "../../../http/page/button.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { PageTurns } from "../../../http/page/pagination.tsx";
import { SelectField } from "../../../http/page/select-field.tsx";
import { Table } from "../../../http/page/table.tsx";
import type { TurnedPage } from "../../../kernel/keyset.ts";
import { makeMomentPlace, type MomentPlace } from "../../../kernel/moment-place.ts";
import { formatMoment } from "../../../kernel/thai-date.ts";
import { nameIn } from "../../../visits/names.ts";
import { ConsoleLayout } from "../../layout.tsx";
import { officeAskAddress, officeAsksPath } from "../../seats/code-asks/paths.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly asks: TurnedPage<ListedCodeAsk, MomentPlace>;
  readonly state: CodeAskState;
  readonly isFirst: boolean;
}

/** The user codes the central office is asked for, those that wait longest first. Nobody is named here. */
export function CodeAskQueuePage({ page, staff, asks, state, isFirst }: Props) {
  const { codeAsks: words, rights, queue } = page.words.credentials;
  return (
    <ConsoleLayout page={page} staff={staff} current="tokenCodeAsks" title={words.queueTitle}>
      <h1>{words.queueTitle}</h1>
      <p class="lead">{words.queueLead}</p>
      <form class="filters" method="get" action={officeAsksPath}>
        <SelectField
          name="state"
          label={words.state}
          options={codeAskStates.map((value) => ({ value, label: words.states[value] }))}
          value={state}
        />
        <Button kind="secondary">{queue.find}</Button>
      </form>
      {asks.rows.length === 0 ? (
        <EmptyState title={words.queueEmpty} icon="shield">
          <p>{words.queueEmptyNext}</p>
        </EmptyState>
      ) : (
        <Table
          caption={words.states[state]}
          rows={asks.rows}
          columns={[
            {
              title: words.madeAt,
              cell: ({ madeAt }) => <span class="nowrap">{formatMoment(madeAt, page.language)}</span>,
              sorted: "ascending",
            },
            { title: words.agency, cell: ({ agency }) => nameIn(agency, page.language) },
            { title: words.right, cell: ({ right }) => rights[right] },
            {
              title: words.userCode,
              cell: ({ userCode }) => <span class="user-code">{userCode ?? words.notYet}</span>,
            },
            {
              title: words.open,
              cell: ({ id }) => <ButtonLink href={officeAskAddress(id)}>{words.open}</ButtonLink>,
            },
          ]}
        />
      )}
      <PageTurns
        page={page}
        turned={asks}
        isFirst={isFirst}
        placeText={makeMomentPlace}
        href={(at) => `${officeAsksPath}?${new URLSearchParams({ state, ...at }).toString()}`}
      />
    </ConsoleLayout>
  );
}
