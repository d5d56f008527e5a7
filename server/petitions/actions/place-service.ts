import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { listCategories } from "../store/catalogue.ts";
import { changeService, lockCatalogue, lockService } from "../store/service-making.ts";
import { findOpenUnit } from "../store/unit.ts";

export type PlaceServiceRefusal =
  | { readonly kind: "service_missing" }
  | { readonly kind: "category_missing" }
  | { readonly kind: "unit_missing" };

/**
 * Puts a service in another category, or its new petitions with another unit (empty: with whoever takes them), at once
 * and without a new version. Refuses a service, category or unit of nobody's.
 */
export async function placeService(
  ports: Ports,
  actor: Staff,
  input: { readonly serviceId: string; readonly categoryId: string; readonly unitId: string },
): Promise<Result<undefined, PlaceServiceRefusal>> {
  const { agencyId } = actor;
  const { serviceId, categoryId } = input;
  const unitId = input.unitId === "" ? null : input.unitId;
  if (!isUuid(serviceId)) return refuse({ kind: "service_missing" });
  return ports.db.as(actor, async (tx) => {
    await lockCatalogue(tx, agencyId);
    if (!(await lockService(tx, agencyId, serviceId))) return refuse({ kind: "service_missing" });
    const categories = await listCategories(tx, agencyId);
    if (!categories.some(({ id }) => id === categoryId)) return refuse({ kind: "category_missing" });
    if (unitId !== null && !(isUuid(unitId) && (await findOpenUnit(tx, agencyId, unitId))))
      return refuse({ kind: "unit_missing" });
    await changeService(tx, agencyId, serviceId, { categoryId, unitId });
    const refs = { categoryId, unitId };
    await record(ports, tx, { action: "service.placed", actor, subjectId: serviceId, refs });
    return ok();
  });
}
