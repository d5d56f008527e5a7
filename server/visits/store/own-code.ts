import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { serviceCode, serviceType, visit } from "../../../db/schema/index.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";
import type { Names } from "../names.ts";
import type { OwnCode } from "../own-code.ts";
import type { ClosingCode, ServiceCode, ServiceCodeStatus } from "../service-code.ts";
import type { ServiceTypeCode } from "../service-type.ts";

/** Which of a facility's codes: of a person (of a day, of a service), of a visit, or the one of that id or text. */
export interface OwnCodesAsked {
  readonly personId?: string;
  readonly day?: BangkokDay;
  readonly service?: ServiceTypeCode;
  readonly id?: string;
  readonly visitId?: string;
  readonly code?: ServiceCode;
}

/** Codes of the actor's facility, latest first. */
export async function listOwnCodes(
  tx: Tx,
  agencyId: string,
  asked: OwnCodesAsked,
  limit: number,
): Promise<readonly OwnCode[]> {
  const { personId, day, service, id, visitId, code } = asked;
  return tx
    .select({
      id: serviceCode.id,
      personId: serviceCode.personId,
      visitId: serviceCode.visitId,
      code: sql<ServiceCode>`${serviceCode.code}`,
      status: sql<ServiceCodeStatus>`${serviceCode.status}`,
      closingCode: sql<ClosingCode | null>`${serviceCode.closingCode}`,
      serviceType: sql<ServiceTypeCode>`${serviceCode.serviceType}`,
      service: sql<Names>`jsonb_build_object('nameTh', ${serviceType.nameTh}, 'nameEn', ${serviceType.nameEn})`,
      day: sql<BangkokDay>`${serviceCode.day}`,
      issuedAt: serviceCode.issuedAt,
      expiresAt: serviceCode.expiresAt,
      cancelReason: serviceCode.cancelReason,
      hn: visit.hn,
    })
    .from(serviceCode)
    .innerJoin(serviceType, eq(serviceType.code, serviceCode.serviceType))
    .innerJoin(visit, and(eq(visit.personId, serviceCode.personId), eq(visit.id, serviceCode.visitId)))
    .where(
      and(
        eq(serviceCode.agencyId, agencyId),
        personId === undefined ? undefined : eq(serviceCode.personId, personId),
        day === undefined ? undefined : eq(serviceCode.day, day),
        service === undefined ? undefined : eq(serviceCode.serviceType, service),
        id === undefined ? undefined : eq(serviceCode.id, id),
        visitId === undefined ? undefined : eq(serviceCode.visitId, visitId),
        code === undefined ? undefined : eq(serviceCode.code, code),
      ),
    )
    .orderBy(desc(serviceCode.issuedAt), desc(serviceCode.id))
    .limit(limit);
}

/** The texts of codes of the actor's facility, by their ids. */
export async function listCodeTexts(
  tx: Tx,
  agencyId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ServiceCode>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: serviceCode.id, code: sql<ServiceCode>`${serviceCode.code}` })
    .from(serviceCode)
    .where(and(eq(serviceCode.agencyId, agencyId), inArray(serviceCode.id, [...ids])));
  return new Map(rows.map(({ id, code }) => [id, code]));
}
