import { record } from "../../audit/store.ts";
import { finishErasure, forgetContact } from "../../identity/desk/erase-identity.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { erasePetitions } from "../../petitions/desk/erase-petitions.ts";
import { listHeldPetitions } from "../../petitions/store/held.ts";
import type { Ports, Tx } from "../../ports.ts";
import { eraseVisits } from "../../visits/desk/erase-visits.ts";
import { findLatestVisitDay } from "../../visits/store/erase.ts";
import { holdsContact, visitHeldUntil } from "../holding.ts";

/**
 * Erases of a person what nothing holds any more: petitions first, then e-mail and address, and when neither a petition
 * nor a visit holds them, visits and the person's own key. Asked again it does nothing twice. Answers whether all is gone.
 */
export async function carryOn(ports: Ports, tx: Tx, actor: SystemActor, personId: string): Promise<boolean> {
  const today = bangkokDay(ports.clock.now());
  await erasePetitions(ports, tx, actor, personId);
  const held = await listHeldPetitions(tx, personId);
  if (holdsContact(held, today)) return false;
  await forgetContact(tx, personId);
  const visited = await findLatestVisitDay(tx, personId);
  if (held.length > 0 || (visited !== null && today <= visitHeldUntil(visited))) return false;
  await eraseVisits(ports, tx, personId);
  await finishErasure(ports, tx, personId);
  await record(ports, tx, { action: "person.erased", actor, personId, subjectId: personId });
  return true;
}
