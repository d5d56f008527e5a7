import { record } from "../../audit/store.ts";
import type { Gate, Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { isPasswordOverdue, parsePasswordMonths } from "../password-age.ts";
import type { SeatSession } from "../seat-session.ts";
import { findPasswordMonths, savePasswordMonths } from "../store/token-setting.ts";

/** No month is shorter: a younger password is never overdue, whatever an office chose. */
const shortestMonthMs = 28 * 24 * 60 * 60_000;

/** How often the office of the actor wants passwords anew, in months; 0: never. */
export function seePasswordMonths(ports: Ports, actor: Staff): Promise<number> {
  return ports.db.as(actor, (tx) => findPasswordMonths(tx, actor.agencyId));
}

/** Sets it for every seat the office issued. Refuses a number that is none of the choices. */
export async function setPasswordMonths(
  ports: Ports,
  actor: Staff,
  text: string,
): Promise<Result<undefined, { readonly kind: "months_unknown" }>> {
  const months = parsePasswordMonths(text);
  if (months === null) return refuse({ kind: "months_unknown" });
  return ports.db.as(actor, async (tx) => {
    const { agencyId: issuerId, staffId: by } = actor;
    await savePasswordMonths(tx, { issuerId, months, by, now: ports.clock.now() });
    const action = "token_office.password_months_set";
    await record(ports, tx, { action, actor, subjectId: issuerId, refs: { months } });
    return ok();
  });
}

/** Why somebody must set a new password before anything else; null: they need not. */
export async function whyNewPassword(
  ports: Ports,
  actor: Gate,
  seat: Pick<SeatSession, "mustChangePassword" | "passwordSetAt" | "issuerId">,
): Promise<"first" | "old" | null> {
  if (seat.mustChangePassword) return "first";
  const { passwordSetAt, issuerId } = seat;
  const now = ports.clock.now();
  if (passwordSetAt === null || now.getTime() - passwordSetAt.getTime() < shortestMonthMs) return null;
  const months = await ports.db.as(actor, (tx) => findPasswordMonths(tx, issuerId));
  return isPasswordOverdue(passwordSetAt, months, now) ? "old" : null;
}
