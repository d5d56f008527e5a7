import { addFacility, type FacilityInput } from "../../server/visits/actions/add-facility.ts";
import { makeQr } from "../../server/visits/actions/make-qr.ts";
import { makePrintedToken, makeScreenToken, type QrKind } from "../../server/visits/facility-qr.ts";
import { makePrintedShortCode, makeScreenShortCode } from "../../server/visits/short-code.ts";
import { stepOf } from "../../server/visits/screen-step.ts";
import type { PlaceOfQr } from "../../server/visits/place.ts";
import { findPlace } from "../../server/visits/store.ts";
import type { Ports } from "../../server/ports.ts";

const administrator = { kind: "system", job: "test" } as const;
export const generalCare = "PG0060001";
export const haemodialysis = "PG0130001";

/** Opens a facility that offers general care and haemodialysis; `more` wins. */
export async function openFacility(ports: Ports, more: Partial<FacilityInput> = {}): Promise<string> {
  const made = await addFacility(ports, administrator, {
    hcode: "99901",
    nameTh: "โรงพยาบาลสมมติ",
    nameEn: "Sommut Hospital",
    services: [generalCare, haemodialysis],
    telephone: "02 000 0001",
    ...more,
  });
  if (!made.ok) throw new Error(made.refusal.kind);
  return made.value.agencyId;
}

/** A QR of that facility and what it shows at the moment it is asked. */
export interface HungQr {
  readonly id: string;
  readonly agencyId: string;
  readonly place: PlaceOfQr;
  token(): string;
  shortCode(): string;
}

/** Makes a QR there. */
export async function hangQr(
  ports: Ports,
  agencyId: string,
  kind: QrKind,
  serviceType: string = generalCare,
): Promise<HungQr> {
  const requestKey = ports.random.uuid();
  const made = await makeQr(ports, administrator, { agencyId, serviceType, kind, requestKey });
  if (!made.ok) throw new Error(made.refusal.kind);
  const id = made.value.qrId;
  const place = await ports.db.as(administrator, (tx) => findPlace(tx, id));
  if (!place) throw new Error("the QR that was made is not there");
  const { number, shortNumber } = place;
  const step = () => stepOf(ports.clock.now());
  return {
    id,
    agencyId,
    place,
    token: () =>
      kind === "screen"
        ? makeScreenToken(ports.keys.qr, number, step())
        : makePrintedToken(ports.keys.qr, number),
    shortCode: () =>
      kind === "screen"
        ? makeScreenShortCode(ports.keys.qr, shortNumber, step())
        : makePrintedShortCode(ports.keys.qr, shortNumber),
  };
}
