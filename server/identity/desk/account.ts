import type { Visitor } from "../../kernel/actor.ts";
import { decodeBase64url } from "../../kernel/base64url.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import { higherLevel, type AssuranceLevel } from "../assurance.ts";
import type { WholeRegistration } from "../registration.ts";
import { insertAccount, setPin } from "../store/account.ts";
import { findLink, linkPerson, unlinkPerson } from "../store/line-user.ts";
import { ensurePerson, savePerson, type KeptPerson } from "../store/person.ts";
import { putPhone } from "../store/phone.ts";
import { endDevices } from "../store/session.ts";

/**
 * Makes the account of somebody who registered, and links the LINE user. A person the system had met without an
 * account (asked for by another) becomes this account. Runs as the visitor. Answers the person's id; null when the
 * number has an account already, of which nothing is changed.
 */
export async function openAccount(
  ports: Ports,
  tx: Tx,
  actor: Visitor,
  whole: WholeRegistration,
): Promise<string | null> {
  const now = ports.clock.now();
  const { citizenId, firstName, lastName, birth, phone } = whole;
  const facts = { citizenId, firstName, lastName, birth };
  const assurance = levelOf(whole);
  const person = await ensurePerson(ports, tx, { id: ports.random.uuid(), facts, assurance, now });
  if (!(await insertAccount(tx, { personId: person.id, ...pinOf(whole), now }))) return null;
  await savePerson(ports, tx, { ...person, ...facts, assurance: higherLevel(person.assurance, assurance) });
  await putPhone(ports, tx, person, phone, now);
  await linkPerson(tx, actor, person.id, now);
  return person.id;
}

/**
 * Gives an account back to somebody who proved its number, card and phone: the PIN just typed is the new one, this
 * LINE user the link. The LINE user linked before is signed out everywhere and told, and so is the phone.
 */
export async function rejoinAccount(
  ports: Ports,
  tx: Tx,
  actor: Visitor,
  person: KeptPerson,
  whole: WholeRegistration,
): Promise<void> {
  const now = ports.clock.now();
  const refs = { personId: person.id };
  const before = await findLink(tx, actor.channel, person.id);
  await setPin(tx, { personId: person.id, ...pinOf(whole), now });
  await savePerson(ports, tx, { ...person, assurance: higherLevel(person.assurance, levelOf(whole)) });
  if (before) {
    await endDevices(tx, before, now);
    await unlinkPerson(tx, actor.channel, person.id);
    await queue(ports, tx, { kind: "link_moved", medium: "line", to: before, refs });
  }
  await linkPerson(tx, actor, person.id, now);
  const sms = { channel: actor.channel, lineUserId: "" };
  await queue(ports, tx, { kind: "link_moved", medium: "sms", to: sms, personId: person.id, refs });
}

function levelOf({ card }: WholeRegistration): AssuranceLevel {
  return card === "normal" ? "card_checked" : "phone";
}

function pinOf({ pin }: WholeRegistration) {
  const pinHash = decodeBase64url(pin.hash);
  if (pinHash === null) throw new Error("a kept PIN hash is not base64url");
  return { pinId: pin.pinId, pinHash };
}
