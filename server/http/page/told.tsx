import type { Child } from "hono/jsx";

/** What is told about a field: a hint before, a refusal after. */
export interface ToldAbout {
  readonly name: string;
  readonly hint?: Child | undefined;
  readonly error?: string | undefined;
}

/** Hint and refusal of a field, with the ids that `describedBy` names. */
export function Told({ name, hint, error }: ToldAbout) {
  return (
    <>
      {hint ? (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="refusal" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
    </>
  );
}

/** Ties a field to what is told about it, for screen readers; nothing when nothing is told. */
export function describedBy({ name, hint, error }: ToldAbout): { "aria-describedby"?: string } {
  const ids = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean);
  return ids.length > 0 ? { "aria-describedby": ids.join(" ") } : {};
}
