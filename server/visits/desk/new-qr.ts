import { decodeBase32Number, encodeBase32 } from "../../kernel/base32.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { shortNumberLimit } from "../short-code.ts";
import { findFacility, findMadeQr, insertQr, listOffers, type NewQr } from "../store.ts";

export type NewQrRefusal =
  | { readonly kind: "no_facility" }
  | { readonly kind: "facility_closed" }
  | { readonly kind: "service_not_offered" };

export type WantedQr = Pick<NewQr, "agencyId" | "serviceType" | "kind" | "requestKey">;

/** Numbers are random; one that is taken is drawn again, and so many in a row would be a fault. */
const draws = 20;

/** Why a QR cannot be made today; null: it can. */
export async function refusalOfNewQr(ports: Ports, tx: Tx, wanted: WantedQr): Promise<NewQrRefusal | null> {
  const [facility, offers] = await Promise.all([
    findFacility(tx, wanted.agencyId),
    listOffers(tx, wanted.agencyId, bangkokDay(ports.clock.now())),
  ]);
  if (!facility) return { kind: "no_facility" };
  if (facility.closedAt) return { kind: "facility_closed" };
  const isOffered = offers.some((offer) => offer.code === wanted.serviceType);
  return isOffered ? null : { kind: "service_not_offered" };
}

/** Keeps a QR with free numbers under that id, or answers the one the same request made before. */
export async function keepNewQr(
  ports: Ports,
  tx: Tx,
  wanted: WantedQr,
  id: string,
): Promise<{ readonly qrId: string; readonly isNew: boolean }> {
  for (let draw = 0; draw < draws; draw += 1) {
    const made = await findMadeQr(tx, wanted);
    if (made) return { qrId: made.id, isNew: false };
    if (await insertQr(tx, drawQr(ports, wanted, id))) return { qrId: id, isNew: true };
  }
  throw new Error("no free number for a QR");
}

/** 40 random bits make the number in the token; the short number is drawn from its five digits. */
function drawQr(ports: Ports, wanted: WantedQr, id: string): NewQr {
  const number = decodeBase32Number(encodeBase32(ports.random.bytes(5)), 8);
  if (number === null) throw new Error("five bytes make eight base-32 letters");
  const { agencyId, serviceType, kind, requestKey } = wanted;
  const [a = 0, b = 0, c = 0, d = 0] = ports.random.bytes(4);
  const shortNumber = ((a * 256 + b) * 65_536 + c * 256 + d) % shortNumberLimit;
  return { id, agencyId, serviceType, kind, number, shortNumber, requestKey, madeAt: ports.clock.now() };
}
