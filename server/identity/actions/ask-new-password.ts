import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { parseEmail, type EmailRefusal } from "../../kernel/email.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { queue } from "../../notices/store.ts";
import type { Ports } from "../../ports.ts";
import { limits } from "../limit.ts";
import { insertCitizenLink } from "../store/citizen-link.ts";
import { findPersonByEmail } from "../store/contact.ts";
import { countUp } from "../store/limit.ts";

/**
 * Mails "แจ้งเปลี่ยนรหัสผ่าน" to an address that was proven (E2). For one nobody has proven the same is done in the name
 * of nobody, and its notice finds no address: same answer, same work. Refuses nothing but what is no address; past an
 * hour's mails to one person none is sent, and the answer stays.
 */
export async function askNewPassword(
  ports: Ports,
  actor: Gate,
  emailText: string,
): Promise<Result<undefined, EmailRefusal>> {
  const email = parseEmail(emailText);
  if (!email.ok) return email;
  return ports.db.as(actor, async (tx) => {
    const known = await findPersonByEmail(ports, tx, email.value);
    const personId = known ?? ports.random.uuid();
    const key = `reset/${personId}`;
    const count = await countUp(tx, limits.linksPerPerson, key, ports.clock.now());
    if (count > limits.linksPerPerson.most) return ok();
    const link = await insertCitizenLink(ports, tx, personId, "reset_password");
    const refs = { personId, linkId: link.id };
    const notice = { kind: "account_password_reset", medium: "mail", personId, refs } as const;
    await queue(ports, tx, { ...notice, diesAt: link.expiresAt });
    await record(ports, tx, { action: "citizen_password.reset_asked", actor, personId });
    return ok();
  });
}
