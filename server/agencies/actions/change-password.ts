import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { sameBytes } from "../../kernel/same-bytes.ts";
import { queue } from "../../notices/store.ts";
import type { Ports } from "../../ports.ts";
import { hashPassword, knownOf } from "../desk/password-hash.ts";
import { proveOwnPassword } from "../desk/password-try.ts";
import type { ChangePasswordRefusal } from "../own-account.ts";
import { parseNewPassword } from "../../kernel/password.ts";
import { lockAccount, saveAccount, type Account } from "../store/account.ts";
import { useUpLinks } from "../store/staff-link.ts";
import { endStaffSessions } from "../store/staff-session.ts";

/**
 * Changes one's own password, the old one given: every other session ends, links that were mailed are dead, and the
 * owner is told. Refuses a wrong old one, which counts as a wrong try, what `parseNewPassword` refuses, and the old one
 * over again.
 */
export async function changePassword(
  ports: Ports,
  actor: Staff,
  input: { readonly sessionId: string; readonly old: string; readonly password: string },
): Promise<Result<undefined, ChangePasswordRefusal>> {
  const proven = await proveOwnPassword(ports, actor.staffId, input.old);
  if (!proven.ok) return proven;
  const password = parseNewPassword(input.password, knownOf(proven.value), "beside");
  if (!password.ok) return password;
  if (password.value === input.old.normalize("NFKC")) return refuse({ kind: "password_same" });
  const { id } = proven.value;
  const passwordHash = await hashPassword(ports, id, password.value);
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const now = ports.clock.now();
    const held = await lockAccount(ports, tx, id);
    // A link set another one, or the right ended, while this one was being hashed.
    if (!held || !isOpenWith(held, proven.value)) return refuse({ kind: "account_missing" });
    await saveAccount(tx, id, { passwordHash, passwordChangedAt: now });
    await useUpLinks(tx, id, now);
    await endStaffSessions(tx, id, now, { keep: input.sessionId });
    const { agencyId } = actor;
    const refs = { staffId: id, what: "password" } as const;
    await queue(ports, tx, { kind: "staff_sign_in_changed", medium: "mail", refs });
    await record(ports, tx, { action: "staff.password_changed", actor, agencyId, subjectId: id });
    return ok();
  });
}

function isOpenWith(held: Account, proven: Account): boolean {
  const [now, then] = [held.passwordHash, proven.passwordHash];
  return held.state === "active" && now !== null && then !== null && sameBytes(now, then);
}
