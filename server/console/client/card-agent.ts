import { cardAgentOrigin } from "../../visits/card-reading.ts";

export const cardAgentRefusals = [
  "no_agent",
  "blocked",
  "no_reader",
  "no_card",
  "bad_answer",
  "timeout",
] as const;
export type CardAgentRefusal = (typeof cardAgentRefusals)[number];

export type CardAgentAnswer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: CardAgentRefusal };

/** A reader that is plugged in, and whether a card is in it. */
export interface Reader {
  readonly name: string;
  readonly hasCard: boolean;
}

/** What the chip told, as texts; what the agent left out is "". */
export type Reading = Readonly<Record<string, string>>;

const listMs = 3_000;
const readMs = 20_000;

/** The readers on this machine. An agent that answers 418 has none. */
export async function listReaders(): Promise<CardAgentAnswer<readonly Reader[]>> {
  const answer = await ask("/api/smartcard/terminals", listMs);
  if (!answer.ok) return answer;
  if (!Array.isArray(answer.value)) return { ok: false, refusal: "bad_answer" };
  const readers = answer.value.flatMap((entry: unknown) => {
    const { terminalName, isPresent } = entry as { terminalName?: unknown; isPresent?: unknown };
    return typeof terminalName === "string" ? [{ name: terminalName, hasCard: isPresent === true }] : [];
  });
  return readers.length === 0 ? { ok: false, refusal: "no_reader" } : { ok: true, value: readers };
}

/** Reads the card and its person's rights; with the photo on the chip when asked for, which takes longer. */
export async function readCard(photo: boolean, reader: string): Promise<CardAgentAnswer<Reading>> {
  const query = new URLSearchParams({
    readImageFlag: String(photo),
    ...(reader ? { terminalName: reader } : {}),
  });
  return readingOf(await ask(`/api/smartcard/read?${query.toString()}`, readMs));
}

/** Reads the chip alone, without asking anybody for rights: a test that leaves nothing anywhere. */
export async function readChip(): Promise<CardAgentAnswer<Reading>> {
  return readingOf(await ask("/api/smartcard/read-card-only?readImageFlag=false", readMs));
}

function readingOf(answer: CardAgentAnswer<unknown>): CardAgentAnswer<Reading> {
  if (!answer.ok) return answer;
  const { value } = answer;
  if (typeof value !== "object" || value === null || !("pid" in value))
    return { ok: false, refusal: "bad_answer" };
  const texts = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return { ok: true, value: Object.fromEntries(texts) };
}

/** Asks the agent. It says 418 without a reader and 500 without a card; not running looks like a broken network. */
async function ask(path: string, milliseconds: number): Promise<CardAgentAnswer<unknown>> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), milliseconds);
  try {
    const response = await fetch(`${cardAgentOrigin}${path}`, { signal: stop.signal, credentials: "omit" });
    if (response.status === 418) return { ok: false, refusal: "no_reader" };
    if (response.status === 500) return { ok: false, refusal: "no_card" };
    if (!response.ok) return { ok: false, refusal: "bad_answer" };
    return await response.json().then(
      (value: unknown) => ({ ok: true, value }) as const,
      () => ({ ok: false, refusal: "bad_answer" }) as const,
    );
  } catch {
    if (stop.signal.aborted) return { ok: false, refusal: "timeout" };
    return { ok: false, refusal: (await isBlocked()) ? "blocked" : "no_agent" };
  } finally {
    clearTimeout(timer);
  }
}

/** From 142 on Chrome asks its user before a page may reach this machine, from 145 on under a name of its own. */
const permissions = ["loopback-network", "local-network-access"] as const;

/** True when the browser's user said no to pages like this one. A browser that knows no such question said nothing. */
export async function isBlocked(): Promise<boolean> {
  for (const name of permissions) {
    const asked = { name } as unknown as PermissionDescriptor;
    const answer = await navigator.permissions.query(asked).catch(() => null);
    if (answer?.state === "denied") return true;
  }
  return false;
}
