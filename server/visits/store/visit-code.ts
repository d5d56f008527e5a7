import { and, asc, eq, sql } from "drizzle-orm";
import { serviceCode, serviceType } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { Names } from "../names.ts";
import type { ClosingCode, ServiceCode, ServiceCodeStatus } from "../service-code.ts";
import type { ServiceTypeCode } from "../service-type.ts";
import type { VisitCode } from "../visit-code.ts";
import type { KeptVisit } from "./visit.ts";

/** The codes of a visit, and of the person's same day at this facility, whichever visit they came with. */
export async function listDayCodes(
  tx: Tx,
  { personId, agencyId, day }: Pick<KeptVisit, "personId" | "agencyId" | "day">,
): Promise<readonly (VisitCode & { readonly visitId: string })[]> {
  return tx
    .select({
      id: serviceCode.id,
      visitId: serviceCode.visitId,
      code: sql<ServiceCode>`${serviceCode.code}`,
      status: sql<ServiceCodeStatus>`${serviceCode.status}`,
      serviceType: sql<ServiceTypeCode>`${serviceCode.serviceType}`,
      service: sql<Names>`jsonb_build_object('nameTh', ${serviceType.nameTh}, 'nameEn', ${serviceType.nameEn})`,
      issuedAt: serviceCode.issuedAt,
      expiresAt: serviceCode.expiresAt,
      closingCode: sql<ClosingCode | null>`${serviceCode.closingCode}`,
      cancelReason: serviceCode.cancelReason,
    })
    .from(serviceCode)
    .innerJoin(serviceType, eq(serviceType.code, serviceCode.serviceType))
    .where(
      and(eq(serviceCode.personId, personId), eq(serviceCode.agencyId, agencyId), eq(serviceCode.day, day)),
    )
    .orderBy(asc(serviceCode.issuedAt), asc(serviceCode.id));
}
