import type { SeatPart } from "./holding.ts";
import type { SeatRight } from "./seat.ts";
import type { RegistrationState } from "./token-registration.ts";
import type { UserCode } from "./user-code.ts";

/** A registration as the central office's list shows it: nobody is named. */
export interface QueuedRegistration {
  /** Its holding's id. */
  readonly id: string;
  readonly state: RegistrationState;
  readonly sentAt: Date;
  readonly decidedAt: Date | null;
  readonly userCode: UserCode;
  readonly right: SeatRight;
  readonly part: SeatPart;
  readonly agency: { readonly nameTh: string; readonly nameEn: string };
}

/** The states the central office lists: what waits for it, and what it decided. */
export const queuedStates = ["sent", "refused", "approved", "activated"] as const;
export type QueuedState = (typeof queuedStates)[number];
