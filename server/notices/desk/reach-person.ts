import { findLink } from "../../identity/store/line-user.ts";
import { findPerson, type KeptPerson } from "../../identity/store/person.ts";
import { findPhone } from "../../identity/store/phone.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import { isPlanOut } from "../line-plan.ts";
import { findPlan } from "../store/line-plan.ts";
import { countUp } from "../../identity/store/limit.ts";
import { findEmail } from "../store/email.ts";
import type { Reach } from "../ways.ts";

export interface ReachedPerson {
  readonly reach: Reach;
  /** The LINE user of the channel; null: there is none. */
  readonly line: LineUser | null;
}

/**
 * By which channels a person is reached now: LINE while it is linked, not blocked and the month's plan holds out; mail
 * while the registered address does not bounce (a few a day where nobody has proven it); SMS at the proven phone. Runs as the system; nothing of it is shown.
 */
export async function reachPerson(
  ports: Ports,
  tx: Tx,
  channel: string,
  personId: string,
): Promise<ReachedPerson> {
  const person = await findPerson(ports, tx, personId);
  if (person === null) return { reach: { line: false, sms: false, mail: false }, line: null };
  const link = await findLink(tx, channel, personId);
  const isOut = isPlanOut(await findPlan(tx, channel), ports.clock.now());
  const mail = ports.mail.available && (await mayBeMailed(ports, tx, person));
  const phone = await findPhone(ports, tx, person);
  const reach = {
    line: link !== null && link.blockedAt === null && !isOut,
    mail,
    sms: ports.sms.available && phone !== null,
  };
  return { reach, line: link && { channel, lineUserId: link.lineUserId } };
}

/** Nobody gets many mails about petitions at an address that somebody else may have typed. */
const unproven = { name: "mails_unproven", most: 5, seconds: 24 * 60 * 60 };

async function mayBeMailed(ports: Ports, tx: Tx, person: KeptPerson): Promise<boolean> {
  const email = await findEmail(ports, tx, person);
  if (email === null || email.isProven) return email !== null;
  return (await countUp(tx, unproven, person.id, ports.clock.now())) <= unproven.most;
}
