import type { BangkokDay } from "../kernel/thai-date.ts";
import type { Names } from "./names.ts";
import type { ServiceCode, ServiceCodeStatus } from "./service-code.ts";

/** A service code as its person sees it. */
export interface IssuedCode {
  readonly id: string;
  readonly personId: string;
  readonly code: ServiceCode;
  readonly status: ServiceCodeStatus;
  readonly day: BangkokDay;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly cancelledAt: Date | null;
  /** Why the facility cancelled it; null: it stands, or the citizen did. */
  readonly cancelReason: string | null;
  /** Who asked: the person, or somebody with that person's yes. */
  readonly askedBy: string;
  readonly facilityId: string;
  /** The facility's code at the payer. */
  readonly hcode: string;
  readonly facility: Names;
  readonly telephone: string | null;
  readonly serviceType: string;
  readonly service: Names;
}
