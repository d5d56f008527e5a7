import { addDays, bangkokDay, startOfBangkokDay } from "../kernel/thai-date.ts";
import { noticeRules, type Medium, type NoticeKind } from "./notice.ts";

/** How a notice is sent: a free reply, a counted push, an SMS, a mail, or not at all. */
export const noticeRoutes = ["reply", "push", "sms", "mail", "nowhere"] as const;
export type NoticeRoute = (typeof noticeRoutes)[number];

/** A reply token lives a minute from the moment LINE sent the event; five seconds are kept for the way. */
export const replyTokenSeconds = 60;
export const replyMarginSeconds = 5;

const quietFromHour = 21;
const quietUntilHour = 8;
const hourMs = 60 * 60_000;

export interface RoutedNotice {
  readonly medium: Medium;
  readonly replyToken: string | null;
  readonly replyUntil: Date | null;
}

/** Until when a reply token that came at `receivedAt` is worth trying. */
export function replyUntil(receivedAt: Date): Date {
  return new Date(receivedAt.getTime() + (replyTokenSeconds - replyMarginSeconds) * 1000);
}

/**
 * The cheapest way that still works at `now`: the free reply while its token lives, else a push; an SMS goes by
 * SMS, a mail by mail. Nowhere: the citizen has blocked the account, so nothing is pushed.
 */
export function routeNotice(notice: RoutedNotice, hasBlocked: boolean, now: Date): NoticeRoute {
  if (notice.medium !== "line") return notice.medium;
  const { replyToken, replyUntil: until } = notice;
  if (replyToken !== null && until !== null && now < until) return "reply";
  return hasBlocked ? "nowhere" : "push";
}

/**
 * When a notice queued at `now` falls due: at once, or for kinds that can wait, at eight in the morning Bangkok time
 * when it is night (21:00–08:00).
 */
export function dueAt(kind: NoticeKind, now: Date): Date {
  return noticeRules[kind].atNight ? now : daytimeFrom(now);
}

/** True at night: what can wait is held until the morning. */
export function isHeldForMorning(now: Date): boolean {
  return daytimeFrom(now) > now;
}

/** `now` by day; at night (21:00–08:00 in Bangkok) eight in the morning. */
export function daytimeFrom(now: Date): Date {
  const day = bangkokDay(now);
  const hour = (now.getTime() - startOfBangkokDay(day).getTime()) / hourMs;
  if (hour >= quietUntilHour && hour < quietFromHour) return now;
  const morning = hour < quietUntilHour ? day : addDays(day, 1);
  return new Date(startOfBangkokDay(morning).getTime() + quietUntilHour * hourMs);
}
