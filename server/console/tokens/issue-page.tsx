import type { AskedSeat } from "../../credentials/actions/issue-seats.ts";
import type { TokenAgencySeen } from "../../credentials/actions/see-token-agencies.ts";
import type { StaffSession } from "../../http/env.ts";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { Table } from "../../http/page/table.tsx";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { agencyAddress } from "./addresses.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly agency: TokenAgencySeen;
  readonly seats: readonly Required<AskedSeat>[];
}

/** The codes once more before they are issued: they stay with the agency for good. */
export function IssuePage({ page, staff, agency, seats }: Props) {
  const { letters, seats: words, rights } = page.words.credentials;
  const { office } = letters;
  const back = agencyAddress(agency.id);
  return (
    <ConsoleLayout page={page} staff={staff} current="tokenAgencies" title={office.checkTitle} back={back}>
      <h1>{office.checkTitle}</h1>
      <p class="lead">{office.checkLead(nameIn(agency, page.language))}</p>
      <Table
        caption={office.seats}
        rows={seats}
        columns={[
          {
            title: words.userCode,
            cell: ({ code }) => (
              <strong class="user-code" translate="no">
                {code}
              </strong>
            ),
          },
          { title: words.right, cell: ({ right }) => rights[right ?? "other"] },
        ]}
      />
      <form method="post" action={`${back}/issue`}>
        {seats.map(({ code, right }) => (
          <>
            <input type="hidden" name="code" value={code} />
            <input type="hidden" name="right" value={right ?? ""} />
          </>
        ))}
        <ButtonGroup>
          <Button icon="check">{office.yes}</Button>
          <ButtonLink href={back}>{office.no}</ButtonLink>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}
