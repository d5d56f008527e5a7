import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import { freshSignInTries } from "../../kernel/sign-in-throttle.ts";
import { saveAccount, type Account, type AccountChange } from "../store/account.ts";
import { endStaffSessions } from "../store/staff-session.ts";

/** A session that waits for its second step. */
export interface HalfIn {
  readonly sessionId: string;
  readonly staffId: string;
}

/** What whoever came in is told: an older session at another machine was ended. */
export interface CameIn {
  readonly elsewhere: boolean;
}

/**
 * The second step is done: the account is in use again, its count of wrong tries starts over, and sessions at other
 * machines end, which is told by mail, there and here (F1.4).
 */
export async function comeIn(
  ports: Ports,
  tx: Tx,
  actor: Gate,
  account: Account,
  {
    sessionId,
    by,
    change,
  }: { sessionId: string; by: "totp" | "passkey" | "soft_token"; change?: AccountChange },
): Promise<CameIn> {
  const now = ports.clock.now();
  const { id, agencyId } = account;
  await saveAccount(tx, id, { ...change, lastSignInAt: now, warnedDays: 0 }, freshSignInTries);
  const elsewhere = await endStaffSessions(tx, id, now, { keep: sessionId, elsewhere: true });
  if (elsewhere > 0) {
    await queue(ports, tx, { kind: "staff_session_elsewhere", medium: "mail", refs: { staffId: id } });
  }
  await record(ports, tx, {
    action: "staff.signed_in",
    actor,
    agencyId,
    subjectId: id,
    refs: { by, elsewhere },
  });
  return { elsewhere: elsewhere > 0 };
}
