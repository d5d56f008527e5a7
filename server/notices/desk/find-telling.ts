import { findPetition } from "../../petitions/store/petition.ts";
import { listEvents } from "../../petitions/store/petition-event.ts";
import { findVersion } from "../../petitions/store/service.ts";
import type { PetitionEventKind } from "../../petitions/petition.ts";
import type { Ports, Tx } from "../../ports.ts";
import { refOf } from "../ref-of.ts";
import type { ClaimedNotice } from "../store.ts";
import type { Telling, TellingKind } from "../ways.ts";

/** Steps after which something runs out for whoever does not hear of them. */
const urgent: readonly PetitionEventKind[] = ["correction_asked", "payment_asked", "delay_told"];

/** What a notice to a person is, as far as its channels hang on it. Null: what it tells of is gone. */
export async function findTelling(
  ports: Ports,
  tx: Tx,
  { kind, refs }: Pick<ClaimedNotice, "refs"> & { readonly kind: TellingKind },
): Promise<Telling | null> {
  switch (kind) {
    case "email_unreachable":
    case "document_issued":
    case "document_revoked":
    case "id_check_approved":
    case "id_check_sent_back":
      return { kind, mustArrive: false, bySms: false };
    case "petition_filed":
    case "petition_moved":
    case "petition_completed":
    case "petition_answered": {
      const petition = await findPetition(tx, refOf(refs, "agencyId"), refOf(refs, "petitionId"));
      if (petition === null) return null;
      const { agencyId, serviceId, serviceVersion } = petition;
      const version = await findVersion(tx, agencyId, serviceId, serviceVersion);
      const events = refs["eventId"] === undefined ? [] : await listEvents(ports, tx, petition);
      const event = events.find(({ id }) => id === refs["eventId"]);
      const mustArrive = event !== undefined && urgent.includes(event.kind);
      return { kind, mustArrive, bySms: version?.definition.tellsBySms ?? false };
    }
  }
}
