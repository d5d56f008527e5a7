import type { Ports, Tx } from "../../ports.ts";
import type { PasswordWay } from "../password-way.ts";
import { saveHolding, type KeptHolding } from "../store/holding.ts";
import { insertPasswordChange } from "../store/password-change.ts";
import { endSessionsOfHolding } from "../store/seat-session.ts";
import { useUpSeatLinks } from "../store/seat-link.ts";
import { tellHolder } from "./tell-holder.ts";

/**
 * Makes a password that somebody chose theirs, held before: their sessions end, links are dead, and they are told; how they came to it
 * is kept for the auditor. Runs as the gate.
 */
export async function keepNewPassword(
  ports: Ports,
  tx: Tx,
  holding: KeptHolding,
  { passwordHash, way }: { readonly passwordHash: Uint8Array; readonly way: PasswordWay },
): Promise<void> {
  const now = ports.clock.now();
  await saveHolding(ports, tx, holding, { passwordHash, passwordSetAt: now, mustChangePassword: false });
  await insertPasswordChange(tx, holding, { id: ports.random.uuid(), way, setAt: now });
  await useUpSeatLinks(tx, holding.id, now);
  await endSessionsOfHolding(tx, holding.id, now);
  await tellHolder(ports, tx, holding, "seat_password_changed");
}
