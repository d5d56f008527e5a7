import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { formatDay } from "../../kernel/thai-date.ts";
import type { CheckedCode } from "../../visits/code-check.ts";
import type { Verdict } from "../../visits/code-verdict.ts";
import { nameIn } from "../../visits/names.ts";
import { formatServiceCode } from "../../visits/service-code.ts";
import { markPath } from "./paths.ts";

export interface Shown {
  readonly verdict: Verdict;
  /** What was posted, to be posted again with the mark. */
  readonly text: string;
  /** Null: there is none, or none of this facility's. */
  readonly found: CheckedCode | null;
}

/** What a code is worth, for a page without a script. */
export function Checked({ page, verdict, text, found }: Shown & { readonly page: PageContext }) {
  const words = page.words.codes;
  return (
    <>
      <Banner tone={verdict.tone} title={verdict.title} live>
        {verdict.next}
      </Banner>
      {found ? (
        <Facts
          rows={[
            [words.code, formatServiceCode(found.code)],
            [words.service, nameIn(found.service, page.language)],
            [words.day, formatDay(found.day, page.language)],
          ]}
        />
      ) : null}
      <ButtonGroup>
        {verdict.mayMark ? (
          <form method="post" action={markPath}>
            <input type="hidden" name="text" value={text} />
            <Button icon="check">{words.mark}</Button>
          </form>
        ) : null}
        {found ? <ButtonLink href={`/console/visits/${found.visitId}`}>{words.openVisit}</ButtonLink> : null}
      </ButtonGroup>
    </>
  );
}
