import type { SystemActor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { deleteProofs } from "../store/identity-proof.ts";

const dayMs = 24 * 60 * 60_000;

/** Forgets ways through ThaID and เป๋าตัง a day after their QR ran out: what was proven stands in the registration. */
export async function purgeProofs(ports: Ports, actor: SystemActor): Promise<void> {
  const before = new Date(ports.clock.now().getTime() - dayMs);
  await ports.db.as(actor, (tx) => deleteProofs(tx, before));
}
