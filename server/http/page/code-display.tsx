import type { PageContext } from "./context.ts";

/**
 * A service code to be read across a counter: its groups very large, said digit by digit by a screen reader, with a
 * quiet moving edge that a screenshot does not have. `groups` as `formatServiceCode` splits them.
 */
export function CodeDisplay({
  page,
  groups,
  muted = false,
}: {
  page: PageContext;
  groups: readonly string[];
  muted?: boolean;
}) {
  const spoken = groups.map((group) => [...group].join(" ")).join(", ");
  return (
    <div class={`code${muted ? " muted" : ""}`}>
      <p class="code-groups" role="img" aria-label={page.words.page.codeLabel(spoken)}>
        {groups.map((group) => (
          <span aria-hidden="true">{group}</span>
        ))}
      </p>
    </div>
  );
}
