import { maskCitizenId, type CitizenId } from "../kernel/citizen-id.ts";
import { maskPhone, type Phone } from "../kernel/phone.ts";
import { addDays, endOfBangkokDay, type BangkokDay } from "../kernel/thai-date.ts";
import {
  askedLifeDays,
  delegationState,
  type AgreementWay,
  type Delegation,
  type DelegationState,
  type Relation,
} from "./companion.ts";

/**
 * What each side may know of the other, kept sealed with the delegation: nobody reads the other's person. The
 * represented person's name is null until the yes, and after it where nobody knows the name.
 */
export interface DelegationSides {
  readonly askerName: string;
  readonly forName: string | null;
  /** As the asker typed it; shown masked. */
  readonly forCitizenId: CitizenId;
  /** As the asker typed it: where the question goes, and later news when no LINE user is known. */
  readonly phone: Phone;
}

/** A delegation with its two people. */
export interface DelegationOfTwo extends Delegation {
  readonly id: string;
  readonly askerId: string;
  readonly forId: string;
  readonly relation: Relation;
  readonly way: AgreementWay;
  readonly sides: DelegationSides;
}

export type DelegationSide = "asker" | "represented";

/** A delegation as one of its two people sees it on a day. */
export interface DelegationView {
  readonly id: string;
  readonly side: DelegationSide;
  readonly state: DelegationState;
  /** The other person's name. Null: not told yet, or not known. */
  readonly name: string | null;
  readonly maskedCitizenId: string;
  readonly maskedPhone: string;
  readonly relation: Relation;
  /** The person is vouched for: a clerk sees the papers. */
  readonly isVouched: boolean;
  readonly services: readonly string[] | null;
  readonly untilDay: BangkokDay;
  /** An unanswered question lapses then. */
  readonly answerUntil: Date;
}

/**
 * What a person may see of a delegation on a day; null when it is somebody else's. The asker learns the other's name
 * by the yes only; the represented person always sees who asks.
 */
export function viewDelegation(
  delegation: DelegationOfTwo,
  personId: string,
  day: BangkokDay,
): DelegationView | null {
  const side = sideOf(delegation, personId);
  if (side === null) return null;
  const { id, relation, services, untilDay, sides, way } = delegation;
  const state = delegationState(delegation, day);
  return {
    id,
    side,
    state,
    name: side === "represented" ? sides.askerName : state === "agreed" ? sides.forName : null,
    maskedCitizenId: maskCitizenId(sides.forCitizenId),
    maskedPhone: maskPhone(sides.phone),
    relation,
    isVouched: way === "clerk",
    services,
    untilDay,
    answerUntil: endOfBangkokDay(addDays(delegation.askedDay, askedLifeDays)),
  };
}

/** Which of its two people somebody is; null: neither. */
export function sideOf(
  delegation: Pick<DelegationOfTwo, "askerId" | "forId">,
  personId: string,
): DelegationSide | null {
  if (delegation.askerId === personId) return "asker";
  return delegation.forId === personId ? "represented" : null;
}
