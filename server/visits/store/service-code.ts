import { and, asc, desc, eq, gte, lte, min, sql, type SQL } from "drizzle-orm";
import { agency, facility, serviceCode, serviceType } from "../../../db/schema/index.ts";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";
import type { IssuedCode } from "../issued-code.ts";
import type { ServiceCode, ServiceCodeStatus } from "../service-code.ts";

/** One code of a person; null: that person has none by that id. */
export async function findCode(tx: Tx, personId: string, codeId: string): Promise<IssuedCode | null> {
  const [row] = await codes(tx)
    .where(and(eq(serviceCode.personId, personId), eq(serviceCode.id, codeId)))
    .limit(1);
  return row ? codeOf(row) : null;
}

/** The same, held against change until the transaction ends. */
export async function lockCode(tx: Tx, personId: string, codeId: string): Promise<IssuedCode | null> {
  const [row] = await codes(tx)
    .where(and(eq(serviceCode.personId, personId), eq(serviceCode.id, codeId)))
    .limit(1)
    .for("update", { of: serviceCode });
  return row ? codeOf(row) : null;
}

/** The codes of a person for one service day, latest first, cancelled ones too. */
export async function findTodaysCodes(
  tx: Tx,
  personId: string,
  day: BangkokDay,
): Promise<readonly IssuedCode[]> {
  const rows = await codes(tx)
    .where(and(eq(serviceCode.personId, personId), eq(serviceCode.day, day)))
    .orderBy(desc(serviceCode.issuedAt), desc(serviceCode.id))
    .limit(50);
  return rows.map(codeOf);
}

/**
 * The codes of a person, latest first, issued from `from` up to `until`: at most `limit` from where `turn` says, nearest
 * first.
 */
export async function listCodes(
  tx: Tx,
  personId: string,
  page: { turn: Turn<MomentPlace> | null; from: Date | null; until: Date | null; limit: number },
): Promise<readonly IssuedCode[]> {
  const { turn, from, until, limit } = page;
  const up = readsUp(turn, "down");
  const rows = await codes(tx)
    .where(
      and(
        eq(serviceCode.personId, personId),
        turn ? beyond(turn.place, up) : undefined,
        from ? gte(serviceCode.issuedAt, from) : undefined,
        until ? lte(serviceCode.issuedAt, until) : undefined,
      ),
    )
    .orderBy(...[serviceCode.issuedAt, serviceCode.id].map(up ? asc : desc))
    .limit(limit);
  return rows.map(codeOf);
}

function beyond({ at, id }: MomentPlace, up: boolean): SQL {
  const place = sql`(${at.toISOString()}::timestamptz, ${id}::uuid)`;
  return sql`(${serviceCode.issuedAt}, ${serviceCode.id}) ${up ? sql`>` : sql`<`} ${place}`;
}

/** When the first code of a person was issued; null: there is none. */
export async function findFirstIssued(tx: Tx, personId: string): Promise<Date | null> {
  const [row] = await tx
    .select({ first: min(serviceCode.issuedAt) })
    .from(serviceCode)
    .where(eq(serviceCode.personId, personId));
  return row?.first ?? null;
}

/** Marks a code cancelled. The row must be locked and the move allowed; the database refuses others. */
export async function cancelCodeRow(
  tx: Tx,
  code: Pick<IssuedCode, "personId" | "id">,
  by: { readonly cancelledBy: string; readonly now: Date },
): Promise<void> {
  await tx
    .update(serviceCode)
    .set({ status: "cancelled", cancelledAt: by.now, cancelledBy: by.cancelledBy })
    .where(and(eq(serviceCode.personId, code.personId), eq(serviceCode.id, code.id)));
}

/** A code as the counter's screen shows it. */
export interface Arrival {
  readonly codeId: string;
  readonly personId: string;
  readonly code: ServiceCode;
  readonly status: ServiceCodeStatus;
  readonly issuedAt: Date;
}

/** Today's latest codes of a facility for one service, and how many there are. Runs as that facility's staff. */
export async function listArrivals(
  tx: Tx,
  place: { agencyId: string; serviceType: string; day: BangkokDay; limit: number },
): Promise<{ readonly count: number; readonly latest: readonly Arrival[] }> {
  const here = and(
    eq(serviceCode.agencyId, place.agencyId),
    eq(serviceCode.day, place.day),
    eq(serviceCode.serviceType, place.serviceType),
  );
  const [counted, latest] = await Promise.all([
    tx
      .select({ count: sql<number>`count(*)::int` })
      .from(serviceCode)
      .where(and(here, sql`${serviceCode.status} <> 'cancelled'`)),
    tx
      .select({
        codeId: serviceCode.id,
        personId: serviceCode.personId,
        code: sql<ServiceCode>`${serviceCode.code}`,
        status: sql<ServiceCodeStatus>`${serviceCode.status}`,
        issuedAt: serviceCode.issuedAt,
      })
      .from(serviceCode)
      .where(here)
      .orderBy(desc(serviceCode.issuedAt), desc(serviceCode.id))
      .limit(place.limit),
  ]);
  return { count: counted[0]?.count ?? 0, latest };
}

function codes(tx: Tx) {
  return tx
    .select({
      id: serviceCode.id,
      personId: serviceCode.personId,
      code: sql<ServiceCode>`${serviceCode.code}`,
      status: sql<ServiceCodeStatus>`${serviceCode.status}`,
      day: sql<BangkokDay>`${serviceCode.day}`,
      issuedAt: serviceCode.issuedAt,
      expiresAt: serviceCode.expiresAt,
      cancelledAt: serviceCode.cancelledAt,
      cancelReason: serviceCode.cancelReason,
      askedBy: serviceCode.askedBy,
      facilityId: serviceCode.agencyId,
      hcode: facility.hcode,
      facilityTh: agency.nameTh,
      facilityEn: agency.nameEn,
      telephone: facility.telephone,
      serviceType: serviceCode.serviceType,
      serviceTh: serviceType.nameTh,
      serviceEn: serviceType.nameEn,
    })
    .from(serviceCode)
    .innerJoin(agency, eq(agency.id, serviceCode.agencyId))
    .innerJoin(facility, eq(facility.agencyId, serviceCode.agencyId))
    .innerJoin(serviceType, eq(serviceType.code, serviceCode.serviceType))
    .$dynamic();
}

type CodeRow = Awaited<ReturnType<typeof codes>>[number];

function codeOf({ facilityTh, facilityEn, serviceTh, serviceEn, ...row }: CodeRow): IssuedCode {
  return {
    ...row,
    facility: { nameTh: facilityTh, nameEn: facilityEn },
    service: { nameTh: serviceTh, nameEn: serviceEn },
  };
}
