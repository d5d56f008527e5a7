import { record } from "../../audit/store.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { openRequestDesk } from "../desk/open-request-desk.ts";
import { findTokenOffice, insertTokenOffice } from "../store/token-office.ts";

export type TokenOfficeRefusal =
  { readonly kind: "name_empty" } | { readonly kind: "name_taken"; readonly agencyId: string };

/**
 * Adds a central office that issues seats and approves who holds them (the registrar of Soft Tokens), and receives
 * their requests for service. Refuses an empty
 * name, and an office that is there.
 */
export async function addTokenOffice(
  ports: Ports,
  actor: SystemActor,
  input: { readonly nameTh: string; readonly nameEn: string },
): Promise<Result<{ readonly agencyId: string }, TokenOfficeRefusal>> {
  const [nameTh, nameEn] = [input.nameTh.trim(), input.nameEn.trim()];
  if (nameTh === "" || nameEn === "") return refuse({ kind: "name_empty" });
  return ports.db.as(actor, async (tx) => {
    const there = await findTokenOffice(tx, nameTh);
    if (there) return refuse({ kind: "name_taken", agencyId: there.id });
    const id = ports.random.uuid();
    await insertTokenOffice(tx, { id, nameTh, nameEn, now: ports.clock.now() });
    await openRequestDesk(ports, tx, id);
    await record(ports, tx, { action: "token_office.added", actor, agencyId: id });
    return ok({ agencyId: id });
  });
}
