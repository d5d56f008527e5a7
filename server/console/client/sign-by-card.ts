import { cardAgentOrigin } from "../../visits/card-reading.ts";
import { isBlocked } from "./card-agent.ts";

/** Why a card did not sign: the reader's troubles, and how its PIN stands. */
export const cardSignTroubles = [
  "no_agent",
  "blocked",
  "no_reader",
  "no_card",
  "bad_answer",
  "timeout",
  "cannot_sign",
  "pin_wrong",
  "pin_none",
  "pin_reset",
  "card_dead",
] as const;
export type CardSignTrouble = (typeof cardSignTroubles)[number];

export type CardSignAnswer =
  | { readonly ok: true; readonly certificate: string; readonly signature: string }
  | { readonly ok: false; readonly trouble: CardSignTrouble };

/** How the agent names the state of the PIN after a wrong one, and what is said of it. */
const troubleOfPin: Readonly<Record<string, CardSignTrouble>> = {
  ready: "pin_wrong",
  none: "pin_none",
  reset_needed: "pin_reset",
  card_needed: "card_dead",
};

const signMs = 20_000;

/** Asks the card in this machine's reader to sign a nonce behind its PIN. An agent without such a call answers 404. */
export async function signByCard(nonce: string, pin: string): Promise<CardSignAnswer> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), signMs);
  try {
    const response = await fetch(`${cardAgentOrigin}/api/smartcard/sign`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ nonce, pin }),
      signal: stop.signal,
      credentials: "omit",
    });
    const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    return readAnswer(response.status, answer);
  } catch {
    if (stop.signal.aborted) return { ok: false, trouble: "timeout" };
    return { ok: false, trouble: (await isBlocked()) ? "blocked" : "no_agent" };
  } finally {
    clearTimeout(timer);
  }
}

/** 418 is no reader, 500 no card, 403 the PIN, 404 and 405 an agent that cannot sign. */
function readAnswer(status: number, answer: Readonly<Record<string, unknown>>): CardSignAnswer {
  const { certificate, signature, pin } = answer;
  if (status === 200 && typeof certificate === "string" && typeof signature === "string") {
    return { ok: true, certificate, signature };
  }
  if (status === 403) return { ok: false, trouble: troubleOfPin[String(pin)] ?? "bad_answer" };
  if (status === 404 || status === 405) return { ok: false, trouble: "cannot_sign" };
  if (status === 418) return { ok: false, trouble: "no_reader" };
  return { ok: false, trouble: status === 500 ? "no_card" : "bad_answer" };
}
