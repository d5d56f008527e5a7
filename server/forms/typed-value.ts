import { isRecord } from "./answer.ts";

/** What was typed at a path of half-filled answers ("owners.0.name"); undefined: nothing. */
export function typedAt(answers: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((within, key) => {
    if (Array.isArray(within)) return (within as readonly unknown[])[Number(key)];
    return isRecord(within) && Object.hasOwn(within, key) ? within[key] : undefined;
  }, answers);
}

/** The same as the text an input shows; a number as its digits, anything else as nothing. */
export function textAt(answers: unknown, path: string): string {
  const value = typedAt(answers, path);
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** The same as a list of texts: what is ticked, or which files. */
export function textsAt(answers: unknown, path: string): readonly string[] {
  const value = typedAt(answers, path);
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}

/** How many items of a group there are. */
export function itemsAt(answers: unknown, path: string): number {
  const value = typedAt(answers, path);
  return Array.isArray(value) ? value.length : 0;
}
