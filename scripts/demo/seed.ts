import { eq } from "drizzle-orm";
import { facility } from "../../db/schema/index.ts";
import type { SystemActor } from "../../server/kernel/actor.ts";
import type { Ports } from "../../server/ports.ts";
import { addFacility, type FacilityInput } from "../../server/visits/actions/add-facility.ts";
import { makeQr } from "../../server/visits/actions/make-qr.ts";

/** What of the demo world others must know. */
export interface Seeded {
  readonly facilities: readonly SeededFacility[];
}

export interface SeededFacility {
  readonly agencyId: string;
  readonly nameTh: string;
  readonly screenQrId: string;
  /** The service of the screen QR. */
  readonly serviceType: string;
}

const actor: SystemActor = { kind: "system", job: "demo" };

const facilities: readonly (FacilityInput & { readonly screen: string })[] = [
  {
    hcode: "99001",
    nameTh: "โรงพยาบาลบ้านประตู",
    nameEn: "Ban Pratu Hospital",
    services: ["PG0060001", "PG0130001", "PG0150001"],
    telephone: "02-000-0001",
    screen: "PG0060001",
  },
  {
    hcode: "99002",
    nameTh: "โรงพยาบาลส่งเสริมสุขภาพตำบลทุ่งแสง",
    nameEn: "Thung Saeng Health Promoting Hospital",
    services: ["PG0060001", "PG0150001"],
    telephone: "02-000-0002",
    screen: "PG0150001",
  },
];

/** Lays out the demo world: two synthetic facilities with a screen QR each. Run again, it changes nothing. */
export async function seedDemo(ports: Ports): Promise<Seeded> {
  const seeded: SeededFacility[] = [];
  for (const { screen, ...input } of facilities) {
    const agencyId = await ensureFacility(ports, input);
    const qr = await makeQr(ports, actor, {
      agencyId,
      serviceType: screen,
      kind: "screen",
      requestKey: "demo",
    });
    if (!qr.ok) throw new Error(`the demo's screen QR was refused: ${qr.refusal.kind}`);
    seeded.push({ agencyId, nameTh: input.nameTh, screenQrId: qr.value.qrId, serviceType: screen });
  }
  return { facilities: seeded };
}

async function ensureFacility(ports: Ports, input: FacilityInput): Promise<string> {
  const added = await addFacility(ports, actor, input);
  if (added.ok) return added.value.agencyId;
  if (added.refusal.kind !== "hcode_taken")
    throw new Error(`a demo facility was refused: ${added.refusal.kind}`);
  const [found] = await ports.db.as(actor, (tx) =>
    tx.select({ agencyId: facility.agencyId }).from(facility).where(eq(facility.hcode, input.hcode)),
  );
  if (!found) throw new Error(`no facility has hcode ${input.hcode}`);
  return found.agencyId;
}
