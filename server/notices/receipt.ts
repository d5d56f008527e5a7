import { clockNoticeKinds } from "../petitions/clock-mark.ts";
import { documentNoticeKinds } from "../petitions/document-notice.ts";
import { petitionNoticeKinds } from "../petitions/petition-notice.ts";
import { isStaffKind, type noticeMedia, type NoticeKind, type noticeStates } from "./notice.ts";

/** What is told about a petition: to its citizen first, then to officers and their superiors. */
export const petitionNotices = [
  ...petitionNoticeKinds,
  "petition_answered",
  ...documentNoticeKinds,
  "petition_handed",
  ...clockNoticeKinds,
  "staff_petition_reopened",
  "staff_petition_answered",
] as const satisfies readonly NoticeKind[];
export type PetitionNotice = (typeof petitionNotices)[number];

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

/** One thing that was told, with every channel it went or goes by. */
export interface ToldThing {
  readonly kind: NoticeKind;
  readonly queuedAt: Date;
  readonly ways: readonly Receipt[];
}

/** The messages of a petition by what they told, the first one first; its channels stand together. */
export function toldThings(receipts: readonly Receipt[]): readonly ToldThing[] {
  const groups = Map.groupBy(receipts, ({ kind, queuedAt }) => `${kind} ${queuedAt.getTime()}`);
  return [...groups.values()].flatMap((ways) => {
    const [first] = ways;
    return first ? [{ kind: first.kind, queuedAt: first.queuedAt, ways }] : [];
  });
}

/** True for what went to an officer or a superior, and not to the citizen. */
export function isToStaff(kind: NoticeKind): boolean {
  return isStaffKind(kind) || kind === "petition_handed";
}

/** How a message stands, as far as an officer asks: on its way, there, perhaps there, not there, or not needed any more. */
export const receiptStandings = ["waiting", "sent", "unknown", "failed", "needless"] as const;
export type ReceiptStanding = (typeof receiptStandings)[number];

/** Failures after which there was nothing left to tell: it was done or told otherwise meanwhile. */
const needless: readonly string[] = ["gone", "nothing_to_tell"];

/** How a message stands. */
export function standingOfReceipt({ state, failure }: Pick<Receipt, "state" | "failure">): ReceiptStanding {
  switch (state) {
    case "waiting":
    case "claimed":
      return "waiting";
    case "sent":
      return "sent";
    case "unknown":
      return "unknown";
    case "failed":
    case "dropped":
      return failure !== null && needless.includes(failure) ? "needless" : "failed";
  }
}

/** True when none of the channels of a thing got through or still may: its citizen has to be told by hand. */
export function isUntold({ ways }: Pick<ToldThing, "ways">): boolean {
  return ways.every((way) => standingOfReceipt(way) === "failed");
}

/** Why a message did not arrive, as far as an officer can do something about it. */
export const receiptReasons = [
  "blocked",
  "no_way",
  "no_address",
  "bounced",
  "plan_out",
  "late",
  "other",
] as const;
export type ReceiptReason = (typeof receiptReasons)[number];

const reasons: Readonly<Record<string, ReceiptReason>> = {
  blocked: "blocked",
  no_way: "no_way",
  no_line: "no_way",
  no_address: "no_address",
  no_phone: "no_address",
  address_refused: "bounced",
  plan_out: "plan_out",
  died: "late",
};

/** The reason behind a failure as the outbox keeps it (`Settlement`). */
export function reasonOfFailure(failure: string | null): ReceiptReason {
  return (failure !== null && reasons[failure]) || "other";
}
