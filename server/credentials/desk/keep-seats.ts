import { record } from "../../audit/store.ts";
import type { Staff, SystemActor } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import { insertSeats, type KeptSeat } from "../store/seat.ts";

/**
 * Keeps newly issued seats and writes each into the audit. Throws on the constraint `seat_user_code` when a code is
 * somebody's already. Runs as the gate.
 */
export async function keepSeats(
  ports: Ports,
  tx: Tx,
  actor: Staff | SystemActor,
  seats: readonly Omit<KeptSeat, "madeAt">[],
): Promise<void> {
  await insertSeats(tx, seats, ports.clock.now());
  for (const { id, agencyId, userCode, right } of seats) {
    const refs = { userCode, right };
    await record(ports, tx, { action: "seat.issued", actor, agencyId, subjectId: id, refs });
  }
}
