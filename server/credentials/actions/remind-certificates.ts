import { record } from "../../audit/store.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import { eachAlone } from "../../kernel/each-alone.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { tellHolder } from "../desk/tell-holder.ts";
import { reminderDue, renewalDays } from "../soft-token.ts";
import { lockHolding, saveHolding } from "../store/holding.ts";
import { findLiveKey, listEndingKeys } from "../store/soft-token.ts";

const dayMs = 86_400_000;

/** Reminds holders by LINE and mail 30, 7 and 1 days before their certificate ends, each time once. */
export async function remindCertificates(
  ports: Ports,
  actor: SystemActor,
): Promise<Result<{ readonly reminded: number }, never>> {
  const now = ports.clock.now();
  const until = new Date(now.getTime() + renewalDays * dayMs);
  const ending = await ports.db.as(actor, (tx) => listEndingKeys(tx, now, until));
  const reminded = await eachAlone(
    ports.log,
    "soft_token.not_reminded",
    ending.filter((one) => reminderDue(one.notAfter, one.reminded, now) !== null),
    ({ holdingId }) => ({ holdingId }),
    ({ holdingId }) => remind(ports, actor, holdingId, now),
  );
  return ok({ reminded: reminded.filter(Boolean).length });
}

/** Judges again under the lock: another job may have come first, or the key may be renewed. */
async function remind(ports: Ports, actor: SystemActor, holdingId: string, now: Date): Promise<boolean> {
  return ports.db.as(actor, async (tx) => {
    const holding = await lockHolding(ports, tx, holdingId);
    const key = holding && (await findLiveKey(tx, holdingId));
    if (!key || holding.state !== "live") return false;
    const days = reminderDue(key.notAfter, holding.remindedDays, now);
    if (days === null) return false;
    await saveHolding(ports, tx, holding, { remindedDays: days });
    await tellHolder(ports, tx, holding, "seat_key_ending", { softTokenId: key.id });
    const { personId, agencyId } = holding;
    const refs = { days };
    await record(ports, tx, {
      action: "soft_token.reminded",
      actor,
      personId,
      agencyId,
      subjectId: key.id,
      refs,
    });
    return true;
  });
}
