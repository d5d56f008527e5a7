import { listStaffNames } from "../../agencies/store/staff-names.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { KeptRequest } from "../store/service-request.ts";

/** Who put their names to a request; null: nobody yet, or nobody who is known by name. */
export interface RequestSigners {
  readonly requester: string | null;
  readonly head: string | null;
  readonly registrar: string | null;
}

/**
 * Names those who signed a request and who decided it. Holders, those who come next, and whose paper form the central
 * office entered, are named as the form names them; a head by their account. Runs as the system.
 */
export async function nameSigners(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  { requester, requesterId, headId, decidedBy, facts }: KeptRequest,
): Promise<RequestSigners> {
  const asks = requester === "head" ? requesterId : null;
  const staffIds = [asks, headId, decidedBy].filter((id) => id !== null);
  const names = await listStaffNames(ports, tx, staffIds);
  const named = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return {
    requester: asks === null ? facts.name : named(asks),
    head: named(headId),
    registrar: named(decidedBy),
  };
}
