/** The parameters of a request, each with its one value. */
export interface Parameters {
  /** The value; null: not sent, or sent empty, which is the same (RFC 6749 3.1). */
  value(name: string): string | null;
  /** Names that were sent more than once; nothing is read from those. */
  readonly twice: ReadonlySet<string>;
}

/** Characters of a whole request: twice what the longest one of ours needs. */
export const longestParameters = 6_000;

/** Reads a query or a posted form; null: it is longer than any that means well. Holds no NUL. */
export function readParameters(text: string): Parameters | null {
  if (text.length > longestParameters) return null;
  const sent = [...new URLSearchParams(text)];
  const count = (name: string) => sent.filter(([each]) => each === name).length;
  const twice = new Set(sent.map(([name]) => name).filter((name) => count(name) > 1));
  const values = new Map(sent.filter(([name]) => !twice.has(name)));
  return { twice, value: (name) => values.get(name)?.replaceAll("\0", "") || null };
}
