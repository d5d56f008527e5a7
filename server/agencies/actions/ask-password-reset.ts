import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { queue } from "../../notices/store.ts";
import type { Ports } from "../../ports.ts";
import { parseEmail, type EmailRefusal } from "../../kernel/email.ts";
import { listByEmail } from "../store/account.ts";
import { insertLink } from "../store/staff-link.ts";

/**
 * Sends a link for a new password to an address, one for each account reached there (F1.6); somebody invited is sent
 * their invitation anew. An address nobody has is answered alike: nothing is refused but what is no address.
 */
export async function askPasswordReset(
  ports: Ports,
  actor: Gate,
  emailText: string,
): Promise<Result<undefined, EmailRefusal>> {
  const email = parseEmail(emailText);
  if (!email.ok) return email;
  return ports.db.as(actor, async (tx) => {
    for (const { id, agencyId, state } of await listByEmail(ports, tx, email.value)) {
      const purpose = state === "invited" ? "set_password" : "reset_password";
      const link = await insertLink(ports, tx, id, purpose);
      const kind = state === "invited" ? "staff_invited" : "staff_password_reset";
      const refs = { staffId: id, linkId: link.id };
      await queue(ports, tx, { kind, medium: "mail", refs, diesAt: link.expiresAt });
      await record(ports, tx, { action: "staff.reset_asked", actor, agencyId, subjectId: id });
    }
    return ok();
  });
}
