import type { Staff } from "../../kernel/actor.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import type { ServiceType } from "../service-type.ts";
import type { PlaceOfQr, ScanCount } from "../place.ts";
import { countScans, findFacility, listOffers, listPlaces, type Facility } from "../store.ts";

/** A QR with what became of it. */
export interface QrWithScans {
  readonly place: PlaceOfQr;
  readonly scans: ScanCount | null;
}

export interface FacilityQrs {
  readonly facility: Facility;
  readonly qrs: readonly QrWithScans[];
  /** Services a QR can be made for today. */
  readonly offers: readonly ServiceType[];
}

/** The QRs of the staff's own facility that were not revoked, with their scans, and the services it offers. */
export async function seeFacilityQrs(ports: Ports, actor: Staff): Promise<FacilityQrs> {
  const { agencyId } = actor;
  const day = bangkokDay(ports.clock.now());
  const [facility, places, scans, offers] = await ports.db.as(actor, (tx) =>
    Promise.all([
      findFacility(tx, agencyId),
      listPlaces(tx, agencyId),
      countScans(tx, agencyId),
      listOffers(tx, agencyId, day),
    ]),
  );
  if (!facility) throw new Error("the agency of a console session is no facility");
  const qrs = places.map((place) => ({
    place,
    scans: scans.find((count) => count.qrId === place.qrId) ?? null,
  }));
  return { facility, qrs, offers };
}
