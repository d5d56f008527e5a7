import type { Staff, StaffLevel } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { record } from "../../audit/store.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import { isPowerLevel, type AppointmentRefusal, type PowerChange, type TownLevel } from "../appointment.ts";
import type { EndReason } from "../end-reason.ts";
import { hasRight } from "../member.ts";
import type { StaffFacts } from "../staff.ts";
import { lockAccount, saveAccount, type Account } from "../store/account.ts";
import { findGrantingOffice, findInvitedBy, lockAdmins } from "../store/appointment.ts";
import { listStaffOfLevel } from "../store/staff-of-level.ts";
import { endRight } from "./end-right.ts";
import { grantAccess } from "./grant.ts";

/**
 * Somebody of the actor's local government, held, for its admin to place or end. Every such change begins here: it holds
 * all admins first. Refuses oneself, whoever works elsewhere, and an actor who is no admin any more.
 */
export async function holdSubject(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  staffId: string,
): Promise<Result<Account, AppointmentRefusal>> {
  if (!(await lockAdmins(tx, actor.agencyId)).includes(actor.staffId))
    return refuse({ kind: "member_not_found" });
  if (staffId === actor.staffId) return refuse({ kind: "own_account" });
  const account = await lockAccount(ports, tx, staffId);
  return account ? ok(account) : refuse({ kind: "member_not_found" });
}

/**
 * Invites somebody to the actor's local government at a level, or anew whoever never opened their account or let it run
 * out. The form that comes twice invites once. Refuses whoever has an account in use here.
 */
export async function appoint(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  input: { readonly level: TownLevel; readonly facts: StaffFacts; readonly requestKey: string },
): Promise<Result<{ readonly staffId: string }, AppointmentRefusal>> {
  const { agencyId } = actor;
  const { level, facts, requestKey } = input;
  if (!(await lockAdmins(tx, agencyId)).includes(actor.staffId)) return refuse({ kind: "member_not_found" });
  const before = await findInvitedBy(tx, agencyId, requestKey);
  if (before !== null) return ok({ staffId: before });
  const registrarId = await findGrantingOffice(tx, agencyId);
  const by = { grantedBy: actor.staffId, requestKey };
  const granted = await grantAccess(ports, tx, actor, { agencyId, registrarId, level, facts, by });
  if (!granted.ok) return granted;
  const { staffId } = granted.value;
  await tellPower(ports, tx, actor, staffId, level, "given");
  return ok({ staffId });
}

/** Gives an account that was held another level, and tells its person. The same level changes nothing. */
export async function changeLevel(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  account: Account,
  level: TownLevel,
): Promise<void> {
  const { id: staffId, level: before, agencyId } = account;
  if (before === level) return;
  await saveAccount(tx, staffId, { level, grantedBy: actor.staffId });
  const refs = { from: before, to: level };
  await record(ports, tx, { action: "staff.level_changed", actor, agencyId, subjectId: staffId, refs });
  if (account.state === "active")
    await queue(ports, tx, { kind: "staff_level_changed", medium: "mail", refs: { staffId } });
  await tellPower(ports, tx, actor, staffId, before, "taken");
  await tellPower(ports, tx, actor, staffId, level, "given");
}

/** Ends an account that was held: out with the next request, and told. Ended before, it is ended once. */
export async function endAppointment(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  account: Account,
  reason: EndReason,
): Promise<void> {
  const held = hasRight(account);
  const ended = await endRight(ports, tx, actor, account, reason);
  if (ended && held) await tellPower(ports, tx, actor, account.id, account.level, "taken");
}

/** Tells the other admins and the auditors of the agency of a level with power over others. */
async function tellPower(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  ofId: string,
  level: StaffLevel,
  what: PowerChange,
): Promise<void> {
  if (!isPowerLevel(level)) return;
  const { agencyId, staffId: byId } = actor;
  const admins = await listStaffOfLevel(tx, agencyId, "local_admin");
  const auditors = await listStaffOfLevel(tx, agencyId, "internal_auditor");
  for (const staffId of [...admins, ...auditors]) {
    if (staffId === byId || staffId === ofId) continue;
    const refs = { staffId, ofId, byId, level, what };
    await queue(ports, tx, { kind: "staff_power_changed", medium: "mail", refs });
  }
}
