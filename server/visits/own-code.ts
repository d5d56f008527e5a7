import type { BangkokDay } from "../kernel/thai-date.ts";
import type { Names } from "./names.ts";
import type { ClosingCode, ServiceCode, ServiceCodeStatus } from "./service-code.ts";
import type { ServiceTypeCode } from "./service-type.ts";

/** A code of a facility as its own system is told of it. */
export interface OwnCode {
  readonly id: string;
  readonly personId: string;
  readonly visitId: string;
  readonly code: ServiceCode;
  readonly status: ServiceCodeStatus;
  readonly closingCode: ClosingCode | null;
  readonly serviceType: ServiceTypeCode;
  readonly service: Names;
  readonly day: BangkokDay;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly cancelReason: string | null;
  readonly hn: string | null;
}
