import type { Citizen } from "../../kernel/actor.ts";
import type { Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { checkNewPin, parsePin, type Pin, type PinTextRefusal, type WeakPinRefusal } from "../pin.ts";
import { findPerson } from "../store/person.ts";
import { findPhone } from "../store/phone.ts";

export type NewPinRefusal = PinTextRefusal | WeakPinRefusal;

/** Judges the PIN a citizen chooses against what is known of them. Refuses what is no PIN, and a weak one. */
export async function judgeNewPin(
  ports: Ports,
  actor: Citizen,
  text: string,
): Promise<Result<Pin, NewPinRefusal>> {
  const pin = parsePin(text);
  if (!pin.ok) return pin;
  return ports.db.as(actor, async (tx) => {
    const person = await findPerson(ports, tx, actor.personId);
    const phone = person && (await findPhone(ports, tx, person));
    return checkNewPin(pin.value, {
      birth: person?.birth ?? null,
      citizenId: person?.citizenId ?? null,
      phone: phone ?? null,
    });
  });
}
