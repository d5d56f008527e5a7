import type { noticeMedia, NoticeKind, noticeStates } from "./notice.ts";

/** What became of one message about a petition. */
export interface Receipt {
  readonly id: string;
  readonly kind: NoticeKind;
  /** "any": by which channel is not decided yet, or there was none. */
  readonly medium: (typeof noticeMedia)[number];
  readonly state: (typeof noticeStates)[number];
  /** Why it did not go out: a status or kind; null: it did, or still may. */
  readonly failure: string | null;
  readonly queuedAt: Date;
  readonly settledAt: Date | null;
}
