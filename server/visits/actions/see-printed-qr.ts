import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { makePrintedToken } from "../facility-qr.ts";
import { makePrintedShortCode } from "../short-code.ts";
import type { PlaceOfQr } from "../place.ts";
import { findPlace, findPredecessor, type NeighbourQr } from "../store.ts";

/** A printed QR and what is printed on it. */
export interface PrintedQr {
  readonly place: PlaceOfQr;
  readonly token: string;
  /** The nine digits under it. */
  readonly shortCode: string;
  /** The QR whose place it took. */
  readonly replaces: NeighbourQr | null;
}

/**
 * A living printed QR of the staff's own facility. Refuses one that has ended, and everything else as not found.
 */
export async function seePrintedQr(
  ports: Ports,
  actor: Staff,
  input: { readonly qrId: string },
): Promise<Result<PrintedQr, { readonly kind: "qr_not_found" } | { readonly kind: "qr_ended" }>> {
  if (!isUuid(input.qrId)) return refuse({ kind: "qr_not_found" });
  const [place, replaces] = await ports.db.as(actor, (tx) =>
    Promise.all([findPlace(tx, input.qrId), findPredecessor(tx, actor.agencyId, input.qrId)]),
  );
  if (place?.kind !== "printed") return refuse({ kind: "qr_not_found" });
  if (place.asking.qrRevokedAt !== null) return refuse({ kind: "qr_ended" });
  const { qr } = ports.keys;
  const token = makePrintedToken(qr, place.number);
  return ok({ place, token, shortCode: makePrintedShortCode(qr, place.shortNumber), replaces });
}
