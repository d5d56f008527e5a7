import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import { agency, localSetting, petition, serviceVersion } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { PetitionOutcome } from "../petition.ts";
import type { PetitionStatus } from "../petition-status.ts";
import type { TrackingNumber } from "../tracking-number.ts";

/** A person's petition whose content is still kept, and for how long its agency keeps completed ones. */
export interface HeldPetition {
  readonly id: string;
  readonly number: TrackingNumber;
  readonly serviceTh: string;
  readonly serviceEn: string;
  readonly agencyTh: string;
  readonly agencyEn: string;
  readonly status: PetitionStatus;
  readonly outcome: PetitionOutcome | null;
  readonly completedAt: Date | null;
  readonly testUntil: BangkokDay | null;
  readonly keepDays: number;
}

/**
 * The petitions of a person whose content is still kept, latest first; only those filed `before`, where that is given.
 * Runs as the citizen or the system.
 */
export async function listHeldPetitions(
  tx: Tx,
  personId: string,
  before: Date | null = null,
): Promise<readonly HeldPetition[]> {
  const name = serviceVersion.definition;
  return tx
    .select({
      id: petition.id,
      number: sql<TrackingNumber>`${petition.number}`,
      serviceTh: sql<string>`coalesce(${name} #>> '{name,th}', '')`,
      serviceEn: sql<string>`coalesce(${name} #>> '{name,en}', ${name} #>> '{name,th}', '')`,
      agencyTh: agency.nameTh,
      agencyEn: agency.nameEn,
      status: sql<PetitionStatus>`${petition.status}`,
      outcome: sql<PetitionOutcome | null>`${petition.outcome}`,
      completedAt: petition.completedAt,
      testUntil: sql<BangkokDay | null>`${petition.testUntil}`,
      keepDays: localSetting.keepDays,
    })
    .from(petition)
    .innerJoin(agency, eq(agency.id, petition.agencyId))
    .innerJoin(localSetting, eq(localSetting.agencyId, petition.agencyId))
    .leftJoin(
      serviceVersion,
      and(
        eq(serviceVersion.agencyId, petition.agencyId),
        eq(serviceVersion.serviceId, petition.serviceId),
        eq(serviceVersion.version, petition.serviceVersion),
      ),
    )
    .where(
      and(
        eq(petition.personId, personId),
        isNull(petition.shreddedAt),
        before === null ? undefined : lt(petition.submittedAt, before),
      ),
    )
    .orderBy(desc(petition.submittedAt));
}
