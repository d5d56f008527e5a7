import { record } from "../../audit/store.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { isRegion } from "../region.ts";
import { findOffice, insertOffice } from "../store/office.ts";

export interface OfficeInput {
  /** The region's number; null: the central office. */
  readonly region: number | null;
  readonly nameTh: string;
  readonly nameEn: string;
}

export type OfficeRefusal =
  | { readonly kind: "region_shape" }
  | { readonly kind: "office_name_empty" }
  | { readonly kind: "office_exists"; readonly agencyId: string };

/**
 * Adds the office whose registrars grant access to the people of a region's facilities, or the central office above
 * them. Refuses a region that is no number from 1 to 99, an empty name, and an office that is there.
 */
export async function addOffice(
  ports: Ports,
  actor: SystemActor,
  input: OfficeInput,
): Promise<Result<{ readonly agencyId: string }, OfficeRefusal>> {
  const { region } = input;
  if (region !== null && !isRegion(region)) return refuse({ kind: "region_shape" });
  const [nameTh, nameEn] = [input.nameTh.trim(), input.nameEn.trim()];
  if (nameTh === "" || nameEn === "") return refuse({ kind: "office_name_empty" });
  return ports.db.as(actor, async (tx) => {
    const there = await findOffice(tx, region);
    if (there) return refuse({ kind: "office_exists", agencyId: there.id });
    const id = ports.random.uuid();
    await insertOffice(tx, { id, region, nameTh, nameEn, now: ports.clock.now() });
    await record(ports, tx, { action: "office.added", actor, agencyId: id, refs: { region } });
    return ok({ agencyId: id });
  });
}
