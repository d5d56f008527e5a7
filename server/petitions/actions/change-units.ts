import { record } from "../../audit/store.ts";
import { listStaffNames } from "../../agencies/store/staff-names.ts";
import { wordingOf } from "../../forms/typed-field.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { SeenUnits } from "../unit-seen.ts";
import { lockCatalogue } from "../store/service-making.ts";
import { listUnitMembers, listUnits } from "../store/unit.ts";
import {
  changeUnit,
  countStaffOf,
  insertUnit,
  listServicesOfUnit,
  replaceUnitMembers,
} from "../store/unit-making.ts";

export type UnitRefusal =
  | { readonly kind: "name_empty" }
  | { readonly kind: "name_taken" }
  | { readonly kind: "unit_missing" }
  /** These services still send their petitions to it. */
  | { readonly kind: "unit_used"; readonly services: readonly string[] }
  /** Somebody chosen does not work here. */
  | { readonly kind: "member_missing" };

/** Every unit of the actor's agency with who works in it, and everybody who could. */
export async function seeUnits(ports: Ports, actor: Staff): Promise<SeenUnits> {
  return ports.db.as(actor, async (tx) => {
    const [units, members] = [await listUnits(tx, actor.agencyId), await listUnitMembers(tx, actor.agencyId)];
    const ids = [...new Set(members.map(({ staffId }) => staffId))];
    const names = await listStaffNames(ports, tx, ids);
    return {
      units: units.map((one) => ({
        ...one,
        memberIds: members.filter(({ unitId }) => unitId === one.id).map(({ staffId }) => staffId),
      })),
      staff: ids
        .map((id) => ({
          id,
          name: names.get(id) ?? id,
          level: members.find(({ staffId }) => staffId === id)?.level ?? "officer",
        }))
        .sort((one, other) => one.name.localeCompare(other.name, "th")),
    };
  });
}

/** Makes a unit ("กอง", "ฝ่าย"). Refuses an empty name and one that is there; English is Thai where none is given. */
export async function makeUnit(
  ports: Ports,
  actor: Staff,
  input: { readonly nameTh: string; readonly nameEn: string },
): Promise<Result<{ readonly unitId: string }, UnitRefusal>> {
  const name = wordingOf(input.nameTh, input.nameEn);
  if (name === null) return refuse({ kind: "name_empty" });
  const { agencyId } = actor;
  return ports.db.as(actor, async (tx) => {
    await lockCatalogue(tx, agencyId);
    const units = await listUnits(tx, agencyId);
    if (units.some(({ nameTh }) => nameTh === name.th)) return refuse({ kind: "name_taken" });
    const id = ports.random.uuid();
    await insertUnit(tx, { agencyId, id, nameTh: name.th, nameEn: name.en ?? name.th });
    await record(ports, tx, { action: "unit.made", actor, subjectId: id });
    return ok({ unitId: id });
  });
}

/** Gives a unit other names. Refuses an empty one, one another unit has, and a unit of nobody's. */
export async function renameUnit(
  ports: Ports,
  actor: Staff,
  input: { readonly unitId: string; readonly nameTh: string; readonly nameEn: string },
): Promise<Result<undefined, UnitRefusal>> {
  const { agencyId } = actor;
  return ports.db.as(actor, async (tx) => {
    await lockCatalogue(tx, agencyId);
    const units = await listUnits(tx, agencyId);
    if (!units.some(({ id }) => id === input.unitId)) return refuse({ kind: "unit_missing" });
    const name = wordingOf(input.nameTh, input.nameEn);
    if (name === null) return refuse({ kind: "name_empty" });
    if (units.some(({ id, nameTh }) => id !== input.unitId && nameTh === name.th))
      return refuse({ kind: "name_taken" });
    await changeUnit(tx, agencyId, input.unitId, { nameTh: name.th, nameEn: name.en ?? name.th });
    await record(ports, tx, { action: "unit.renamed", actor, subjectId: input.unitId });
    return ok();
  });
}

/** Closes a unit to new petitions, or opens it again. Refuses one that services still send to, and nobody's. */
export async function closeUnit(
  ports: Ports,
  actor: Staff,
  { unitId, closed }: { readonly unitId: string; readonly closed: boolean },
): Promise<Result<undefined, UnitRefusal>> {
  const { agencyId } = actor;
  return ports.db.as(actor, async (tx) => {
    await lockCatalogue(tx, agencyId);
    const units = await listUnits(tx, agencyId);
    if (!units.some(({ id }) => id === unitId)) return refuse({ kind: "unit_missing" });
    const services = closed ? await listServicesOfUnit(tx, agencyId, unitId) : [];
    if (services.length > 0) return refuse({ kind: "unit_used", services });
    await changeUnit(tx, agencyId, unitId, { closedAt: closed ? ports.clock.now() : null });
    const action = closed ? "unit.closed" : "unit.reopened";
    await record(ports, tx, { action, actor, subjectId: unitId });
    return ok();
  });
}

/** Puts exactly these people in a unit. Refuses a unit of nobody's, and anybody who does not work at the agency. */
export async function setUnitMembers(
  ports: Ports,
  actor: Staff,
  { unitId, staffIds }: { readonly unitId: string; readonly staffIds: readonly string[] },
): Promise<Result<undefined, UnitRefusal>> {
  const { agencyId } = actor;
  const ids = [...new Set(staffIds)];
  return ports.db.as(actor, async (tx) => {
    await lockCatalogue(tx, agencyId);
    const units = await listUnits(tx, agencyId);
    if (!units.some(({ id }) => id === unitId)) return refuse({ kind: "unit_missing" });
    if (!ids.every(isUuid) || (await countStaffOf(tx, agencyId, ids)) < ids.length)
      return refuse({ kind: "member_missing" });
    await replaceUnitMembers(tx, agencyId, unitId, ids);
    const refs = { count: ids.length };
    await record(ports, tx, { action: "unit.staffed", actor, subjectId: unitId, refs });
    return ok();
  });
}
