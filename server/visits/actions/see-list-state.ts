import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { ServiceType } from "../service-type.ts";
import { findReconciliation, findServiceTypes, type KeptReconciliation } from "../store.ts";

/** A list without its rows: how far it is, and what its services are called. */
export interface ListState {
  readonly list: KeptReconciliation;
  readonly services: readonly ServiceType[];
}

/** How far a list is. Refuses one of another agency, or none, as not found. */
export async function seeListState(
  ports: Ports,
  actor: Staff,
  id: string,
): Promise<Result<ListState, { readonly kind: "reconciliation_not_found" }>> {
  if (!isUuid(id)) return refuse({ kind: "reconciliation_not_found" });
  return ports.db.as(actor, async (tx) => {
    const list = await findReconciliation(tx, actor.agencyId, id);
    if (!list) return refuse({ kind: "reconciliation_not_found" });
    return ok({ list, services: await findServiceTypes(tx, bangkokDay(ports.clock.now())) });
  });
}
