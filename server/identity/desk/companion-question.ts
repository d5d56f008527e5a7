import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import type { Phone } from "../../kernel/phone.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import { companionNotice } from "../companion-notice.ts";
import {
  delegationState,
  endOfTerm,
  moveDelegation,
  type DelegationTerm,
  type Relation,
} from "../companion.ts";
import { fullName } from "../full-name.ts";
import { insertDelegation, saveMove, type KeptDelegation } from "../store/delegation.ts";
import { findPerson } from "../store/person.ts";
import { requestOtp, type OtpRequestRefusal } from "./otp.ts";
import type { Represented } from "./represented.ts";

/** True for a delegation that stands on a day: asked, waiting or agreed, and its time not over. */
export function standsOn(day: BangkokDay) {
  return (delegation: KeptDelegation): boolean =>
    delegation.endedAt === null && delegationState(delegation, day) !== "expired";
}

/** Ends those delegations whose time is over, and answers the others. */
export async function lapseOld(
  ports: Ports,
  tx: Tx,
  delegations: readonly KeptDelegation[],
  { now, day }: { readonly now: Date; readonly day: BangkokDay },
): Promise<readonly KeptDelegation[]> {
  for (const kept of delegations) {
    const lapsed = moveDelegation(kept, "expired", "time", day);
    if (lapsed.ok) await saveMove(ports, tx, kept, { to: "expired", at: now, by: null });
  }
  return delegations.filter(standsOn(day));
}

/**
 * Sends the OTP of a question to the phone that was typed. Nothing is sent for somebody vouched for, nor without a
 * gateway: the question can still be answered in LINE. Refuses as every OTP does.
 */
export async function sendQuestionOtp(
  ports: Ports,
  tx: Tx,
  { channel, lineUserId }: Citizen,
  asked: { readonly vouched: object | null; readonly phone: Phone; readonly address: string },
  delegationId: string,
): Promise<Result<undefined, OtpRequestRefusal>> {
  if (asked.vouched !== null || !ports.sms.available) return ok();
  const sent = await requestOtp(ports, tx, {
    user: { channel, lineUserId },
    purpose: "companion",
    subjectId: delegationId,
    phone: asked.phone,
    address: asked.address,
  });
  return sent.ok ? ok() : sent;
}

export interface Question {
  readonly id: string;
  readonly forId: string;
  readonly citizenId: CitizenId;
  readonly phone: Phone;
  readonly relation: Relation;
  readonly services: readonly string[] | null;
  readonly term: DelegationTerm;
  readonly vouched: object | null;
  readonly requestKey: string;
  readonly now: Date;
  readonly day: BangkokDay;
}

/** Keeps a question that was judged, and the audit of it. */
export async function keepQuestion(ports: Ports, tx: Tx, actor: Citizen, asked: Question): Promise<void> {
  const { id, forId, relation, services, vouched, requestKey, now, citizenId, phone } = asked;
  const asker = await findPerson(ports, tx, actor.personId);
  const way = vouched === null ? "otp" : "clerk";
  await insertDelegation(ports, tx, {
    id,
    askerId: actor.personId,
    forId,
    relation,
    way,
    state: vouched === null ? "asked" : "waiting_clerk",
    services,
    untilDay: endOfTerm(asked.term, asked.day),
    requestKey,
    askedAt: now,
    sides: { askerName: fullName(asker) ?? "", forName: null, forCitizenId: citizenId, phone },
  });
  await record(ports, tx, { action: "delegation.asked", actor, subjectId: id, refs: { for: forId, way } });
}

/** Tells the represented person: in LINE where linked; by SMS only where no OTP reaches the phone on file. */
export async function tellRepresented(
  ports: Ports,
  tx: Tx,
  represented: Represented,
  asked: { readonly id: string; readonly vouched: object | null },
): Promise<void> {
  const notice = companionNotice("companion_asked", represented.told, asked.id);
  if (!notice) return;
  const { phoneOnFile } = represented;
  const needsSms = phoneOnFile === "other" || (phoneOnFile === "same" && asked.vouched !== null);
  if (notice.medium === "line" || needsSms) await queue(ports, tx, notice);
}
