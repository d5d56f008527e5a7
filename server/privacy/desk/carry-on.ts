import { record } from "../../audit/store.ts";
import {
  endErasureByReturn,
  finishErasure,
  forgetContact,
  holdErasure,
} from "../../identity/desk/erase-identity.ts";
import { findAccount, findIsChecked } from "../../identity/store/account.ts";
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
 * nor a visit holds them, visits and the person's own key. Asked again it does nothing twice. Who opened an account again
 * keeps what was held, and the erasing is over. One of the web that nobody has checked may be a stranger's and stops
 * nothing; but what came since it was opened was brought by its owner, and is left alone with contact and key
 * (docs/decisions/0023). Answers whether it is over.
 */
export async function carryOn(ports: Ports, tx: Tx, actor: SystemActor, personId: string): Promise<boolean> {
  if (!(await holdErasure(tx, personId))) return false;
  const account = await findAccount(tx, personId);
  if (account && (await findIsChecked(tx, personId))) {
    await endErasureByReturn(ports, tx, personId);
    return true;
  }
  const of = { personId, before: account?.createdAt ?? null };
  if (!(await eraseHeld(ports, tx, actor, of)) || account) return false;
  await finishErasure(ports, tx, personId);
  await record(ports, tx, { action: "person.erased", actor, personId, subjectId: personId });
  return true;
}

/** All but the person's own key, of what was there `before`; null: of everything. False: something is still held. */
async function eraseHeld(
  ports: Ports,
  tx: Tx,
  actor: SystemActor,
  { personId, before }: { readonly personId: string; readonly before: Date | null },
): Promise<boolean> {
  const today = bangkokDay(ports.clock.now());
  await erasePetitions(ports, tx, actor, { personId, before });
  const held = await listHeldPetitions(tx, personId, before);
  if (holdsContact(held, today)) return false;
  if (before === null) await forgetContact(tx, personId);
  const visited = await findLatestVisitDay(tx, personId);
  if (held.length > 0 || (visited !== null && today <= visitHeldUntil(visited))) return false;
  await eraseVisits(ports, tx, personId);
  return true;
}
