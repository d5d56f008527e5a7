import type { StaffSession } from "../../http/env.ts";
import { Button } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { PostedPageTurns } from "../../http/page/pagination.tsx";
import { fullName } from "../../identity/full-name.ts";
import { formatBirthDate } from "../../kernel/birth-date.ts";
import { formatCitizenId } from "../../kernel/citizen-id.ts";
import type { PersonHistory } from "../../visits/actions/see-person-history.ts";
import { ConsoleLayout } from "../layout.tsx";
import { placeText } from "../reports/claim-address.ts";
import { ClaimsTable } from "../reports/claims-table.tsx";
import { Elsewhere } from "./elsewhere.tsx";
import { hereNames, keptTurn, type HistoryTurns } from "./turns.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  /** Null: nobody was asked about yet. */
  readonly seen: PersonHistory | null;
  readonly turns: HistoryTurns;
  readonly typed: { readonly citizenId: string; readonly reason: string };
  readonly faults: readonly SummaryItem[];
}

/** "ประวัติ Authen Code รายบุคคล" (F5). */
export function HistoryPage({ page, staff, seen, turns, typed, faults }: Props) {
  const words = page.words.find.history;
  return (
    <ConsoleLayout page={page} staff={staff} current="history" title={words.title} wrong={faults.length > 0}>
      <ErrorSummary page={page} items={faults} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form class="filters" method="post" action="/console/history">
        <Field
          name="citizenId"
          label={words.citizenId}
          hint={words.citizenIdHint}
          error={faults.find(({ field }) => field === "citizenId")?.sentence}
          value={typed.citizenId}
          inputmode="numeric"
          maxlength={40}
          figures
          autofocus={seen === null && faults.length === 0}
        />
        <Button kind="secondary" icon="person">
          {words.find}
        </Button>
      </form>
      {seen === null ? null : <Seen {...{ page, seen, turns, typed, faults }} />}
    </ConsoleLayout>
  );
}

function Seen(props: { seen: PersonHistory } & Pick<Props, "page" | "turns" | "typed" | "faults">) {
  const { page, seen, turns, typed, faults } = props;
  const words = page.words.find.history;
  const { person } = seen;
  return (
    <>
      <section class="card stack">
        <h2>{words.person}</h2>
        <Facts
          rows={[
            [words.citizenId, formatCitizenId(seen.citizenId)],
            [page.words.counter.name, fullName(person) ?? ""],
            [
              page.words.counter.birth,
              person.birth ? formatBirthDate(person.birth, page.language) : page.words.counter.birthUnknown,
            ],
          ]}
        />
      </section>
      <section class="stack">
        {seen.here.rows.length === 0 ? (
          <>
            <h2>{words.here}</h2>
            <p class="lead">{words.hereEmpty}</p>
          </>
        ) : (
          <ClaimsTable
            page={page}
            claims={seen.here.rows.map((line) => ({ line, person }))}
            caption={words.here}
            opens
            isOfOne
          />
        )}
        <PostedPageTurns
          page={page}
          turned={seen.here}
          placeText={placeText}
          action="/console/history"
          kept={{
            citizenId: seen.citizenId,
            ...(seen.elsewhere ? { elsewhere: "1", reason: typed.reason } : {}),
            ...keptTurn(turns, "elsewhere"),
          }}
          names={hereNames}
          label={words.here}
        />
      </section>
      <Elsewhere page={page} seen={seen} turns={turns} reason={typed.reason} faults={faults} />
    </>
  );
}
