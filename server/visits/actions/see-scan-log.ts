import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { PlaceOfQr } from "../place.ts";
import { refusedBy, scanDays, scanLogStart, type ScanDay } from "../scan-log.ts";
import {
  findPlace,
  findSuccessor,
  listLatestScans,
  listOutcomes,
  type LoggedScan,
  type NeighbourQr,
} from "../store.ts";

/** A QR of a facility, living or ended, with what became of its scans. Who scanned is not kept. */
export interface ScanLog {
  readonly place: PlaceOfQr;
  /** The QR that took its place. */
  readonly successor: NeighbourQr | null;
  readonly days: readonly ScanDay[];
  readonly refused: ReturnType<typeof refusedBy>;
  readonly latest: readonly LoggedScan[];
}

const latestShown = 20;

/** The scan log of one QR of the staff's own facility, thirty days of it. Refuses every other as not found. */
export async function seeScanLog(
  ports: Ports,
  actor: Staff,
  input: { readonly qrId: string },
): Promise<Result<ScanLog, { readonly kind: "qr_not_found" }>> {
  const { qrId } = input;
  if (!isUuid(qrId)) return refuse({ kind: "qr_not_found" });
  const start = scanLogStart(ports.clock.now());
  return ports.db.as(actor, async (tx) => {
    const [place, successor, counts, latest] = await Promise.all([
      findPlace(tx, qrId),
      findSuccessor(tx, qrId),
      listOutcomes(tx, qrId, start.at),
      listLatestScans(tx, qrId, latestShown),
    ]);
    if (!place) return refuse({ kind: "qr_not_found" });
    return ok({ place, successor, days: scanDays(counts, start.day), refused: refusedBy(counts), latest });
  });
}
