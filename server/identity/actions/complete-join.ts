import { record } from "../../audit/store.ts";
import type { Citizen, Gate } from "../../kernel/actor.ts";
import { parseNewPassword, type Password } from "../../kernel/password.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { hashCitizenPassword, knownOfCitizen } from "../desk/citizen-password.ts";
import { keepContact } from "../desk/contact.ts";
import { judgeWholeContact, type TypedPassword } from "../desk/join-form.ts";
import { countPinChoice, type PinLimitRefusal } from "../desk/pin-choice.ts";
import { refused, type JoinFault, type JoinRefused, type TypedJoin } from "../join.ts";
import { lockAccount } from "../store/account.ts";
import { findContact } from "../store/contact.ts";
import { findPassword, lockPassword, putPassword } from "../store/citizen-password.ts";
import { findPerson } from "../store/person.ts";
import { findPhone } from "../store/phone.ts";
import { termsInForce } from "../terms.ts";

export interface CompleteJoinInput extends TypedPassword {
  readonly termsVersion: string;
  readonly typed: TypedJoin;
}

export type CompleteJoinRefusal =
  JoinRefused | PinLimitRefusal | { readonly kind: "terms_changed" } | { readonly kind: "session_locked" };

const gate: Gate = { kind: "gate" };

/**
 * Adds what e-Service asks of somebody who has an account (E1, C2): prefix, e-mail, address, and a password when there is
 * none. Sent twice it is kept once: what somebody has already is changed on the account's pages alone, which ask for the
 * PIN or password once more and tell the address before. Refuses everything that is wrong, other terms than those in force, a session that is
 * not unlocked, and more passwords than an hour allows.
 */
export async function completeJoin(
  ports: Ports,
  actor: Citizen,
  { termsVersion, typed, ...chosen }: CompleteJoinInput,
): Promise<Result<undefined, CompleteJoinRefusal>> {
  if (!actor.unlocked) return refuse({ kind: "session_locked" });
  if (termsVersion !== termsInForce(bangkokDay(ports.clock.now()))) return refuse({ kind: "terms_changed" });
  const contact = await judgeWholeContact(ports, typed);
  const owner = await ownerOf(ports, actor, typed.email);
  if (!owner.ok) return owner;
  const password = owner.value.hasPassword ? null : readTwice(chosen, owner.value.own);
  const fault = password !== null && !password.ok ? { password: password.refusal } : {};
  if (!contact.ok) return refused({ ...contact.refusal.faults, ...fault });
  if (password !== null && !password.ok) return refused(fault);
  const { person } = owner.value;
  const hash = password && (await hashCitizenPassword(ports, person.citizenId, password.value));
  return ports.db.as(gate, async (tx) => {
    await lockAccount(tx, person.id);
    if (await findContact(ports, tx, person)) return ok();
    const now = ports.clock.now();
    if (hash && !(await lockPassword(tx, person.id))) await putPassword(tx, person.id, hash, now);
    await keepContact(ports, tx, person, contact.value, termsVersion);
    await record(ports, tx, { action: "account.completed", actor, personId: person.id });
    return ok();
  });
}

async function ownerOf(ports: Ports, actor: Citizen, email: string) {
  return ports.db.as(actor, async (tx) => {
    const counted = await countPinChoice(ports, tx, actor);
    if (!counted.ok) return counted;
    const person = await findPerson(ports, tx, actor.personId);
    if (!person) throw new Error("a citizen without a person");
    const phone = await findPhone(ports, tx, person);
    const hasPassword = (await findPassword(tx, person.id)) !== null;
    return ok({ person, hasPassword, own: knownOfCitizen(person, phone, email) });
  });
}

function readTwice(
  { password: text, again }: TypedPassword,
  own: readonly string[],
): Result<Password, JoinFault> {
  const password = parseNewPassword(text, own, "alone");
  if (!password.ok) return password;
  return again.normalize("NFKC") === password.value ? password : refuse({ kind: "password_again" });
}
