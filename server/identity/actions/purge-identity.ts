import type { SystemActor } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { deleteOver } from "../store/purge.ts";
import { deleteThaIdAttempts } from "../store/thaid-attempt.ts";

const dayMs = 24 * 60 * 60_000;
/** The longest limit and the longest OTP lock count over a day. */
const countedDays = 2;
const draftDays = 30;
const sessionDays = 2;

/** Deletes identity's rows that are over: data nobody needs is data nobody can lose. */
export async function purgeIdentity(ports: Ports, actor: SystemActor): Promise<Result<undefined, never>> {
  const daysAgo = (days: number) => new Date(ports.clock.now().getTime() - days * dayMs);
  await ports.db.as(actor, async (tx) => {
    await deleteThaIdAttempts(tx, daysAgo(1));
    await deleteOver(tx, {
      limitsBefore: daysAgo(countedDays),
      otpsBefore: daysAgo(countedDays),
      draftsBefore: daysAgo(draftDays),
      sessionsBefore: daysAgo(sessionDays),
    });
  });
  return ok();
}
