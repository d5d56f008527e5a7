import { bangkokDay, type BangkokDay } from "../kernel/thai-date.ts";
import type { AgencyCalendar } from "./agency-calendar.ts";
import { dueOf, type Due, type Pause } from "./deadline.ts";
import { deemedReceipt } from "./deemed-receipt.ts";
import type { PetitionEventKind } from "./petition.ts";
import type { ServiceDefinition } from "./service-definition.ts";

/** What of an event the clock reads. */
export interface ClockEvent {
  readonly kind: PetitionEventKind;
  readonly happenedAt: Date;
}

const stops: readonly PetitionEventKind[] = ["correction_asked", "payment_asked"];
const starts: readonly PetitionEventKind[] = ["correction_given", "payment_seen"];

/**
 * When an answer is due on a petition, told by what happened to it: counted from its deemed receipt, or after it was
 * reopened from that; standing while a correction or a payment was asked for (decision 0027). Null: its service promises no day.
 */
export function dueFrom(
  calendar: AgencyCalendar,
  { promised }: Pick<ServiceDefinition, "promised">,
  deemedReceivedAt: Date,
  events: readonly ClockEvent[],
): Due | null {
  if (promised === null) return null;
  const lastOpening = events.findLastIndex(({ kind }) => kind === "reopened");
  const reopened = events[lastOpening];
  const from = reopened ? deemedReceipt(calendar, reopened.happenedAt) : deemedReceivedAt;
  return dueOf(calendar, promised, from, pausesOf(calendar, events.slice(lastOpening + 1)));
}

/**
 * The day up to which nothing counts yet: that of the deemed receipt (or of the last reopening), or the later one on which
 * an answer that started the clock again counts as received. What is sent on a Sunday has all its days left on Sunday.
 */
export function countedFrom(
  calendar: AgencyCalendar,
  deemedReceivedAt: Date,
  events: readonly ClockEvent[],
): BangkokDay {
  const begins = events
    .filter(({ kind }) => kind === "reopened" || starts.includes(kind))
    .map(({ happenedAt }) => bangkokDay(deemedReceipt(calendar, happenedAt)));
  return begins.reduce((one, other) => (one > other ? one : other), bangkokDay(deemedReceivedAt));
}

/** The times for which the clock stood: from what was asked to its answer, as the answer counts as received. */
export function pausesOf(calendar: AgencyCalendar, events: readonly ClockEvent[]): readonly Pause[] {
  const pauses: Pause[] = [];
  let asked: Date | null = null;
  for (const { kind, happenedAt } of events) {
    if (stops.includes(kind)) asked ??= happenedAt;
    if (asked !== null && starts.includes(kind)) {
      pauses.push({ from: asked, until: deemedReceipt(calendar, happenedAt) });
      asked = null;
    }
  }
  return asked === null ? pauses : [...pauses, { from: asked, until: null }];
}
