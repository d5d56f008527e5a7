import { parseTownLevel, type AppointmentRefusal } from "../../agencies/appointment.ts";
import { changeLevel, holdSubject } from "../../agencies/desk/appoint.ts";
import { hasRight } from "../../agencies/member.ts";
import { mayStaff } from "../../agencies/role.ts";
import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { readUnits } from "../desk/member-units.ts";
import { listOpenCounts } from "../store/reopened.ts";
import { lockCatalogue } from "../store/service-making.ts";
import { replaceUnitsOf } from "../store/unit-making.ts";
import { listUnitsOf } from "../store/unit.ts";

/**
 * Gives somebody of the actor's local government a level and the units they work in, from their next request on. Refuses
 * oneself, an account without a right, a level of another kind of agency, a closed unit, and a level that may not work
 * on the petitions they hold: those are given over first.
 */
export async function placeMember(
  ports: Ports,
  actor: Staff,
  input: { readonly staffId: string; readonly level: string; readonly unitIds: readonly string[] },
): Promise<Result<undefined, AppointmentRefusal>> {
  const { staffId } = input;
  if (!isUuid(staffId)) return refuse({ kind: "member_not_found" });
  const { agencyId } = actor;
  return ports.db.as(actor, async (tx) => {
    await lockCatalogue(tx, agencyId);
    const account = await holdSubject(ports, tx, actor, staffId);
    if (!account.ok) return account;
    if (!hasRight(account.value)) return refuse({ kind: "member_not_found" });
    const level = parseTownLevel(input.level);
    if (level === null) return refuse({ kind: "level_missing" });
    const unitIds = await readUnits(tx, agencyId, input.unitIds);
    if (unitIds === null) return refuse({ kind: "unit_gone" });
    const count = (await listOpenCounts(tx, agencyId, [staffId])).get(staffId) ?? 0;
    if (count > 0 && !mayStaff(level, "work_petitions")) return refuse({ kind: "petitions_held", count });
    await changeLevel(ports, tx, actor, account.value, level);
    const before = new Set(await listUnitsOf(tx, agencyId, staffId));
    if (before.size === unitIds.length && unitIds.every((id) => before.has(id))) return ok();
    await replaceUnitsOf(tx, agencyId, staffId, unitIds);
    const refs = { units: unitIds.length };
    await record(ports, tx, { action: "staff.placed", actor, subjectId: staffId, refs });
    return ok();
  });
}
