import { service, serviceCategory, serviceVersion, staffUnit, unit } from "../../db/schema/index.ts";
import type { AcceptedAnswers } from "../../server/forms/accepted.ts";
import type { Citizen, Staff, StaffLevel } from "../../server/kernel/actor.ts";
import { addLocalGovernment } from "../../server/petitions/actions/add-local-government.ts";
import { usualWatchRules } from "../../server/petitions/deadline-watch.ts";
import { filePetition } from "../../server/petitions/desk/file-petition.ts";
import type { ServiceDefinition } from "../../server/petitions/service-definition.ts";
import type { KeptPetition } from "../../server/petitions/store/petition.ts";
import { findService, findVersion } from "../../server/petitions/store/service.ts";
import type { Ports } from "../../server/ports.ts";
import { bareStaff } from "./bare-staff.ts";
import { lightPinHash } from "./light-pin-hash.ts";
import { granted, registered } from "./people.ts";
import { testWorld, type TestWorld } from "./ports.ts";

const administrator = { kind: "system", job: "test" } as const;
let opened = 0;

/** A repair that is done and tested: one text, one place. Tests change what they are about. */
export function plainService(more: Partial<ServiceDefinition> = {}): ServiceDefinition {
  const both = (th: string) => ({ th, en: null });
  return {
    format: 1,
    name: both("แจ้งไฟฟ้าสาธารณะเสีย"),
    summary: both("แจ้งให้ซ่อมไฟส่องสว่างริมทาง"),
    audience: null,
    documents: [],
    fee: { satang: null, words: null },
    law: [],
    form: {
      format: 1,
      fields: [
        {
          ...{ key: "place", type: "text", required: true, minLength: 1, maxLength: 200 },
          ...{ label: both("จุดที่เสีย"), help: null, showIf: null },
        },
        {
          ...{ key: "spot", type: "map_point", required: false },
          ...{ label: both("ตำแหน่งบนแผนที่"), help: null, showIf: null },
        },
      ],
    },
    ends: "deed",
    promised: { days: 7, unit: "working" },
    watch: usualWatchRules,
    assurance: "phone",
    testDays: 7,
    isPlaceBased: true,
    tellsBySms: false,
    templates: [],
    ...more,
  };
}

/** A local government that is open, with two units and one account of each level. */
export interface Town {
  readonly agencyId: string;
  readonly slug: string;
  /** กองช่าง, กองคลัง. */
  readonly unitIds: readonly [string, string];
  readonly officer: Staff;
  /** A second officer, in the second unit. */
  readonly other: Staff;
  readonly supervisor: Staff;
  readonly localAdmin: Staff;
  readonly executive: Staff;
  readonly categoryId: string;
  /** Publishes a service; its petitions begin at the first unit. */
  serviceOf(definition?: ServiceDefinition): Promise<{ readonly serviceId: string; readonly slug: string }>;
  /** Files a petition to it as its citizen would. */
  filed(citizen: Citizen, serviceId: string, answers?: AcceptedAnswers): Promise<KeptPetition>;
}

/** Opens a local government through its own action, with what an administrator would set up by hand. */
export async function openTown(ports: Ports): Promise<Town> {
  opened += 1;
  const slug = `town-${opened}-${ports.random.uuid().slice(-6)}`;
  const names = { nameTh: `เทศบาลตำบลทดสอบ ${slug}`, nameEn: `Test Town ${slug}`, slug };
  const { agencyId } = await granted(addLocalGovernment(ports, administrator, names));
  const unitIds = [ports.random.uuid(), ports.random.uuid()] as const;
  const categoryId = ports.random.uuid();
  const person = async (level: StaffLevel): Promise<Staff> => ({
    kind: "staff",
    staffId: await bareStaff(ports, { agencyId, level, state: "active" }),
    agencyId,
    level,
  });
  const [officer, other] = [await person("officer"), await person("officer")];
  await ports.db.as(administrator, async (tx) => {
    await tx.insert(unit).values([
      { agencyId, id: unitIds[0], nameTh: "กองช่าง", nameEn: "Public Works" },
      { agencyId, id: unitIds[1], nameTh: "กองคลัง", nameEn: "Finance" },
    ]);
    await tx.insert(staffUnit).values([
      { agencyId, staffId: officer.staffId, unitId: unitIds[0] },
      { agencyId, staffId: other.staffId, unitId: unitIds[1] },
    ]);
    await tx
      .insert(serviceCategory)
      .values({ agencyId, id: categoryId, nameTh: "แจ้งซ่อม", nameEn: "Repairs", position: 1 });
  });
  const serviceOf = (definition = plainService()) =>
    publish(ports, { agencyId, categoryId }, unitIds[0], definition);
  return {
    ...{ agencyId, slug, unitIds, officer, other, categoryId, serviceOf },
    supervisor: await person("supervisor"),
    localAdmin: await person("local_admin"),
    executive: await person("executive"),
    filed: (citizen, serviceId, answers = { place: "หน้าตลาด" }) =>
      filed(ports, agencyId, citizen, serviceId, answers),
  };
}

/** A world in which people can register: messages go out, cards are normal, PINs are hashed lightly. */
export function townWorld(more: Partial<Ports> = {}): Promise<TestWorld> {
  return testWorld({
    sms: { available: true, send: () => Promise.resolve({ kind: "sent" }) },
    cardRegistry: { check: () => Promise.resolve("normal") },
    pinHash: lightPinHash,
    ...more,
  });
}

/** A citizen with an account, of no town in particular. */
export function townsman(ports: Ports): Promise<Citizen> {
  return registered(ports);
}

async function publish(
  ports: Ports,
  of: { readonly agencyId: string; readonly categoryId: string },
  unitId: string,
  definition: ServiceDefinition,
) {
  const [id, now] = [ports.random.uuid(), ports.clock.now()];
  const slug = `service-${id.slice(-8)}`;
  const { agencyId, categoryId } = of;
  await ports.db.as(administrator, async (tx) => {
    await tx
      .insert(service)
      .values({ agencyId, id, categoryId, slug, unitId, version: 1, position: 1, madeAt: now });
    const version = { version: 1, state: "published", definition, madeAt: now, publishedAt: now };
    await tx.insert(serviceVersion).values({ agencyId, serviceId: id, ...version });
  });
  return { serviceId: id, slug };
}

async function filed(
  ports: Ports,
  agencyId: string,
  citizen: Citizen,
  serviceId: string,
  answers: AcceptedAnswers,
): Promise<KeptPetition> {
  return ports.db.as(citizen, async (tx) => {
    const kept = await findService(tx, agencyId, serviceId);
    if (!kept) throw new Error("no such service");
    const version = await findVersion(tx, agencyId, serviceId, 1);
    if (!version) throw new Error("no version of it");
    return filePetition(ports, tx, citizen, {
      personId: citizen.personId,
      service: kept,
      version: 1,
      definition: version.definition,
      answers,
      via: "line",
      wantsPaper: false,
      requestKey: ports.random.uuid(),
    });
  });
}
