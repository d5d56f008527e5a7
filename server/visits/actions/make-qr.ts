import { record } from "../../audit/store.ts";
import { decodeBase32Number, encodeBase32 } from "../../kernel/base32.ts";
import type { Staff, SystemActor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { QrKind } from "../facility-qr.ts";
import { shortNumberLimit } from "../short-code.ts";
import { findFacility, findMadeQr, insertQr, listOffers, type NewQr } from "../store.ts";

export type MakeQrRefusal =
  | { readonly kind: "no_facility" }
  | { readonly kind: "facility_closed" }
  | { readonly kind: "service_not_offered" };

type Wanted = Pick<NewQr, "agencyId" | "serviceType" | "kind" | "requestKey">;

/** Numbers are random; one that is taken is drawn again, and so many in a row would be a fault. */
const draws = 20;

/**
 * Makes a facility's QR for one service, or answers the one there is: a service has one living screen QR; printed
 * ones are made as often as wanted, once a request key. Staff only for their own facility. Refuses a facility that
 * is closed and a service it does not offer today.
 */
export async function makeQr(
  ports: Ports,
  actor: Staff | SystemActor,
  input: {
    readonly agencyId: string;
    readonly serviceType: string;
    readonly kind: QrKind;
    readonly requestKey: string;
  },
): Promise<Result<{ readonly qrId: string }, MakeQrRefusal>> {
  if (actor.kind === "staff" && actor.agencyId !== input.agencyId) return refuse({ kind: "no_facility" });
  return ports.db.as(actor, async (tx) => {
    const refusal = await refusalOf(ports, tx, input);
    if (refusal) return refuse(refusal);
    const { agencyId } = input;
    for (let draw = 0; draw < draws; draw += 1) {
      const made = await findMadeQr(tx, input);
      if (made) return ok({ qrId: made.id });
      const qr = drawQr(ports, input);
      if (!(await insertQr(tx, qr))) continue;
      const refs = { kind: qr.kind, service: qr.serviceType };
      await record(ports, tx, { action: "facility_qr.made", actor, agencyId, subjectId: qr.id, refs });
      return ok({ qrId: qr.id });
    }
    throw new Error("no free number for a QR");
  });
}

async function refusalOf(ports: Ports, tx: Tx, wanted: Wanted): Promise<MakeQrRefusal | null> {
  const [facility, offers] = await Promise.all([
    findFacility(tx, wanted.agencyId),
    listOffers(tx, wanted.agencyId, bangkokDay(ports.clock.now())),
  ]);
  if (!facility) return { kind: "no_facility" };
  if (facility.closedAt) return { kind: "facility_closed" };
  const isOffered = offers.some((offer) => offer.code === wanted.serviceType);
  return isOffered ? null : { kind: "service_not_offered" };
}

/** 40 random bits make the number in the token; the short number is drawn from its five digits. */
function drawQr(ports: Ports, wanted: Wanted): NewQr {
  const number = decodeBase32Number(encodeBase32(ports.random.bytes(5)), 8);
  if (number === null) throw new Error("five bytes make eight base-32 letters");
  const { agencyId, serviceType, kind, requestKey } = wanted;
  const [a = 0, b = 0, c = 0, d = 0] = ports.random.bytes(4);
  const shortNumber = ((a * 256 + b) * 65_536 + c * 256 + d) % shortNumberLimit;
  const id = ports.random.uuid();
  return {
    id,
    agencyId,
    serviceType,
    kind,
    number,
    shortNumber,
    requestKey,
    madeAt: ports.clock.now(),
  };
}
