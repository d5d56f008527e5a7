import { and, asc, eq, gte, isNull, lte, ne, or, sql } from "drizzle-orm";
import {
  accessPerson,
  accessRequest,
  agency,
  facility,
  facilityService,
  serviceType,
  staff,
} from "../../../db/schema/index.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";
import type { Hcode } from "../facility.ts";
import type { Names } from "../names.ts";
import type { ServiceKind, ServiceType, ServiceTypeCode } from "../service-type.ts";

export interface Facility extends Names {
  readonly agencyId: string;
  readonly hcode: string;
  readonly telephone: string | null;
  readonly closedAt: Date | null;
}

/** The facility of an agency; null: that agency is none. */
export async function findFacility(tx: Tx, agencyId: string): Promise<Facility | null> {
  const [row] = await facilities(tx).where(eq(facility.agencyId, agencyId));
  return row ?? null;
}

/** The facility by the payer's code; null: there is none. */
export async function findFacilityByHcode(tx: Tx, hcode: Hcode): Promise<Facility | null> {
  const [row] = await facilities(tx).where(eq(facility.hcode, hcode));
  return row ?? null;
}

function facilities(tx: Tx) {
  return tx
    .select({
      agencyId: facility.agencyId,
      hcode: facility.hcode,
      telephone: facility.telephone,
      closedAt: facility.closedAt,
      nameTh: agency.nameTh,
      nameEn: agency.nameEn,
    })
    .from(facility)
    .innerJoin(agency, eq(agency.id, facility.agencyId))
    .$dynamic();
}

export interface NewFacility extends Names {
  readonly agencyId: string;
  readonly hcode: Hcode;
  readonly telephone: string | null;
  readonly region: number | null;
  /** The office that grants its people access; null: that region's office was not added yet. */
  readonly registrarId: string | null;
  readonly now: Date;
}

/** Keeps a new facility and its agency. Runs as the system. False: the hcode is taken. */
export async function insertFacility(tx: Tx, made: NewFacility): Promise<boolean> {
  const { agencyId, hcode, telephone, region, registrarId, nameTh, nameEn, now } = made;
  const taken = await findFacilityByHcode(tx, hcode);
  if (taken) return false;
  const row = { id: agencyId, kind: "facility", region, registrarId, nameTh, nameEn, createdAt: now };
  await tx.insert(agency).values(row);
  await tx.insert(facility).values({ agencyId, hcode, telephone });
  return true;
}

/** Says that a facility offers services from a day on. Runs as the system. */
export async function insertOffers(
  tx: Tx,
  agencyId: string,
  services: readonly ServiceTypeCode[],
  validFrom: BangkokDay,
): Promise<void> {
  const rows = services.map((service) => ({ agencyId, serviceType: service, validFrom, validUntil: null }));
  await tx.insert(facilityService).values(rows).onConflictDoNothing();
}

const typeColumns = {
  code: sql<ServiceTypeCode>`${serviceType.code}`,
  kind: sql<ServiceKind>`${serviceType.kind}`,
  nameTh: serviceType.nameTh,
  nameEn: serviceType.nameEn,
  validFrom: sql<BangkokDay>`${serviceType.validFrom}`,
  validUntil: sql<BangkokDay | null>`${serviceType.validUntil}`,
};

/** The services a facility offers on a day, main ones first. */
export async function listOffers(tx: Tx, agencyId: string, day: BangkokDay): Promise<readonly ServiceType[]> {
  return tx
    .select(typeColumns)
    .from(facilityService)
    .innerJoin(serviceType, eq(serviceType.code, facilityService.serviceType))
    .where(
      and(
        eq(facilityService.agencyId, agencyId),
        lte(facilityService.validFrom, day),
        or(isNull(facilityService.validUntil), gte(facilityService.validUntil, day)),
        lte(serviceType.validFrom, day),
        or(isNull(serviceType.validUntil), gte(serviceType.validUntil, day)),
      ),
    )
    .orderBy(asc(serviceType.kind), asc(serviceType.code));
}

/** What a facility and a service are called, for a notice that names both; null: one of them is gone. */
export async function findWanted(
  tx: Tx,
  agencyId: string,
  service: string,
): Promise<{ readonly facility: Names; readonly service: Names } | null> {
  const [place, type] = [
    await findFacility(tx, agencyId),
    (await tx.select(typeColumns).from(serviceType).where(eq(serviceType.code, service)))[0],
  ];
  return place && type ? { facility: place, service: type } : null;
}

/** Every service type that holds on a day, for choosing what a companion may be asked for. */
export async function findServiceTypes(tx: Tx, day: BangkokDay): Promise<readonly ServiceType[]> {
  return tx
    .select(typeColumns)
    .from(serviceType)
    .where(
      and(
        lte(serviceType.validFrom, day),
        or(isNull(serviceType.validUntil), gte(serviceType.validUntil, day)),
      ),
    )
    .orderBy(asc(serviceType.kind), asc(serviceType.code));
}

/** Keeps the service types that are missing; those known stay as they are. Runs as the system. */
export async function addMissingServiceTypes(tx: Tx, types: readonly ServiceType[]): Promise<void> {
  await tx
    .insert(serviceType)
    .values([...types])
    .onConflictDoNothing();
}

/** Puts a facility and its people under the office of a region. Runs as the system. False: they are there already. */
export async function putInRegion(
  tx: Tx,
  { agencyId, region, registrarId }: { agencyId: string; region: number; registrarId: string },
): Promise<boolean> {
  const moved = await tx
    .update(agency)
    .set({ region, registrarId })
    .where(and(eq(agency.id, agencyId), sql`${agency.registrarId} is distinct from ${registrarId}`))
    .returning({ id: agency.id });
  if (moved.length === 0) return false;
  await tx.update(staff).set({ registrarId }).where(eq(staff.agencyId, agencyId));
  // A draft lies before nobody: its agency stands there itself.
  const lying = (table: typeof accessRequest | typeof accessPerson) =>
    and(eq(table.agencyId, agencyId), ne(table.registrarId, agencyId));
  await tx.update(accessRequest).set({ registrarId }).where(lying(accessRequest));
  await tx.update(accessPerson).set({ registrarId }).where(lying(accessPerson));
  return true;
}
