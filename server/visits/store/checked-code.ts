import { and, eq, sql } from "drizzle-orm";
import { serviceCode, serviceType } from "../../../db/schema/index.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";
import type { CheckedCode } from "../code-check.ts";
import type { Names } from "../names.ts";
import type { ServiceCode, ServiceCodeStatus } from "../service-code.ts";

export interface FoundCode extends CheckedCode {
  readonly expiresAt: Date;
  /** Who used it; null: nobody did. */
  readonly usedBy: string | null;
}

/** A code of the facility by its letters and digits; null: none of this facility's. */
export async function findCheckedCode(
  tx: Tx,
  agencyId: string,
  code: ServiceCode,
): Promise<FoundCode | null> {
  const [row] = await tx
    .select({
      id: serviceCode.id,
      visitId: serviceCode.visitId,
      code: sql<ServiceCode>`${serviceCode.code}`,
      status: sql<ServiceCodeStatus>`${serviceCode.status}`,
      service: sql<Names>`jsonb_build_object('nameTh', ${serviceType.nameTh}, 'nameEn', ${serviceType.nameEn})`,
      day: sql<BangkokDay>`${serviceCode.day}`,
      usedAt: serviceCode.usedAt,
      usedBy: serviceCode.usedBy,
      expiresAt: serviceCode.expiresAt,
    })
    .from(serviceCode)
    .innerJoin(serviceType, eq(serviceType.code, serviceCode.serviceType))
    .where(and(eq(serviceCode.agencyId, agencyId), eq(serviceCode.code, code)));
  return row ?? null;
}
