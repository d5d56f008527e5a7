import type { Staff } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { maskEmail } from "../../kernel/email.ts";
import type { OwnAccount } from "../own-account.ts";
import { staffFullName } from "../staff.ts";
import { findAccount } from "../store/account.ts";
import { listPasskeys } from "../store/passkey.ts";
import { listStaffSessions } from "../store/staff-session.ts";

/** One's own account: who, how one comes in, where one is in. Null: the session belongs to no account. */
export async function seeOwnAccount(ports: Ports, actor: Staff): Promise<OwnAccount | null> {
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const account = await findAccount(ports, tx, actor.staffId);
    if (!account) return null;
    const { id, username, level, facts, lastSignInAt, totpConfirmedAt } = account;
    return {
      username,
      level,
      lastSignInAt,
      name: staffFullName(facts),
      maskedEmail: maskEmail(facts.email),
      authenticatorSince: totpConfirmedAt,
      passkeys: await listPasskeys(tx, id),
      sessions: await listStaffSessions(tx, id, ports.clock.now()),
    };
  });
}
