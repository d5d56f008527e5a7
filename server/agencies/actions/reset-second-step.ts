import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { queue } from "../../notices/store.ts";
import type { Ports } from "../../ports.ts";
import {
  mayResetSecondStep,
  parseResetReason,
  type ResetSecondStepRefusal,
  type SecondStepOwner,
} from "../second-step-reset.ts";
import { staffFullName } from "../staff.ts";
import { findAccount, lockAccount, saveAccount } from "../store/account.ts";
import { deletePasskeys } from "../store/passkey.ts";
import { endStaffSessions } from "../store/staff-session.ts";

type Missing = { readonly kind: "staff_missing" };

/** Whose second step somebody may set anew (`mayResetSecondStep`); refuses anybody else as if there were nobody. */
export async function seeSecondStepOwner(
  ports: Ports,
  actor: Staff,
  staffId: string,
): Promise<Result<SecondStepOwner, Missing>> {
  if (!isUuid(staffId)) return refuse({ kind: "staff_missing" });
  const account = await ports.db.as(actor, (tx) => findAccount(ports, tx, staffId));
  if (!account || !mayResetSecondStep(actor, account)) return refuse({ kind: "staff_missing" });
  const { id, username, level, facts } = account;
  return ok({ id, username, level, name: staffFullName(facts) });
}

/**
 * Takes every second step of an account away, for who lost theirs: the next sign-in sets up a new authenticator after
 * the password. Its sessions end, its owner is told by mail with the reason, and what locked it stays. Refuses whom
 * `seeSecondStepOwner` refuses, and no reason.
 */
export async function resetSecondStep(
  ports: Ports,
  actor: Staff,
  input: { readonly staffId: string; readonly reason: string },
): Promise<Result<undefined, ResetSecondStepRefusal>> {
  const owner = await seeSecondStepOwner(ports, actor, input.staffId);
  if (!owner.ok) return owner;
  const reason = parseResetReason(input.reason);
  if (reason === null) return refuse({ kind: "reset_reason_missing" });
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const account = await lockAccount(ports, tx, owner.value.id);
    // The right may have ended, or gone to another registrar, since it was shown.
    if (!account || !mayResetSecondStep(actor, account)) return refuse({ kind: "staff_missing" });
    const { id: staffId, agencyId } = account;
    await saveAccount(tx, staffId, { totp: null, totpConfirmedAt: null, totpStep: null });
    await deletePasskeys(tx, staffId);
    await endStaffSessions(tx, staffId, ports.clock.now());
    await queue(ports, tx, { kind: "staff_second_step_reset", medium: "mail", refs: { staffId, reason } });
    const action = "staff.second_step_reset";
    await record(ports, tx, { action, actor, agencyId, subjectId: staffId, refs: { reason } });
    return ok();
  });
}
