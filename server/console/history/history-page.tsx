import type { StaffSession } from "../../http/env.ts";
import { Button } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { Table } from "../../http/page/table.tsx";
import { fullName } from "../../identity/full-name.ts";
import { formatBirthDate } from "../../kernel/birth-date.ts";
import { formatCitizenId } from "../../kernel/citizen-id.ts";
import { formatDay } from "../../kernel/thai-date.ts";
import type { PersonHistory } from "../../visits/actions/see-person-history.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { ClaimsTable } from "../reports/claims-table.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  /** Null: nobody was asked about yet. */
  readonly seen: PersonHistory | null;
  readonly typed: { readonly citizenId: string; readonly reason: string };
  readonly faults: readonly SummaryItem[];
}

/** "ประวัติ Authen Code รายบุคคล" (F5). */
export function HistoryPage({ page, staff, seen, typed, faults }: Props) {
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
      {seen === null ? null : <Seen page={page} seen={seen} typed={typed} faults={faults} />}
    </ConsoleLayout>
  );
}

function Seen(props: { page: PageContext; seen: PersonHistory } & Pick<Props, "typed" | "faults">) {
  const { page, seen } = props;
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
        <h2>{words.here}</h2>
        {seen.here.length === 0 ? (
          <p class="lead">{words.hereEmpty}</p>
        ) : (
          <ClaimsTable
            page={page}
            claims={seen.here.map((line) => ({ line, person }))}
            total={seen.here.length}
            opens
          />
        )}
      </section>
      <Elsewhere {...props} />
    </>
  );
}

function Elsewhere({
  page,
  seen,
  typed,
  faults,
}: { page: PageContext; seen: PersonHistory } & Pick<Props, "typed" | "faults">) {
  const words = page.words.find.history;
  if (seen.elsewhere === null) {
    return (
      <form class="card stack" method="post" action="/console/history">
        <h2>{words.elsewhere}</h2>
        <p class="hint">{words.elsewhereLead}</p>
        <input type="hidden" name="citizenId" value={seen.citizenId} />
        <input type="hidden" name="elsewhere" value="1" />
        <Field
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          error={faults.find(({ field }) => field === "reason")?.sentence}
          value={typed.reason}
          maxlength={300}
        />
        <Button kind="secondary">{words.show}</Button>
      </form>
    );
  }
  if (seen.elsewhere.length === 0) {
    return (
      <section class="stack">
        <h2>{words.elsewhere}</h2>
        <p class="lead">{words.elsewhereEmpty}</p>
      </section>
    );
  }
  return (
    <Table
      caption={words.elsewhere}
      rows={seen.elsewhere}
      columns={[
        { title: page.words.counter.day, cell: ({ day }) => formatDay(day, page.language) },
        { title: page.words.counter.service, cell: ({ service }) => nameIn(service, page.language) },
        { title: words.facility, cell: ({ facility }) => nameIn(facility, page.language) },
      ]}
    />
  );
}
