import { findContact } from "../../identity/store/contact.ts";
import { findPerson } from "../../identity/store/person.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import type { LateBounce } from "../delivery-report.ts";
import { goAnotherWay } from "../desk/go-another-way.ts";
import { findMailedPerson, settleReturnedMail } from "../store/sent-mail.ts";

/**
 * Takes up that a mail which was sent came back: its receipt says so, the address is kept as not reachable, the person is
 * told of it once, and what was to be told goes the next way there is. Answers false, and changes nothing, where the mail
 * is none of ours, was for nobody, went to another address than the person's of today, or is known as returned already.
 */
export async function takeLateBounce(
  ports: Ports,
  actor: SystemActor,
  channel: string,
  { noticeId, recipient }: LateBounce,
): Promise<boolean> {
  return ports.db.as(actor, async (tx) => {
    const personId = await findMailedPerson(tx, noticeId);
    const person = personId === null ? null : await findPerson(ports, tx, personId);
    const contact = person && (await findContact(ports, tx, person));
    if (contact?.email.toLowerCase() !== recipient) return false;
    const returned = await settleReturnedMail(tx, noticeId, ports.clock.now());
    if (returned === null) return false;
    await goAnotherWay(ports, tx, channel, returned, { isBounced: true });
    return true;
  });
}
