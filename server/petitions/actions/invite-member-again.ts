import { parseTownLevel, type AppointmentRefusal } from "../../agencies/appointment.ts";
import { appoint, holdSubject } from "../../agencies/desk/appoint.ts";
import type { Staff } from "../../kernel/actor.ts";
import { parseEmail } from "../../kernel/email.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { keepsPace } from "../desk/keep-pace.ts";

/**
 * The address an invitation goes to, of somebody who did not open their account or let it run out, for the form that
 * sends it again. Refuses everybody else.
 */
export async function seeInvitedAddress(
  ports: Ports,
  actor: Staff,
  { staffId }: { readonly staffId: string },
): Promise<Result<{ readonly email: string }, AppointmentRefusal>> {
  if (!isUuid(staffId)) return refuse({ kind: "member_not_found" });
  return ports.db.as(actor, async (tx) => {
    const account = await holdSubject(ports, tx, actor, staffId);
    if (!account.ok) return account;
    const { state, facts } = account.value;
    return state === "invited" || state === "revoked"
      ? ok({ email: facts.email })
      : refuse({ kind: "not_waiting" });
  });
}

/**
 * Sends the invitation of somebody again, to the address as it is typed now: the link of before, perhaps at a wrong
 * address, is worth nothing any more. The same form twice sends once. Refuses oneself, an address that is none,
 * whoever opened their account or has left, and more invitations than a day takes.
 */
export async function inviteMemberAgain(
  ports: Ports,
  actor: Staff,
  input: { readonly staffId: string; readonly email: string; readonly requestKey: string },
): Promise<Result<undefined, AppointmentRefusal>> {
  if (!isUuid(input.staffId)) return refuse({ kind: "member_not_found" });
  if (!(await ports.db.as({ kind: "gate" }, (tx) => keepsPace(ports, tx, actor, "invitations"))))
    return refuse({ kind: "invitations_many" });
  return ports.db.as(actor, async (tx) => {
    const account = await holdSubject(ports, tx, actor, input.staffId);
    if (!account.ok) return account;
    const { state, facts } = account.value;
    const level = parseTownLevel(account.value.level);
    if ((state !== "invited" && state !== "revoked") || level === null)
      return refuse({ kind: "not_waiting" });
    const email = parseEmail(input.email);
    if (!email.ok) return email;
    const again = { level, facts: { ...facts, email: email.value }, requestKey: input.requestKey };
    const sent = await appoint(ports, tx, actor, again);
    return sent.ok ? ok() : sent;
  });
}
