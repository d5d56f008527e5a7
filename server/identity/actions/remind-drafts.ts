import type { SystemActor } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { queue } from "../../notices/store.ts";
import type { Ports } from "../../ports.ts";
import { reminderAfterHours } from "../draft-reminder.ts";
import { lockIdleDrafts, markReminded } from "../store/idle-draft.ts";

const draftsAtOnce = 100;

/**
 * Reminds of registrations that were left for a day, each once. Mark and notice are saved together; the notice waits
 * for the morning when it is night, and is dropped when the registration ends before.
 */
export async function remindDrafts(
  ports: Ports,
  actor: SystemActor,
): Promise<Result<{ reminded: number }, never>> {
  const now = ports.clock.now();
  const idleSince = new Date(now.getTime() - reminderAfterHours * 60 * 60_000);
  return ports.db.as(actor, async (tx) => {
    const drafts = await lockIdleDrafts(tx, idleSince, draftsAtOnce);
    for (const { id, channel, lineUserId } of drafts) {
      await markReminded(tx, id, now);
      const refs = { registrationId: id };
      await queue(ports, tx, { kind: "reminder", medium: "line", to: { channel, lineUserId }, refs });
    }
    return ok({ reminded: drafts.length });
  });
}
