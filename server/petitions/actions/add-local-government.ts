import { findOffice } from "../../agencies/store/office.ts";
import { record } from "../../audit/store.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { usualOfficeHours } from "../office-hours.ts";
import { findLocalGovernment, insertLocalGovernment } from "../store/local-government.ts";

export type LocalGovernmentRefusal =
  { readonly kind: "name_empty" } | { readonly kind: "name_taken"; readonly agencyId: string };

/**
 * Adds a local government (องค์กรปกครองส่วนท้องถิ่น) under the centre, open at the usual office hours until it sets its
 * own. Refuses an empty name and one that is there.
 */
export async function addLocalGovernment(
  ports: Ports,
  actor: SystemActor,
  input: { readonly nameTh: string; readonly nameEn: string },
): Promise<Result<{ readonly agencyId: string }, LocalGovernmentRefusal>> {
  const [nameTh, nameEn] = [input.nameTh.trim(), input.nameEn.trim()];
  if (nameTh === "" || nameEn === "") return refuse({ kind: "name_empty" });
  return ports.db.as(actor, async (tx) => {
    const there = await findLocalGovernment(tx, nameTh);
    if (there !== null) return refuse({ kind: "name_taken", agencyId: there });
    const id = ports.random.uuid();
    const registrarId = (await findOffice(tx, null))?.id ?? null;
    const now = ports.clock.now();
    await insertLocalGovernment(tx, { id, registrarId, nameTh, nameEn, hours: usualOfficeHours, now });
    await record(ports, tx, { action: "local_government.added", actor, agencyId: id });
    return ok({ agencyId: id });
  });
}
