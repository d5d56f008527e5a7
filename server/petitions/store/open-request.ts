import { and, eq, isNull, sql } from "drizzle-orm";
import { agency, localSetting, service, serviceCategory, serviceVersion } from "../../../db/schema/index.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";
import type { PetitionOutcome } from "../petition.ts";
import type { PetitionStatus } from "../petition-status.ts";

/** A local government as everybody may know it. */
export interface OpenAgency {
  readonly agencyId: string;
  readonly slug: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly phone: string;
}

/** Every local government, by its slug; a central office with a desk for requests is none. Runs as the gate. */
export async function listOpenAgencies(tx: Tx): Promise<readonly OpenAgency[]> {
  return tx
    .select({
      agencyId: agency.id,
      slug: localSetting.slug,
      nameTh: agency.nameTh,
      nameEn: agency.nameEn,
      phone: localSetting.phone,
    })
    .from(localSetting)
    .innerJoin(agency, eq(agency.id, localSetting.agencyId))
    .where(eq(agency.kind, "local_government"))
    .orderBy(localSetting.slug);
}

/** A service about places that is listed openly. */
export interface OpenService {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly summary: string;
  readonly group: string;
}

/** The services of an agency that are about places and in use. Runs as the gate. */
export async function listOpenServices(tx: Tx, agencyId: string): Promise<readonly OpenService[]> {
  const definition = serviceVersion.definition;
  return tx
    .select({
      id: service.id,
      slug: service.slug,
      name: sql<string>`${definition} #>> '{name,th}'`,
      summary: sql<string>`coalesce(${definition} #>> '{summary,th}', '')`,
      group: serviceCategory.nameTh,
    })
    .from(service)
    .innerJoin(
      serviceVersion,
      and(
        eq(serviceVersion.agencyId, service.agencyId),
        eq(serviceVersion.serviceId, service.id),
        eq(serviceVersion.version, service.version),
      ),
    )
    .innerJoin(
      serviceCategory,
      and(eq(serviceCategory.agencyId, service.agencyId), eq(serviceCategory.id, service.categoryId)),
    )
    .where(
      and(
        eq(service.agencyId, agencyId),
        isNull(service.closedAt),
        sql`(${definition} ->> 'isPlaceBased')::boolean`,
      ),
    )
    .orderBy(serviceCategory.position, service.position, service.slug);
}

/** A petition as Open311 tells it. */
export interface OpenRequest {
  readonly number: string;
  readonly serviceId: string;
  readonly status: PetitionStatus;
  readonly outcome: PetitionOutcome | null;
  readonly submittedDay: BangkokDay;
  readonly completedDay: BangkokDay | null;
  readonly dueDay: BangkokDay | null;
  readonly unitTh: string | null;
  /** On a grid of three decimals; of two where the service is about homes. */
  readonly latitude: string;
  readonly longitude: string;
}

/** What of them is asked for; null: whatever. */
export interface OpenRequestsAsked {
  readonly numbers: readonly string[] | null;
  readonly serviceIds: readonly string[] | null;
  readonly from: Date | null;
  readonly until: Date | null;
  readonly isOpen: boolean | null;
  readonly limit: number;
}

/** Petitions about places, the latest first (db/sql/67-open-requests.sql). Runs as the gate. */
export async function listOpenRequests(
  tx: Tx,
  agencyId: string,
  asked: OpenRequestsAsked,
): Promise<readonly OpenRequest[]> {
  const { numbers, serviceIds, from, until, isOpen, limit } = asked;
  // Nothing named is nothing asked for; to SQL an empty list of names would be no filter at all.
  if (numbers?.length === 0 || serviceIds?.length === 0) return [];
  const textArray = (texts: readonly string[] | null) => (texts === null ? null : JSON.stringify(texts));
  const rows = await tx.execute<OpenRequest & Record<string, unknown>>(sql`
    select number, service_id as "serviceId", status, outcome, submitted_day::text as "submittedDay",
      completed_day::text as "completedDay", due_day::text as "dueDay", unit_th as "unitTh",
      latitude::text as latitude, longitude::text as longitude
    from open_requests(${agencyId}::uuid,
      (select array_agg(x) from jsonb_array_elements_text(${textArray(numbers)}::jsonb) as x),
      (select array_agg(x::uuid) from jsonb_array_elements_text(${textArray(serviceIds)}::jsonb) as x),
      ${from?.toISOString() ?? null}::timestamptz, ${until?.toISOString() ?? null}::timestamptz,
      ${isOpen}::boolean, ${limit}::integer)`);
  return [...rows];
}
