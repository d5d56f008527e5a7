import { record } from "../../audit/store.ts";
import { decodeBase64url } from "../../kernel/base64url.ts";
import type { LineUser, Visitor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { JoinAnswers, WholeJoin } from "../join-draft.ts";
import type { JoinedWho } from "../join.ts";
import { limits } from "../limit.ts";
import { insertWebAccount, lockAccount } from "../store/account.ts";
import { putPassword, lockPassword } from "../store/citizen-password.ts";
import { findContact, saveAgencyYes } from "../store/contact.ts";
import { countUp } from "../store/limit.ts";
import { ensurePerson, savePerson, type KeptPerson } from "../store/person.ts";
import { isPhoneOnFile, putPhone } from "../store/phone.ts";
import { keepContact } from "./contact.ts";
import { tellPasswordSet } from "./tell-password.ts";
import { webUserOf } from "./web-user.ts";

export type JoinForkRefusal =
  /** The number is somebody's who proved another phone, or other names are known of it: nothing changes. */
  | { readonly kind: "join_elsewhere" }
  /** The phone proves that the account is theirs; it has a password and an e-mail to replace it by. */
  | { readonly kind: "join_known" };

export interface JoinedAccount {
  readonly personId: string;
  /** The line_user row of the web channel that sessions of this person belong to. */
  readonly user: LineUser;
}

/**
 * The fork of joining, once the phone was proven: unknown number, or met without an account → an account; known with
 * that phone → the same account, now with a password; anything else → nothing. Runs as the visitor, in the transaction
 * that used the OTP up; of two with one number the second waits for the first and finds its account.
 */
export async function joinAccount(
  ports: Ports,
  tx: Tx,
  actor: Visitor,
  { termsVersion, agencyYes, password }: Pick<JoinAnswers, "termsVersion" | "agencyYes" | "password">,
  { who, contact }: Pick<WholeJoin, "who" | "contact">,
): Promise<Result<JoinedAccount, JoinForkRefusal>> {
  const now = ports.clock.now();
  const { citizenId, firstName, lastName, birth, phone } = who;
  const facts = { citizenId, firstName, lastName, birth };
  const made = { id: ports.random.uuid(), facts, assurance: "phone", now } as const;
  const person = await ensurePerson(ports, tx, made);
  if (!isSamePerson(person, who)) return elsewhere(ports, tx, actor, person.id);
  const isNew = await insertWebAccount(tx, person.id, now);
  if (isNew) {
    // What was proven of the person before was not proven by whoever opens this account.
    await savePerson(ports, tx, { ...person, ...facts, assurance: "phone" });
    await putPhone(ports, tx, person, phone, now);
  } else {
    const mine = await mayTakeUp(ports, tx, person, who);
    if (!mine.ok)
      return mine.refusal.kind === "join_elsewhere" ? elsewhere(ports, tx, actor, person.id) : mine;
  }
  await putPassword(tx, person.id, hashOf(password), now);
  await keepContact(ports, tx, person, contact, termsVersion);
  if (agencyYes) await saveAgencyYes(tx, person.id, agencyYes);
  await record(ports, tx, { action: "account.joined", actor, personId: person.id, refs: { new: isNew } });
  if (!isNew) await tellPasswordSet(ports, tx, person.id);
  return ok({ personId: person.id, user: await webUserOf(ports, tx, person.id) });
}

/** What is known of a person must be what was typed; what is not known says nothing. */
function isSamePerson(person: KeptPerson, { firstName, lastName, birth }: JoinedWho): boolean {
  const isName = person.firstName === null || person.firstName === firstName;
  const isSurname = person.lastName === null || person.lastName === lastName;
  const known = person.birth;
  const isBirth =
    known === null ||
    (known.yearBe === birth.yearBe && known.month === birth.month && known.day === birth.day);
  return isName && isSurname && isBirth;
}

async function mayTakeUp(
  ports: Ports,
  tx: Tx,
  person: KeptPerson,
  { phone }: JoinedWho,
): Promise<Result<undefined, JoinForkRefusal>> {
  await lockAccount(tx, person.id);
  if (!(await isPhoneOnFile(ports, tx, person.id, phone))) return refuse({ kind: "join_elsewhere" });
  const password = await lockPassword(tx, person.id);
  const contact = password && (await findContact(ports, tx, person));
  return contact?.emailProvenAt ? refuse({ kind: "join_known" }) : ok();
}

/** The phone on file is told, within limits, as it is of the same try in LINE. */
async function elsewhere(ports: Ports, tx: Tx, actor: Visitor, personId: string) {
  await record(ports, tx, { action: "account.refused_elsewhere", actor, personId });
  const told = await countUp(tx, limits.elsewhereTold, personId, ports.clock.now());
  if (told <= limits.elsewhereTold.most) {
    const to = { channel: actor.channel, lineUserId: "" };
    await queue(ports, tx, {
      kind: "registration_elsewhere",
      medium: "sms",
      to,
      personId,
      refs: { personId },
    });
  }
  return refuse({ kind: "join_elsewhere" });
}

function hashOf(password: JoinAnswers["password"]): Uint8Array {
  const hash = password === null ? null : decodeBase64url(password.hash);
  if (hash === null) throw new Error("a whole form without a password");
  return hash;
}
