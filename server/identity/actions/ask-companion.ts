import type { Citizen } from "../../kernel/actor.ts";
import type { BirthDate } from "../../kernel/birth-date.ts";
import { parseCitizenId, type CitizenId, type CitizenIdRefusal } from "../../kernel/citizen-id.ts";
import { parsePhone, type Phone, type PhoneRefusal } from "../../kernel/phone.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { findServiceTypes } from "../../visits/store.ts";
import {
  checkNewCompanion,
  checkVouching,
  type DelegationTerm,
  type NewCompanionRefusal,
  type Relation,
  type VouchRefusal,
} from "../companion.ts";
import {
  keepQuestion,
  lapseOld,
  sendQuestionOtp,
  standsOn,
  tellRepresented,
} from "../desk/companion-question.ts";
import type { OtpRequestRefusal } from "../desk/otp.ts";
import { meetRepresented, type Represented } from "../desk/represented.ts";
import { limits } from "../limit.ts";
import { lockAccount } from "../store/account.ts";
import { findAsked, listByAsker } from "../store/delegation.ts";
import { countUp } from "../store/limit.ts";
import { isPhoneOnFile } from "../store/phone.ts";

export interface AskCompanionInput {
  readonly citizenIdText: string;
  readonly phoneText: string;
  readonly relation: Relation;
  /** Codes of services; null: every service. */
  readonly services: readonly string[] | null;
  readonly term: DelegationTerm;
  /** Of somebody who cannot answer for themselves; null: the person is asked. */
  readonly vouched: { readonly birth: BirthDate | null; readonly inCare: boolean } | null;
  readonly requestKey: string;
  /** The caller's network address. */
  readonly address: string;
}

export type AskCompanionRefusal =
  | { readonly kind: "session_locked" }
  | CitizenIdRefusal
  | PhoneRefusal
  | NewCompanionRefusal
  | VouchRefusal
  | OtpRequestRefusal
  | { readonly kind: "companion_asks_today" }
  | { readonly kind: "companion_phone_own" }
  | { readonly kind: "companion_services_none" };

interface Asked extends AskCompanionInput {
  readonly citizenId: CitizenId;
  readonly phone: Phone;
  readonly now: Date;
  readonly day: BangkokDay;
}

/**
 * Asks somebody whether the citizen may ask for service codes in their name, and answers the delegation's id. An OTP
 * goes to the phone that was typed, whoever is behind the number, and a linked LINE user is asked there too; a person
 * with another phone on file is told on theirs. The asker sees the same in every case. Who is vouched for waits for a
 * clerk and gets no OTP. The same request, or a live question to the same person, answers with the row there is.
 * Refuses what cannot be read, oneself, an eleventh person, a service that is not offered, vouching for somebody who
 * can answer, the asker's own phone as another's, too many questions in a day, and what the OTP's own limits refuse; then nothing was asked.
 */
export async function askCompanion(
  ports: Ports,
  actor: Citizen,
  input: AskCompanionInput,
): Promise<Result<{ readonly delegationId: string }, AskCompanionRefusal>> {
  if (!actor.unlocked) return refuse({ kind: "session_locked" });
  const read = readAsked(input, ports.clock.now());
  if (!read.ok) return read;
  const asked = read.value;
  const met = await ports.db.as({ kind: "gate" }, async (tx) => {
    const count = await countUp(tx, limits.companionAsks, actor.personId, asked.now);
    if (count > limits.companionAsks.most) return refuse({ kind: "companion_asks_today" });
    return ok(await meetRepresented(ports, tx, actor.channel, asked));
  });
  if (!met.ok) return met;
  return ports.db.as(actor, (tx) => ask(ports, tx, actor, asked, met.value));
}

function readAsked(input: AskCompanionInput, now: Date): Result<Asked, AskCompanionRefusal> {
  const citizenId = parseCitizenId(input.citizenIdText);
  if (!citizenId.ok) return citizenId;
  const phone = parsePhone(input.phoneText);
  if (!phone.ok) return phone;
  const day = bangkokDay(now);
  const { vouched, relation } = input;
  const may = vouched === null ? ok() : checkVouching(relation, vouched, day);
  return may.ok ? ok({ ...input, citizenId: citizenId.value, phone: phone.value, now, day }) : may;
}

/** Decides and keeps the question. The asker's account is held, so that questions sent at once take turns. */
async function ask(
  ports: Ports,
  tx: Tx,
  actor: Citizen,
  asked: Asked,
  represented: Represented,
): Promise<Result<{ readonly delegationId: string }, AskCompanionRefusal>> {
  await lockAccount(tx, actor.personId);
  const { personId: askerId } = actor;
  const { requestKey, day } = asked;
  const before = await findAsked(ports, tx, { askerId, forId: represented.personId, requestKey });
  const same = before.find((each) => each.requestKey === requestKey) ?? before.find(standsOn(day));
  if (same) return ok({ delegationId: same.id });
  const live = await lapseOld(ports, tx, await listByAsker(ports, tx, askerId), asked);
  const isSelf = represented.personId === askerId;
  const may = checkNewCompanion({ isSelf, isAlready: false, liveCount: live.length });
  if (!may.ok) return may;
  const scope = await checkScope(ports, tx, actor, asked);
  if (!scope.ok) return scope;
  const delegationId = ports.random.uuid();
  const sent = await sendQuestionOtp(ports, tx, actor, asked, delegationId);
  if (!sent.ok) return sent;
  await keepQuestion(ports, tx, actor, { ...asked, forId: represented.personId, id: delegationId });
  await tellRepresented(ports, tx, represented, { ...asked, id: delegationId });
  return ok({ delegationId });
}

/** A grown-up's answer never comes from the asker's own phone, and only services that are offered can be chosen. */
async function checkScope(
  ports: Ports,
  tx: Tx,
  actor: Citizen,
  { vouched, phone, services, day }: Asked,
): Promise<Result<undefined, AskCompanionRefusal>> {
  if (vouched === null && (await isPhoneOnFile(ports, tx, actor.personId, phone))) {
    return refuse({ kind: "companion_phone_own" });
  }
  if (services === null) return ok();
  const offered = (await findServiceTypes(tx, day)).map((type): string => type.code);
  const known = services.length > 0 && services.every((code) => offered.includes(code));
  return known ? ok() : refuse({ kind: "companion_services_none" });
}
