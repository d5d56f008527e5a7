import { findIdCheck, findLatestIdCheck } from "../../identity/store/id-check.ts";
import { isOvertaken } from "../../petitions/petition-notice.ts";
import { findPetition } from "../../petitions/store/petition.ts";
import { listEvents } from "../../petitions/store/petition-event.ts";
import { findDocument } from "../../petitions/store/issued-document.ts";
import { findIsShown } from "../../petitions/store/shown-petition.ts";
import { findVersion } from "../../petitions/store/service.ts";
import type { PetitionEventKind } from "../../petitions/petition.ts";
import type { Ports, Tx } from "../../ports.ts";
import { refOf } from "../ref-of.ts";
import { dueAt } from "../router.ts";
import type { ClaimedNotice } from "../store.ts";
import type { Telling, TellingKind } from "../ways.ts";

/** Steps after which something runs out for whoever does not hear of them. */
const urgent: readonly PetitionEventKind[] = ["correction_asked", "payment_asked", "delay_told"];

/**
 * What a notice to a person is, as far as its channels hang on it. Null: what it tells of is gone, it waited for the
 * morning and what happened since makes it no news any more, or their account may not see it (`isShown`): its LINE and
 * mail may be a stranger's.
 */
export async function findTelling(
  ports: Ports,
  tx: Tx,
  { kind, refs, queuedAt }: Pick<ClaimedNotice, "refs" | "queuedAt"> & { readonly kind: TellingKind },
): Promise<Telling | null> {
  switch (kind) {
    case "document_issued":
    case "document_revoked":
      return (await isOfShown(tx, refs)) ? { kind, mustArrive: false, bySms: false } : null;
    case "email_unreachable":
      return { kind, mustArrive: false, bySms: false };
    case "id_check_approved":
    case "id_check_sent_back":
      return (await isLatestCheck(tx, refs)) ? { kind, mustArrive: false, bySms: false } : null;
    case "petition_filed":
    case "petition_moved":
    case "petition_completed":
    case "petition_answered": {
      const petition = await findPetition(tx, refOf(refs, "agencyId"), refOf(refs, "petitionId"));
      if (petition === null || !(await findIsShown(tx, petition))) return null;
      const { agencyId, serviceId, serviceVersion } = petition;
      const version = await findVersion(tx, agencyId, serviceId, serviceVersion);
      const events = refs["eventId"] === undefined ? [] : await listEvents(ports, tx, petition);
      const at = events.findIndex(({ id }) => id === refs["eventId"]);
      const event = events[at];
      const later = events.slice(at + 1).map((each) => each.kind);
      if (event && wasHeld(kind, queuedAt) && isOvertaken(event.kind, later)) return null;
      const mustArrive = event !== undefined && urgent.includes(event.kind);
      return { kind, mustArrive, bySms: version?.definition.tellsBySms ?? false };
    }
  }
}

/** Whether a document's petition may be seen by the account; a document of no petition may. */
async function isOfShown(tx: Tx, refs: ClaimedNotice["refs"]): Promise<boolean> {
  const document = await findDocument(tx, refOf(refs, "agencyId"), refOf(refs, "documentId"));
  if (document?.petitionId == null) return true;
  const petition = await findPetition(tx, document.agencyId, document.petitionId);
  return petition === null || findIsShown(tx, petition);
}

/** True when a notice fell due later than it was queued: at night. */
function wasHeld(kind: TellingKind, queuedAt: Date): boolean {
  return dueAt(kind, queuedAt) > queuedAt;
}

/** False once new pictures were sent after the check: what was said of the old ones would be done already. */
async function isLatestCheck(tx: Tx, refs: ClaimedNotice["refs"]): Promise<boolean> {
  const agencyId = refOf(refs, "agencyId");
  const check = await findIdCheck(tx, agencyId, refOf(refs, "checkId"));
  if (check === null) return false;
  return (await findLatestIdCheck(tx, agencyId, check.personId))?.id === check.id;
}
