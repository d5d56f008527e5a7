import { findLink } from "../../identity/store/line-user.ts";
import { findPerson } from "../../identity/store/person.ts";
import { findPhone } from "../../identity/store/phone.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import { isPlanOut } from "../line-plan.ts";
import type { Medium } from "../notice.ts";
import { findPlan } from "../store/line-plan.ts";
import { findCount, countUp } from "../../identity/store/limit.ts";
import { findEmail } from "../store/email.ts";
import { addWay, type ToldNotice } from "../store/open-notice.ts";
import type { Reach } from "../ways.ts";

export interface ReachedPerson {
  readonly reach: Reach;
  /** The LINE user of the channel; null: there is none. */
  readonly line: LineUser | null;
  /** Nobody has proven the address: mails to it count. */
  readonly countsMails: boolean;
}

/** Nobody gets many mails about petitions at an address that somebody else may have typed. */
const unproven = { name: "mails_unproven", most: 5, seconds: 24 * 60 * 60 };

/**
 * By which channels a person is reached now: LINE while it is linked, not blocked and the month's plan holds out; mail
 * while the registered address does not bounce (a few a day where nobody has proven it); SMS at the proven phone. Runs as
 * the system; nothing of it is shown.
 */
export async function reachPerson(
  ports: Ports,
  tx: Tx,
  channel: string,
  personId: string,
): Promise<ReachedPerson> {
  const person = await findPerson(ports, tx, personId);
  if (person === null) {
    return { reach: { line: false, sms: false, mail: false }, line: null, countsMails: false };
  }
  const link = await findLink(tx, channel, personId);
  const isOut = isPlanOut(await findPlan(tx, channel), ports.clock.now());
  const email = await findEmail(ports, tx, person);
  const countsMails = email?.isProven === false;
  const phone = await findPhone(ports, tx, person);
  const reach = {
    line: link !== null && link.blockedAt === null && !isOut,
    mail:
      ports.mail.available && email !== null && !(countsMails && (await isMailedOut(ports, tx, personId))),
    sms: ports.sms.available && phone !== null,
  };
  return { reach, line: link && { channel, lineUserId: link.lineUserId }, countsMails };
}

async function isMailedOut({ clock }: Pick<Ports, "clock">, tx: Tx, personId: string): Promise<boolean> {
  return (await findCount(tx, unproven, personId, clock.now())) >= unproven.most;
}

/** Puts what a person is told into the outbox by one channel that reaches them. */
export async function openWay(
  ports: Ports,
  tx: Tx,
  told: ToldNotice,
  medium: Medium,
  { line, countsMails }: ReachedPerson,
): Promise<void> {
  if (medium === "mail" && countsMails && told.personId !== null)
    await countUp(tx, unproven, told.personId, ports.clock.now());
  await addWay(ports, tx, told, medium, medium === "line" ? line : null);
}
