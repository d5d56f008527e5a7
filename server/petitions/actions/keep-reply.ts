import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import {
  cannedReplyLimits,
  readCannedReply,
  type CannedReply,
  type CannedReplyRefusal,
} from "../canned-reply.ts";
import { deleteCannedReply, keepCannedReply, listCannedReplies } from "../store/canned-reply.ts";

export type KeepReplyRefusal =
  | CannedReplyRefusal
  | { readonly kind: "title_taken" }
  | { readonly kind: "replies_full"; readonly most: number }
  | { readonly kind: "reply_missing" };

/** The texts the actor's agency keeps for answering, by title. */
export function seeReplies(ports: Ports, actor: Staff): Promise<readonly CannedReply[]> {
  return ports.db.as(actor, (tx) => listCannedReplies(tx, actor.agencyId));
}

/**
 * Keeps a text for answering, new (`replyId` null) or changed. Refuses an empty or long one, a title another text has,
 * more than the agency may keep, and a text of nobody's.
 */
export async function keepReply(
  ports: Ports,
  actor: Staff,
  input: { readonly replyId: string | null; readonly title: string; readonly body: string },
): Promise<Result<undefined, KeepReplyRefusal>> {
  const { agencyId, staffId } = actor;
  return ports.db.as(actor, async (tx) => {
    const kept = await listCannedReplies(tx, agencyId);
    const { replyId } = input;
    if (replyId !== null && !kept.some(({ id }) => id === replyId)) return refuse({ kind: "reply_missing" });
    const read = readCannedReply(input.title, input.body);
    if (!read.ok) return read;
    const most = cannedReplyLimits.replies;
    if (replyId === null && kept.length >= most) return refuse({ kind: "replies_full", most });
    const id = replyId ?? ports.random.uuid();
    const by = { by: staffId, at: ports.clock.now() };
    if (!(await keepCannedReply(tx, agencyId, { id, ...read.value }, by)))
      return refuse({ kind: "title_taken" });
    await record(ports, tx, { action: "canned_reply.kept", actor, subjectId: id });
    return ok();
  });
}

/** Drops a text for answering. Refuses one of nobody's. */
export async function dropReply(
  ports: Ports,
  actor: Staff,
  { replyId }: { readonly replyId: string },
): Promise<Result<undefined, { readonly kind: "reply_missing" }>> {
  if (!isUuid(replyId)) return refuse({ kind: "reply_missing" });
  return ports.db.as(actor, async (tx) => {
    if (!(await deleteCannedReply(tx, actor.agencyId, replyId))) return refuse({ kind: "reply_missing" });
    await record(ports, tx, { action: "canned_reply.dropped", actor, subjectId: replyId });
    return ok();
  });
}
