import type { Staff } from "../../server/kernel/actor.ts";
import { seeUnits, setUnitMembers } from "../../server/petitions/actions/change-units.ts";
import type { Ports } from "../../server/ports.ts";
import type { KeptStaffOf } from "./kept-staff.ts";

/** Who works in which unit of the demo's town, by user name; the rest of its people see every unit. */
const members: Readonly<Record<string, readonly string[]>> = {
  กองช่าง: ["malee", "wichai"],
  กองสาธารณสุข: ["wichai"],
  กองสวัสดิการสังคม: ["wichai"],
  สำนักปลัด: ["malee"],
};

/** Puts the town's officers into their units, as its admin would. A unit somebody works in already stays as it is. */
export async function staffDemoUnits(ports: Ports, kept: KeptStaffOf, agencyId: string): Promise<void> {
  const admin = kept["somchai"];
  if (!admin) throw new Error("the demo's town has no admin");
  const actor: Staff = { kind: "staff", staffId: admin.staffId, agencyId, level: "local_admin" };
  const { units } = await seeUnits(ports, actor);
  for (const { id, nameTh, memberIds } of units) {
    const staffIds = (members[nameTh] ?? []).flatMap((username) => kept[username]?.staffId ?? []);
    if (memberIds.length > 0 || staffIds.length === 0) continue;
    const set = await setUnitMembers(ports, actor, { unitId: id, staffIds });
    if (!set.ok) throw new Error(`a unit of the demo was not staffed: ${set.refusal.kind}`);
  }
}
