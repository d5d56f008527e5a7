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
import {
  changeCannedReply,
  deleteCannedReply,
  insertCannedReply,
  isReplyMade,
  listCannedReplies,
} from "../store/canned-reply.ts";

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
 * Keeps a text for answering, new (`replyId` null) or changed; the form of a new one makes it once. Refuses an empty or long one, a title another text has,
 * more than the agency may keep, and a text of nobody's.
 */
export async function keepReply(
  ports: Ports,
  actor: Staff,
  input: {
    readonly replyId: string | null;
    readonly title: string;
    readonly body: string;
    readonly requestKey: string;
  },
): Promise<Result<undefined, KeepReplyRefusal>> {
  const { agencyId, staffId } = actor;
  return ports.db.as(actor, async (tx) => {
    const kept = await listCannedReplies(tx, agencyId);
    const { replyId, requestKey } = input;
    if (replyId !== null && !kept.some(({ id }) => id === replyId)) return refuse({ kind: "reply_missing" });
    const read = readCannedReply(input.title, input.body);
    if (!read.ok) return read;
    const most = cannedReplyLimits.replies;
    const wasMade = replyId === null && (await isReplyMade(tx, agencyId, requestKey));
    if (wasMade) return ok();
    if (replyId === null && kept.length >= most) return refuse({ kind: "replies_full", most });
    const id = replyId ?? ports.random.uuid();
    const changedAt = ports.clock.now();
    const reply = { id, ...read.value };
    const isKept =
      replyId === null
        ? await insertCannedReply(tx, { ...reply, agencyId, madeBy: staffId, changedAt, requestKey })
        : await changeCannedReply(tx, agencyId, reply, changedAt);
    // Two posts of one form at one moment: the other one kept it.
    if (!isKept && replyId === null && (await isReplyMade(tx, agencyId, requestKey))) return ok();
    if (!isKept) return refuse({ kind: "title_taken" });
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
