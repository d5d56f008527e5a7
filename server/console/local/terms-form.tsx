import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { TextArea } from "../../http/page/text-area.tsx";
import { termsInForce } from "../../identity/terms.ts";
import { bangkokDay, formatDay } from "../../kernel/thai-date.ts";
import { termsLength, type AgencyTerms } from "../../petitions/agency-terms.ts";

/** What stands in the form of terms, as it was typed or is kept. */
export type TermsTyped = Readonly<Record<"textTh" | "textEn", string>>;

interface Props {
  readonly page: PageContext;
  readonly terms: AgencyTerms | null;
  readonly typed: TermsTyped;
  readonly faults: readonly SummaryItem[];
  readonly now: Date;
}

/** The agency's own terms, under the text that everybody accepted before. */
export function TermsForm({ page, terms, typed, faults, now }: Props) {
  const words = page.words.local.terms;
  const error = faults.find(({ field }) => field === "textTh")?.sentence;
  return (
    <form class="card stack" method="post" action="/console/local/terms" id="terms">
      <h2>{words.title}</h2>
      <p class="hint">{words.lead}</p>
      <details class="fold">
        <summary>{words.usual}</summary>
        {page.words.terms[termsInForce(bangkokDay(now))].map(({ title, text }) => (
          <p>
            <strong>{title}</strong> {text}
          </p>
        ))}
      </details>
      <p>
        {terms === null
          ? words.none
          : words.inForce(terms.version, formatDay(bangkokDay(terms.madeAt), page.language))}
      </p>
      <TextArea
        name="textTh"
        label={words.textTh}
        hint={words.textHint}
        value={typed.textTh}
        error={error}
        rows={6}
        maxlength={termsLength}
      />
      <TextArea name="textEn" label={words.textEn} value={typed.textEn} rows={4} maxlength={termsLength} />
      <Button kind="secondary">{words.save}</Button>
    </form>
  );
}
