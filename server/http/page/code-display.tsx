import type { Child } from "hono/jsx";
import type { PageContext } from "./context.ts";

export interface CodeDisplayProps {
  readonly page: PageContext;
  /** As `formatServiceCode` splits the code: PP, 1234, 567, 890. */
  readonly groups: readonly string[];
  /** What a screen reader says around the digits; none: that it is a service code. */
  readonly label?: (spoken: string) => string;
  /** The code is no longer good: struck through, its edge at rest. */
  readonly muted?: boolean;
  /** What stands in the same frame under the code: its QR, until when it is good. */
  readonly children?: Child;
}

/**
 * A code to be read across a counter: its groups very large on two lines, said digit by digit by a screen
 * reader, with a quiet moving edge that a screenshot does not have.
 */
export function CodeDisplay({ page, groups, label, muted = false, children }: CodeDisplayProps) {
  const spoken = groups.map((group) => [...group].join(" ")).join(", ");
  const half = Math.ceil(groups.length / 2);
  const lines = [groups.slice(0, half), groups.slice(half)];
  return (
    <div class={`code${muted ? " muted" : ""}`}>
      <p class="code-groups" role="img" aria-label={(label ?? page.words.page.codeLabel)(spoken)}>
        {lines.map((line) => (
          <span class="code-line" aria-hidden="true">
            {line.map((group) => (
              <span>{group}</span>
            ))}
          </span>
        ))}
      </p>
      {children}
      <div class="code-edge" aria-hidden="true"></div>
    </div>
  );
}
