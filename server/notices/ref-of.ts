/** A reference of a notice by its name; a notice without it is a fault of whoever queued it. */
export function refOf(refs: Readonly<Record<string, unknown>>, name: string): string {
  const value = refs[name];
  if (typeof value !== "string") throw new Error(`a notice without ${name}`);
  return value;
}
