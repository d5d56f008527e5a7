import type { Staff } from "../../kernel/actor.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import type { ServiceType } from "../service-type.ts";
import type { PlaceOfQr, ScanCount } from "../place.ts";
import { scanLogStart } from "../scan-log.ts";
import {
  countScans,
  findFacility,
  listEndedQrs,
  listOffers,
  listPlaces,
  type EndedQr,
  type Facility,
} from "../store.ts";

const endedShown = 20;

/** A QR with what became of it in thirty days. */
export interface QrWithScans {
  readonly place: PlaceOfQr;
  readonly scans: ScanCount | null;
}

export interface FacilityQrs {
  readonly facility: Facility;
  readonly qrs: readonly QrWithScans[];
  /** The latest printed ones that were revoked or replaced. */
  readonly ended: readonly EndedQr[];
  /** Services a QR can be made for today. */
  readonly offers: readonly ServiceType[];
}

/** The QRs of the staff's own facility with their scans, those that have ended, and the services it offers. */
export async function seeFacilityQrs(ports: Ports, actor: Staff): Promise<FacilityQrs> {
  const { agencyId } = actor;
  const now = ports.clock.now();
  const [facility, places, scans, ended, offers] = await ports.db.as(actor, (tx) =>
    Promise.all([
      findFacility(tx, agencyId),
      listPlaces(tx, agencyId),
      countScans(tx, agencyId, scanLogStart(now).at),
      listEndedQrs(tx, agencyId, endedShown),
      listOffers(tx, agencyId, bangkokDay(now)),
    ]),
  );
  if (!facility) throw new Error("the agency of a console session is no facility");
  const qrs = places.map((place) => ({
    place,
    scans: scans.find((count) => count.qrId === place.qrId) ?? null,
  }));
  return { facility, qrs, ended, offers };
}
