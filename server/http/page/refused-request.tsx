import { Banner } from "./banner.tsx";
import { ButtonGroup, ButtonLink } from "./button.tsx";
import type { PageContext } from "./context.ts";

interface Props {
  readonly page: PageContext;
  /** The central office's words; undefined: it gave none. */
  readonly reason: string | undefined;
  /** Where the same form opens, to be mended. */
  readonly again: string;
}

/** Why a request was refused, and the next step. */
export function RefusedCard({ page, reason, again }: Props) {
  const words = page.words.credentials.requestPages;
  return (
    <Banner tone="refused" title={words.refusedTitle}>
      <p>{reason ?? words.noReason}</p>
      <p>{words.refusedNext}</p>
      <ButtonGroup>
        <ButtonLink kind="primary" href={again}>
          {words.again}
        </ButtonLink>
      </ButtonGroup>
    </Banner>
  );
}
