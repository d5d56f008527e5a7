import type { StaffLevel } from "../kernel/actor.ts";
import type { TypedRequest } from "./access-form.ts";
import type { AccessChange, AccessDecision, AccessRequestState } from "./access-request.ts";
import type { StaffFacts } from "./staff.ts";

/** One person of a request that was sent, with what was decided. */
export interface AskedPerson {
  readonly id: string;
  readonly change: AccessChange;
  /** Whose name the letter carries. */
  readonly name: string;
  /** The level asked for, or the one that ends. */
  readonly level: StaffLevel;
  /** Null for somebody who leaves. */
  readonly facts: StaffFacts | null;
  /** The account that ends; null for somebody who comes. */
  readonly leavingId: string | null;
  readonly decision: AccessDecision;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
}

/** A request in a list. */
export interface AccessRequestLine {
  readonly id: string;
  readonly state: AccessRequestState;
  /** The agency's own number of the letter, as typed. */
  readonly number: string;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
  readonly agency: { readonly nameTh: string; readonly nameEn: string };
  readonly people: readonly Pick<AskedPerson, "change" | "name" | "decision" | "reason">[];
}

/** A request as a whole. */
export interface AccessRequestSeen {
  readonly id: string;
  readonly agencyId: string;
  readonly state: AccessRequestState;
  readonly typed: TypedRequest;
  readonly version: number;
  readonly hasScan: boolean;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
  readonly decidedAt: Date | null;
  readonly agency: {
    readonly nameTh: string;
    readonly nameEn: string;
    readonly hcode: string;
    readonly region: number | null;
  };
  /** Empty while it is a draft. */
  readonly people: readonly AskedPerson[];
}
