import type { Ports, Tx } from "../../ports.ts";
import { lockAccount, saveAccount } from "../store/account.ts";
import { endStaffSessions } from "../store/staff-session.ts";

/**
 * Forgets an authenticator that was begun at the door and never confirmed, and ends the half sessions that may show it:
 * every first step begins with a secret of its own. Else whoever saw the page once, with a password that leaked, would
 * hold the very secret that its owner confirms later, and nobody would notice. Runs as the gate.
 */
export async function forgetBegunAuthenticator(ports: Ports, tx: Tx, staffId: string): Promise<void> {
  const account = await lockAccount(ports, tx, staffId);
  if (!account || account.totp === null || account.totpConfirmedAt !== null) return;
  await saveAccount(tx, staffId, { totp: null, totpStep: null });
  await endStaffSessions(tx, staffId, ports.clock.now());
}
