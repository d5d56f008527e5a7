import type { PageContext } from "./context.ts";

export interface SummaryItem {
  /** Id of the input; none: the refusal is of the whole page. */
  readonly field?: string;
  readonly sentence: string;
  /** What the input is called, where the sentence alone does not tell which it is. */
  readonly label?: string;
}

/** What has to be mended, first on the page and in focus, each item a link to its field in the same words. */
export function ErrorSummary({ page, items }: { page: PageContext; items: readonly SummaryItem[] }) {
  if (items.length === 0) return null;
  return (
    <div class="summary" role="alert" tabindex={-1} autofocus aria-labelledby="summary-title">
      <h2 id="summary-title">{page.words.page.summaryTitle}</h2>
      <ul>
        {items.map(({ field, sentence, label }) => {
          const told = label === undefined ? sentence : `${label}: ${sentence}`;
          return <li>{field ? <a href={`#${field}`}>{told}</a> : told}</li>;
        })}
      </ul>
    </div>
  );
}
