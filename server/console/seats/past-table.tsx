import type { SeatPerson } from "../../credentials/seat-view.ts";
import type { PageContext } from "../../http/page/context.ts";
import { Table } from "../../http/page/table.tsx";
import { WholeName } from "../../http/page/whole-name.tsx";
import { bangkokDay, formatDay } from "../../kernel/thai-date.ts";

/** Who was in a seat before, the latest first, and why they went. */
export function PastTable({ page, past }: { page: PageContext; past: readonly SeatPerson[] }) {
  const { seats: words, parts, notices } = page.words.credentials;
  const day = (at: Date | null, none: string) =>
    at === null ? none : formatDay(bangkokDay(at), page.language);
  if (past.length === 0) {
    return (
      <section class="stack">
        <h2>{words.past}</h2>
        <p class="lead">{words.noPast}</p>
      </section>
    );
  }
  return (
    <Table
      caption={words.past}
      rows={past}
      columns={[
        { title: words.name, cell: ({ name }) => <WholeName>{name}</WholeName> },
        { title: words.part, cell: ({ part }) => parts[part] },
        { title: words.from, cell: ({ liveAt }) => day(liveAt, words.notTaken) },
        { title: words.to, cell: ({ endedAt }) => day(endedAt, "–") },
        {
          title: words.reason,
          cell: ({ endReason }) => (endReason === null ? "–" : notices.ends[endReason]),
        },
      ]}
    />
  );
}
