import type { BangkokDay } from "../kernel/thai-date.ts";

/** A letter of delay that waits for its reason, as the list shows it. */
export interface WaitingDelay {
  readonly petitionId: string;
  readonly petitionNumber: string;
  readonly dueDay: BangkokDay;
  /** Which letter it is, from 1. */
  readonly letter: number;
  readonly draftedAt: Date;
}

export type DelayRefusal =
  /** No letter waits for such a petition within reach: it was sent, or the petition ended. */
  | { readonly kind: "delay_missing" }
  | { readonly kind: "delay_reason_short" }
  | { readonly kind: "delay_day_past" };
