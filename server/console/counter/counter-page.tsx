import type { StaffSession } from "../../http/env.ts";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { EntryForm } from "../hand-over/entry-form.tsx";
import { ConsoleLayout } from "../layout.tsx";
import type { Carried } from "./carried.ts";
import { faultAt } from "./typed.ts";
import { CardWay, NumberWay } from "./ways.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly faults: readonly SummaryItem[];
  readonly citizenId: string;
  readonly carried: Carried;
}

/** Where a clerk begins: a card in the reader, a number (F3), or what was handed over from a phone (N15). */
export function CounterPage({ page, staff, faults, citizenId, carried }: Props) {
  const words = page.words.counter;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="counter"
      title={words.title}
      wrong={faults.length > 0}
      scripts={["read-card.js"]}
      data={{ "data-card-words": JSON.stringify(words.cardState) }}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <div class="two-ways">
        <CardWay page={page} carried={carried} />
        <NumberWay
          page={page}
          carried={carried}
          citizenId={citizenId}
          error={faultAt(faults, "citizenId")}
          autofocus={faults.length === 0}
        />
        <EntryForm page={page} />
      </div>
    </ConsoleLayout>
  );
}
