import type { Gate, Staff } from "../../kernel/actor.ts";
import { refuse, type Refusal, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import {
  handOverTries,
  handOverTryMinutes,
  parseHandOverNumber,
  type HandOverNumber,
  type TakeHandOverRefusal,
} from "../hand-over.ts";
import { countTry, uncountTry } from "../store.ts";

const gate: Gate = { kind: "gate" };

/** What any number that is read out may be refused for. */
export type TryNumberRefusal = Exclude<TakeHandOverRefusal, { readonly kind: "hand_over_taken" }>;

/**
 * Takes by a number that a citizen read out (N15): `take` looks it up, and answers "hand_over_missing" for whatever may not
 * be told from a wrong one. Refuses what is no six digits, and anything after five wrong numbers in ten minutes. The try
 * is counted before the number is looked up, and taken back when it was right.
 */
export async function tryNumber<Value, Why extends Refusal>(
  ports: Ports,
  { staffId }: Staff,
  tried: { readonly limit: string; readonly numberText: string },
  take: (number: HandOverNumber, now: Date) => Promise<Result<Value, Why>>,
): Promise<Result<Value, Why | TryNumberRefusal>> {
  const number = parseHandOverNumber(tried.numberText);
  if (!number.ok) return number;
  const now = ports.clock.now();
  const limit = { name: tried.limit, minutes: handOverTryMinutes };
  const tries = await ports.db.as(gate, (tx) => countTry(tx, limit, staffId, now));
  if (tries > handOverTries) {
    return refuse({ kind: "hand_over_limit", tries: handOverTries, minutes: handOverTryMinutes });
  }
  const taken = await take(number.value, now);
  const isRight = taken.ok || taken.refusal.kind !== "hand_over_missing";
  if (isRight) await ports.db.as(gate, (tx) => uncountTry(tx, limit, staffId, now));
  return taken;
}
