import type { LineUser } from "../kernel/actor.ts";
import { mayTravelBy, type Medium, type NoticeKind } from "../notices/notice.ts";

export type CompanionNoticeKind = Extract<NoticeKind, `companion_${string}`>;

/** One of the two people of a delegation, and where they can be reached in this channel. */
export interface Told {
  readonly personId: string;
  readonly channel: string;
  /** Null: not linked to a LINE user of this channel. */
  readonly lineUserId: string | null;
}

/**
 * The notice that tells one of the two people of a delegation: to their LINE when they are linked, else by SMS where
 * the kind travels that way. Null: it can reach nobody, and is not queued.
 */
export function companionNotice(
  kind: CompanionNoticeKind,
  told: Told,
  delegationId: string,
): {
  readonly kind: CompanionNoticeKind;
  readonly medium: Medium;
  readonly to: LineUser;
  readonly personId: string;
  readonly refs: { readonly delegationId: string };
} | null {
  const { personId, channel, lineUserId } = told;
  const medium: Medium = lineUserId === null ? "sms" : "line";
  if (!mayTravelBy(kind, medium)) return null;
  return { kind, medium, to: { channel, lineUserId: lineUserId ?? "" }, personId, refs: { delegationId } };
}
