import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { makePrintedToken } from "../facility-qr.ts";
import { makePrintedShortCode } from "../short-code.ts";
import type { PlaceOfQr } from "../place.ts";
import { findPlace } from "../store.ts";

/** A printed QR and what is printed on it. */
export interface PrintedQr {
  readonly place: PlaceOfQr;
  readonly token: string;
  /** The nine digits under it. */
  readonly shortCode: string;
}

/** A printed QR of the staff's own facility. Refuses everything else, revoked ones too, as not found. */
export async function seePrintedQr(
  ports: Ports,
  actor: Staff,
  input: { readonly qrId: string },
): Promise<Result<PrintedQr, { readonly kind: "qr_not_found" }>> {
  if (!isUuid(input.qrId)) return refuse({ kind: "qr_not_found" });
  const place = await ports.db.as(actor, (tx) => findPlace(tx, input.qrId));
  const isLive = place?.kind === "printed" && place.asking.qrRevokedAt === null;
  if (!place || !isLive) return refuse({ kind: "qr_not_found" });
  const { qr } = ports.keys;
  const token = makePrintedToken(qr, place.number);
  return ok({ place, token, shortCode: makePrintedShortCode(qr, place.shortNumber) });
}
