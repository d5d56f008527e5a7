import type { SystemActor } from "../../server/kernel/actor.ts";
import type { Ports } from "../../server/ports.ts";
import { addFacility, type FacilityInput } from "../../server/visits/actions/add-facility.ts";
import { makeQr } from "../../server/visits/actions/make-qr.ts";
import { placeFacility } from "../../server/visits/actions/place-facility.ts";
import type { Seeded, SeededFacility } from "./seeded.ts";
import { openDemoOffices } from "./staff.ts";
import { demoRegion } from "./staff-people.ts";
import { openDemoTown } from "./town.ts";
import { giveDemoHelp, issueDemoSeats, openDemoTreasury } from "./treasury.ts";

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

/**
 * Lays out the demo world: the offices, two synthetic facilities under them with a screen QR each, and a local government. Run again, it
 * changes nothing.
 */
export async function seedDemo(ports: Ports): Promise<Seeded> {
  const offices = await openDemoOffices(ports);
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
    const { hcode, nameTh } = input;
    seeded.push({ agencyId, hcode, nameTh, screenQrId: qr.value.qrId, serviceType: screen });
  }
  const [town, treasury] = [await openDemoTown(ports), await openDemoTreasury(ports)];
  await issueDemoSeats(ports, treasury, town);
  await giveDemoHelp(ports, treasury);
  return { offices, facilities: seeded, town, treasury };
}

async function ensureFacility(ports: Ports, input: FacilityInput): Promise<string> {
  const added = await addFacility(ports, actor, { ...input, region: demoRegion });
  if (added.ok) return added.value.agencyId;
  if (added.refusal.kind !== "hcode_taken")
    throw new Error(`a demo facility was refused: ${added.refusal.kind}`);
  const placed = await placeFacility(ports, actor, { hcode: input.hcode, region: demoRegion });
  if (!placed.ok) throw new Error(`a demo facility has no place: ${placed.refusal.kind}`);
  return placed.value.agencyId;
}
