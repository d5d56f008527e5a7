import { createMiddleware } from "hono/factory";
import { seeTokenHelp } from "../credentials/actions/token-settings.ts";
import { seeIssuerOfPhone } from "../credentials/actions/see-phone.ts";
import type { StaffLevel } from "../kernel/actor.ts";
import type { AppContext, AppEnv } from "./env.ts";

/** Levels whose work is with seats and Soft Tokens. */
const levels: readonly StaffLevel[] = ["seat_head", "token_registrar", "internal_auditor"];

/** The phone's pages of a Soft Token: those of the office that issued the seat of the newest key on it. */
export const withPhoneHelp = createMiddleware<AppEnv>(async (c, next) => {
  const { session, ports } = c.var;
  const phone = session && { channel: session.channel, lineUserId: session.lineUserId };
  const issuerId = phone && (await seeIssuerOfPhone(ports, { kind: "gate" }, { phone }));
  await show(c, issuerId);
  await next();
});

/** Pages of holders: those of the central office that issued their seat, and before anybody signed in the first one's. */
export const withSeatHelp = createMiddleware<AppEnv>(async (c, next) => {
  await show(c, (c.var.seat ?? c.var.halfSeat)?.issuerId ?? null);
  await next();
});

/** Pages of staff who work with seats; other pages of the console have none. Stands after the session. */
export const withStaffHelp = createMiddleware<AppEnv>(async (c, next) => {
  const { staff } = c.var;
  if (staff && levels.includes(staff.level)) await show(c, staff.agencyId);
  await next();
});

/** Puts them where every page finds them; read once a minute. */
async function show(c: AppContext, agencyId: string | null): Promise<void> {
  c.set("tokenHelp", await seeTokenHelp(c.var.ports, agencyId));
}
