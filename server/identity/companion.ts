import { isSurelyYoungerThan, type BirthDate } from "../kernel/birth-date.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { addDays, type BangkokDay } from "../kernel/thai-date.ts";

/** What the asker is to the person asked for: บิดา, มารดา, บุตร, คู่สมรส, ผู้ดูแล, or none of these. */
export const relations = ["father", "mother", "child", "spouse", "caregiver", "none"] as const;
export type Relation = (typeof relations)[number];

/** How the yes is given: in that person's own LINE, by an OTP on their phone, or by a clerk who has seen the papers. */
export const agreementWays = ["line", "otp", "clerk"] as const;
export type AgreementWay = (typeof agreementWays)[number];

/** Where a delegation stands. `waiting_clerk` (รอเจ้าหน้าที่ตรวจสอบ): vouched for by relation, may use nothing yet. */
export const delegationStates = ["asked", "waiting_clerk", "agreed", "refused", "ended", "expired"] as const;
export type DelegationState = (typeof delegationStates)[number];

/** Who moves a delegation. */
export const delegationMovers = ["asker", "represented", "clerk", "time"] as const;
export type DelegationMover = (typeof delegationMovers)[number];

/** From each state: where it may go, and who may do it. One tap of either side ends it. */
export const delegationMoves = {
  asked: {
    waiting_clerk: ["asker"],
    agreed: ["represented"],
    refused: ["represented"],
    ended: ["asker"],
    expired: ["time"],
  },
  waiting_clerk: {
    agreed: ["clerk", "represented"],
    refused: ["clerk", "represented"],
    ended: ["asker"],
    expired: ["time"],
  },
  agreed: { ended: ["asker", "represented"], expired: ["time"] },
  refused: {},
  ended: {},
  expired: {},
} as const satisfies Record<DelegationState, Partial<Record<DelegationState, readonly DelegationMover[]>>>;

/** How long a yes may be asked to hold. */
export const delegationTerms = { one_day: 1, thirty_days: 30, one_year: 365 } as const;
export type DelegationTerm = keyof typeof delegationTerms;

export const companionLimit = 10;
export const vouchedUnderYears = 15;
/** A question without an answer lapses after so many days. */
export const askedLifeDays = 7;

export interface Delegation {
  readonly state: DelegationState;
  /** Codes of the services it is for; null: every service. */
  readonly services: readonly string[] | null;
  /** The last day it holds. */
  readonly untilDay: BangkokDay;
  /** The day it was asked for. */
  readonly askedDay: BangkokDay;
}

export type NewCompanionRefusal =
  | { readonly kind: "companion_is_self" }
  | { readonly kind: "companion_already" }
  | { readonly kind: "companion_limit"; readonly limit: number };

export type VouchRefusal =
  { readonly kind: "companion_relation_missing" } | { readonly kind: "companion_may_answer" };

export type DelegationUseRefusal =
  | { readonly kind: "delegation_waiting_clerk" }
  | { readonly kind: "delegation_missing" }
  | { readonly kind: "delegation_scope" };

const live: readonly DelegationState[] = ["asked", "waiting_clerk", "agreed"];

/** The state on a day: a delegation past its last day, or a question nobody answered, has expired unswept. */
export function delegationState(delegation: Delegation, day: BangkokDay): DelegationState {
  const { state, untilDay, askedDay } = delegation;
  if (!live.includes(state)) return state;
  const unanswered = state === "asked" && day > addDays(askedDay, askedLifeDays);
  return unanswered || day > untilDay ? "expired" : state;
}

/** The last day of a term that begins on `day`, the first day counted. */
export function endOfTerm(term: DelegationTerm, day: BangkokDay): BangkokDay {
  return addDays(day, delegationTerms[term] - 1);
}

/**
 * Says whether somebody may be added: not oneself, not twice, at most ten live ones an account. `isSelf` compares
 * the citizen ids, which the caller holds.
 */
export function checkNewCompanion(asked: {
  readonly isSelf: boolean;
  readonly isAlready: boolean;
  readonly liveCount: number;
}): Result<undefined, NewCompanionRefusal> {
  if (asked.isSelf) return refuse({ kind: "companion_is_self" });
  if (asked.isAlready) return refuse({ kind: "companion_already" });
  return asked.liveCount < companionLimit ? ok() : refuse({ kind: "companion_limit", limit: companionLimit });
}

/**
 * Says whether the asker may vouch for somebody who cannot answer: a child surely under 15, or a person in care,
 * and only by relation. What is vouched for waits for a clerk. Refuses when the person can answer for themselves.
 */
export function checkVouching(
  relation: Relation,
  person: { readonly birth: BirthDate | null; readonly inCare: boolean },
  day: BangkokDay,
): Result<undefined, VouchRefusal> {
  const young = person.birth !== null && isSurelyYoungerThan(vouchedUnderYears, person.birth, day);
  if (!young && !person.inCare) return refuse({ kind: "companion_may_answer" });
  return relation === "none" ? refuse({ kind: "companion_relation_missing" }) : ok();
}

/** Moves a delegation on a day. Refuses what its state does not allow to this mover, and names that state. */
export function moveDelegation(
  delegation: Delegation,
  to: DelegationState,
  mover: DelegationMover,
  day: BangkokDay,
): Result<DelegationState, { readonly kind: "delegation_move_refused"; readonly state: DelegationState }> {
  const state = delegationState(delegation, day);
  const lapses =
    mover === "time" && to === "expired" && state === "expired" && live.includes(delegation.state);
  const moves: Partial<Record<DelegationState, readonly DelegationMover[]>> = delegationMoves[state];
  const allowed = to !== "expired" && (moves[to] ?? []).includes(mover);
  return lapses || allowed ? ok(to) : refuse({ kind: "delegation_move_refused", state });
}

/** Says whether a code may be asked for under a delegation, for one service on one day. */
export function mayAskFor(
  delegation: Delegation,
  service: string,
  day: BangkokDay,
): Result<undefined, DelegationUseRefusal> {
  const state = delegationState(delegation, day);
  if (state === "waiting_clerk") return refuse({ kind: "delegation_waiting_clerk" });
  if (state !== "agreed") return refuse({ kind: "delegation_missing" });
  const inScope = delegation.services === null || delegation.services.includes(service);
  return inScope ? ok() : refuse({ kind: "delegation_scope" });
}
