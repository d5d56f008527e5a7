import { findOffice } from "../../agencies/store/office.ts";
import { record } from "../../audit/store.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { slugShape, usualLocalSetting } from "../local-setting.ts";
import { usualOfficeHours } from "../office-hours.ts";
import { findAgencyOfSlug, findLocalGovernment, insertLocalGovernment } from "../store/local-government.ts";

export type LocalGovernmentRefusal =
  | { readonly kind: "name_empty" }
  | { readonly kind: "name_taken"; readonly agencyId: string }
  | { readonly kind: "slug_shape" }
  | { readonly kind: "slug_taken" };

/**
 * Adds a local government (องค์กรปกครองส่วนท้องถิ่น) under the centre, open at the usual office hours until it sets its
 * own, at the address of its `slug`. Refuses an empty name, a slug of another shape, and either when it is there.
 */
export async function addLocalGovernment(
  ports: Ports,
  actor: SystemActor,
  input: { readonly nameTh: string; readonly nameEn: string; readonly slug: string },
): Promise<Result<{ readonly agencyId: string }, LocalGovernmentRefusal>> {
  const [nameTh, nameEn] = [input.nameTh.trim(), input.nameEn.trim()];
  if (nameTh === "" || nameEn === "") return refuse({ kind: "name_empty" });
  if (!slugShape.test(input.slug)) return refuse({ kind: "slug_shape" });
  return ports.db.as(actor, async (tx) => {
    const there = await findLocalGovernment(tx, nameTh);
    if (there !== null) return refuse({ kind: "name_taken", agencyId: there });
    if ((await findAgencyOfSlug(tx, input.slug)) !== null) return refuse({ kind: "slug_taken" });
    const id = ports.random.uuid();
    const registrarId = (await findOffice(tx, null))?.id ?? null;
    const now = ports.clock.now();
    const setting = { ...usualLocalSetting, slug: input.slug };
    await insertLocalGovernment(tx, {
      id,
      registrarId,
      nameTh,
      nameEn,
      hours: usualOfficeHours,
      setting,
      now,
    });
    await record(ports, tx, { action: "local_government.added", actor, agencyId: id });
    return ok({ agencyId: id });
  });
}
