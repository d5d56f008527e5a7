import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { PostedPageTurns } from "../../http/page/pagination.tsx";
import { Table } from "../../http/page/table.tsx";
import { formatDay } from "../../kernel/thai-date.ts";
import type { PersonHistory } from "../../visits/actions/see-person-history.ts";
import { nameIn } from "../../visits/names.ts";
import { awayNames, awayPlaceText, keptTurn, type HistoryTurns } from "./turns.ts";

interface Props {
  readonly page: PageContext;
  readonly seen: PersonHistory;
  readonly turns: HistoryTurns;
  readonly reason: string;
  readonly faults: readonly SummaryItem[];
}

/** What a person had at other facilities: asked for with a reason, then day, service and facility only. */
export function Elsewhere(props: Props) {
  const { page, seen, turns, reason } = props;
  const words = page.words.find.history;
  const { elsewhere } = seen;
  if (elsewhere === null) return <AskElsewhere {...props} />;
  if (elsewhere.rows.length === 0) {
    return (
      <section class="stack">
        <h2>{words.elsewhere}</h2>
        <p class="lead">{words.elsewhereEmpty}</p>
      </section>
    );
  }
  return (
    <section class="stack">
      <Table
        caption={words.elsewhere}
        rows={elsewhere.rows}
        columns={[
          {
            title: page.words.counter.day,
            cell: ({ day }) => <span class="nowrap">{formatDay(day, page.language)}</span>,
          },
          { title: page.words.counter.service, cell: ({ service }) => nameIn(service, page.language) },
          { title: words.facility, cell: ({ facility }) => nameIn(facility, page.language) },
        ]}
      />
      <PostedPageTurns
        page={page}
        turned={elsewhere}
        placeText={awayPlaceText}
        action="/console/history"
        kept={{ citizenId: seen.citizenId, elsewhere: "1", reason, ...keptTurn(turns, "here") }}
        names={awayNames}
        label={words.elsewhere}
      />
    </section>
  );
}

function AskElsewhere({ page, seen, turns, reason, faults }: Props) {
  const words = page.words.find.history;
  return (
    <form class="card stack" method="post" action="/console/history">
      <h2>{words.elsewhere}</h2>
      <p class="hint">{words.elsewhereLead}</p>
      <input type="hidden" name="citizenId" value={seen.citizenId} />
      <input type="hidden" name="elsewhere" value="1" />
      {Object.entries(keptTurn(turns, "here")).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Field
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        error={faults.find(({ field }) => field === "reason")?.sentence}
        value={reason}
        maxlength={300}
      />
      <Button kind="secondary">{words.show}</Button>
    </form>
  );
}
