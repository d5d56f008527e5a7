import { and, asc, desc, eq, gte, isNull, sql } from "drizzle-orm";
import {
  agency,
  facility,
  facilityQr,
  facilityService,
  qrScan,
  serviceType,
} from "../../../db/schema/index.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";
import type { QrKind } from "../facility-qr.ts";
import type { PlaceOfQr, ScanCount } from "../place.ts";

/** The place behind the number in a token; null: no such QR. */
export function findPlaceByNumber(tx: Tx, number: number): Promise<PlaceOfQr | null> {
  return placeWhere(tx, eq(facilityQr.number, number));
}

/** The place behind the short number in a typed code; null: no such QR. */
export function findPlaceByShortNumber(tx: Tx, shortNumber: number): Promise<PlaceOfQr | null> {
  return placeWhere(tx, eq(facilityQr.shortNumber, shortNumber));
}

/** The place of one QR. As staff: of the own facility only. */
export function findPlace(tx: Tx, qrId: string): Promise<PlaceOfQr | null> {
  return placeWhere(tx, eq(facilityQr.id, qrId));
}

async function placeWhere(tx: Tx, condition: ReturnType<typeof eq>): Promise<PlaceOfQr | null> {
  const [row] = await places(tx).where(condition).limit(1);
  return row ? placeOf(row) : null;
}

/** A facility's QRs that were not revoked, screens first, then printed ones, latest first. */
export async function listPlaces(tx: Tx, agencyId: string): Promise<readonly PlaceOfQr[]> {
  const rows = await places(tx)
    .where(and(eq(facilityQr.agencyId, agencyId), isNull(facilityQr.revokedAt)))
    .orderBy(desc(facilityQr.kind), asc(facilityQr.serviceType), desc(facilityQr.madeAt));
  return rows.map(placeOf);
}

function places(tx: Tx) {
  return tx
    .select({
      qrId: facilityQr.id,
      kind: sql<QrKind>`${facilityQr.kind}`,
      number: facilityQr.number,
      shortNumber: facilityQr.shortNumber,
      madeAt: facilityQr.madeAt,
      revokedAt: facilityQr.revokedAt,
      facilityId: agency.id,
      facilityTh: agency.nameTh,
      facilityEn: agency.nameEn,
      hcode: facility.hcode,
      telephone: facility.telephone,
      closedAt: facility.closedAt,
      serviceType: serviceType.code,
      serviceTh: serviceType.nameTh,
      serviceEn: serviceType.nameEn,
      serviceFrom: serviceType.validFrom,
      serviceUntil: serviceType.validUntil,
      offerFrom: facilityService.validFrom,
      offerUntil: facilityService.validUntil,
    })
    .from(facilityQr)
    .innerJoin(agency, eq(agency.id, facilityQr.agencyId))
    .innerJoin(facility, eq(facility.agencyId, facilityQr.agencyId))
    .innerJoin(serviceType, eq(serviceType.code, facilityQr.serviceType))
    .leftJoin(
      facilityService,
      and(
        eq(facilityService.agencyId, facilityQr.agencyId),
        eq(facilityService.serviceType, facilityQr.serviceType),
      ),
    )
    .$dynamic();
}

type PlaceRow = Awaited<ReturnType<typeof places>>[number];

function placeOf(row: PlaceRow): PlaceOfQr {
  const { qrId, kind, number, shortNumber, facilityId, hcode, telephone, serviceType: type, madeAt } = row;
  return {
    qrId,
    kind,
    number,
    shortNumber,
    facilityId,
    hcode,
    telephone,
    madeAt,
    facility: { nameTh: row.facilityTh, nameEn: row.facilityEn },
    serviceType: type,
    service: { nameTh: row.serviceTh, nameEn: row.serviceEn },
    asking: {
      qrRevokedAt: row.revokedAt,
      facilityClosedAt: row.closedAt,
      serviceType: validity(row.serviceFrom, row.serviceUntil),
      offer: row.offerFrom === null ? null : validity(row.offerFrom, row.offerUntil),
    },
  };
}

function validity(from: string, until: string | null) {
  return { validFrom: from as BangkokDay, validUntil: until as BangkokDay | null };
}

export interface NewQr {
  readonly id: string;
  readonly agencyId: string;
  readonly serviceType: string;
  readonly kind: QrKind;
  readonly number: number;
  readonly shortNumber: number;
  readonly madeAt: Date;
  readonly requestKey: string;
}

/** Keeps a new QR. False: a number is taken, or the same request or the service's screen has one already. */
export async function insertQr(tx: Tx, qr: NewQr): Promise<boolean> {
  const made = await tx.insert(facilityQr).values(qr).onConflictDoNothing().returning({ id: facilityQr.id });
  return made.length > 0;
}

/** The QR that answers a request to make one: the same request's, or for a screen the service's living one. */
export async function findMadeQr(
  tx: Tx,
  wanted: Pick<NewQr, "agencyId" | "serviceType" | "kind" | "requestKey">,
): Promise<{ readonly id: string } | null> {
  const { agencyId, requestKey } = wanted;
  const sameRequest = and(eq(facilityQr.agencyId, agencyId), eq(facilityQr.requestKey, requestKey));
  const living = and(
    eq(facilityQr.agencyId, agencyId),
    eq(facilityQr.serviceType, wanted.serviceType),
    eq(facilityQr.kind, "screen"),
    isNull(facilityQr.revokedAt),
  );
  const condition = wanted.kind === "screen" ? living : sameRequest;
  const [row] = await tx.select({ id: facilityQr.id }).from(facilityQr).where(condition).limit(1);
  return row ?? null;
}

/** Revokes a printed QR of the facility, and says whether that changed anything. */
export async function revokeQr(
  tx: Tx,
  agencyId: string,
  qrId: string,
  now: Date,
): Promise<"revoked" | "was_revoked" | "not_found"> {
  const printed = and(
    eq(facilityQr.agencyId, agencyId),
    eq(facilityQr.id, qrId),
    eq(facilityQr.kind, "printed"),
  );
  const revoked = await tx
    .update(facilityQr)
    .set({ revokedAt: now })
    .where(and(printed, isNull(facilityQr.revokedAt)))
    .returning({ id: facilityQr.id });
  if (revoked.length > 0) return "revoked";
  const known = await tx.select({ id: facilityQr.id }).from(facilityQr).where(printed);
  return known.length > 0 ? "was_revoked" : "not_found";
}

/** How often each QR of a facility was scanned since an instant, and how often refused. */
export async function countScans(tx: Tx, agencyId: string, from: Date): Promise<readonly ScanCount[]> {
  return tx
    .select({
      qrId: qrScan.qrId,
      accepted: sql<number>`(count(*) filter (where ${qrScan.outcome} = 'accepted'))::int`,
      refused: sql<number>`(count(*) filter (where ${qrScan.outcome} <> 'accepted'))::int`,
      lastAt: sql<Date | null>`max(${qrScan.scannedAt})`.mapWith(qrScan.scannedAt),
    })
    .from(qrScan)
    .where(and(eq(qrScan.agencyId, agencyId), gte(qrScan.scannedAt, from)))
    .groupBy(qrScan.qrId);
}
