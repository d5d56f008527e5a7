import type { Names } from "./names.ts";
import type { ClosingCode, ServiceCode, ServiceCodeStatus } from "./service-code.ts";
import type { ServiceTypeCode } from "./service-type.ts";

/** A code of a visit as staff see it. */
export interface VisitCode {
  readonly id: string;
  readonly code: ServiceCode;
  readonly status: ServiceCodeStatus;
  readonly serviceType: ServiceTypeCode;
  readonly service: Names;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly closingCode: ClosingCode | null;
  readonly cancelReason: string | null;
}
