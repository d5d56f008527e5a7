import { record } from "../../audit/store.ts";
import type { Visitor } from "../../kernel/actor.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import { webChannel } from "../account-door.ts";
import { citizenLinkPurposes } from "../citizen-link.ts";
import { findIsChecked, lockAccount } from "../store/account.ts";
import { useUpCitizenLinks } from "../store/citizen-link.ts";
import { deletePassword } from "../store/citizen-password.ts";
import { forgetEmailProof } from "../store/contact.ts";
import { findLineLink, unlinkPerson } from "../store/line-user.ts";
import { findPerson, takeNumberFrom } from "../store/person.ts";
import { endDevices } from "../store/session.ts";
import { endWebSessions } from "./web-sessions.ts";

/**
 * Frees a number that an unchecked account of the web stands under, for somebody whose card the registry knows
 * (docs/decisions/0023). Its ways in end: sessions, LINE link, password, links by mail, the proof of its e-mail. Its person
 * stays without a number and unchecked, with what was filed under it; whoever comes with the number is somebody new. The
 * phone on file is told. False: the account is checked, or of LINE, and nothing is changed. Runs as a visitor.
 */
export async function freeNumber(ports: Ports, tx: Tx, actor: Visitor, personId: string): Promise<boolean> {
  await lockAccount(tx, personId);
  const person = await findPerson(ports, tx, personId);
  if (!person || (await findIsChecked(tx, personId))) return false;
  const now = ports.clock.now();
  await endWebSessions(tx, personId, now);
  await unlinkPerson(tx, webChannel, personId);
  const linked = await findLineLink(tx, personId);
  if (linked) {
    await endDevices(tx, linked, now);
    await unlinkPerson(tx, linked.channel, personId);
  }
  for (const purpose of citizenLinkPurposes) await useUpCitizenLinks(tx, personId, purpose, now);
  await forgetEmailProof(tx, personId);
  await deletePassword(tx, personId);
  await takeNumberFrom(ports, tx, person);
  await record(ports, tx, { action: "account.number_freed", actor, personId });
  const to = { channel: actor.channel, lineUserId: "" };
  await queue(ports, tx, { kind: "link_moved", medium: "sms", to, personId, refs: { personId } });
  return true;
}
