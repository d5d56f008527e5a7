import { findPetition } from "../../petitions/store/petition.ts";
import { listEvents } from "../../petitions/store/petition-event.ts";
import { findDocument } from "../../petitions/store/issued-document.ts";
import { findIsShown } from "../../petitions/store/shown-petition.ts";
import { findVersion } from "../../petitions/store/service.ts";
import type { PetitionEventKind } from "../../petitions/petition.ts";
import type { Ports, Tx } from "../../ports.ts";
import { refOf } from "../ref-of.ts";
import type { ClaimedNotice } from "../store.ts";
import type { Telling, TellingKind } from "../ways.ts";

/** Steps after which something runs out for whoever does not hear of them. */
const urgent: readonly PetitionEventKind[] = ["correction_asked", "payment_asked", "delay_told"];

/**
 * What a notice to a person is, as far as its channels hang on it. Null: what it tells of is gone, or their account may
 * not see it (`isShown`): its LINE and mail may be a stranger's.
 */
export async function findTelling(
  ports: Ports,
  tx: Tx,
  { kind, refs }: Pick<ClaimedNotice, "refs"> & { readonly kind: TellingKind },
): Promise<Telling | null> {
  switch (kind) {
    case "document_issued":
    case "document_revoked":
      return (await isOfShown(tx, refs)) ? { kind, mustArrive: false, bySms: false } : null;
    case "email_unreachable":
    case "id_check_approved":
    case "id_check_sent_back":
      return { kind, mustArrive: false, bySms: false };
    case "petition_filed":
    case "petition_moved":
    case "petition_completed":
    case "petition_answered": {
      const petition = await findPetition(tx, refOf(refs, "agencyId"), refOf(refs, "petitionId"));
      if (petition === null || !(await findIsShown(tx, petition))) return null;
      const { agencyId, serviceId, serviceVersion } = petition;
      const version = await findVersion(tx, agencyId, serviceId, serviceVersion);
      const events = refs["eventId"] === undefined ? [] : await listEvents(ports, tx, petition);
      const event = events.find(({ id }) => id === refs["eventId"]);
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
