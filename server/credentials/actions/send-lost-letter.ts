import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { findLostPhone, saveLostLetter } from "../store/lost-phone.ts";

export type LostLetterRefusal =
  | { readonly kind: "lost_phone_missing" }
  | { readonly kind: "letter_number_empty" }
  | { readonly kind: "letter_number_long" }
  | { readonly kind: "letter_day_ahead" }
  | { readonly kind: "letter_sent_before" };

const longestNumber = 60;

/**
 * The head says that the official letter about a lost phone was sent: its number and date are kept, and the clock stops.
 * Refuses an empty number, a date ahead, a letter that was sent before, and a report of another agency.
 */
export async function sendLostLetter(
  ports: Ports,
  actor: Staff,
  input: { readonly lostPhoneId: string; readonly number: string; readonly dated: BangkokDay },
): Promise<Result<null, LostLetterRefusal>> {
  const number = input.number.trim();
  if (number === "") return refuse({ kind: "letter_number_empty" });
  if (number.length > longestNumber) return refuse({ kind: "letter_number_long" });
  const now = ports.clock.now();
  if (input.dated > bangkokDay(now)) return refuse({ kind: "letter_day_ahead" });
  return ports.db.as(actor, async (tx) => {
    const kept = await findLostPhone(ports, tx, input.lostPhoneId);
    if (kept?.agencyId !== actor.agencyId) return refuse({ kind: "lost_phone_missing" });
    const letter = { letterNumber: number, letterDated: input.dated, letterSentAt: now };
    const saved = await saveLostLetter(tx, kept.id, { ...letter, letterSentBy: actor.staffId });
    if (!saved) return refuse({ kind: "letter_sent_before" });
    await record(ports, tx, { action: "lost_phone.letter_sent", actor, subjectId: kept.id });
    return ok(null);
  });
}
