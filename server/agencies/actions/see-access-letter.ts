import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { readAccessRequest, type ReadRequest, type RequestFaults } from "../access-form.ts";
import type { Member } from "../member.ts";
import { levelsOfAgency } from "../role.ts";
import { findRequest } from "../store/access-request.ts";
import { listLetterPlaces, type LetterPlace } from "../store/letter-place.ts";
import { listMembersById } from "../store/member.ts";

/** What the letter of a request carries. */
export interface LetterToPrint {
  readonly place: LetterPlace;
  readonly read: ReadRequest;
  readonly leaving: readonly Member[];
}

/** A request of the actor's own agency as its letter. Refuses one that is not complete: nobody signs half a letter. */
export async function seeAccessLetter(
  ports: Ports,
  actor: Staff,
  { requestId }: { readonly requestId: string },
): Promise<Result<LetterToPrint, RequestFaults | { readonly kind: "request_not_found" }>> {
  if (!isUuid(requestId)) return refuse({ kind: "request_not_found" });
  return ports.db.as(actor, async (tx) => {
    const kept = await findRequest(ports, tx, requestId);
    const place = kept && (await listLetterPlaces(tx, [kept.agencyId])).get(kept.agencyId);
    if (!place) return refuse({ kind: "request_not_found" });
    const read = readAccessRequest(kept.typed, levelsOfAgency.facility, bangkokDay(ports.clock.now()));
    if (!read.ok) return read;
    const leaving = await listMembersById(ports, tx, kept.typed.leaving);
    return ok({ place, read: read.value, leaving });
  });
}
