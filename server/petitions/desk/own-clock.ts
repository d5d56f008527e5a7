import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { daysLeftTo } from "../deadline.ts";
import { countedFrom, dueFrom, type ClockEvent } from "../due.ts";
import type { FollowedClock } from "../followed-petition.ts";
import type { ServiceDefinition } from "../service-definition.ts";
import { findCalendar } from "../store/calendar.ts";
import type { KeptPetition } from "../store/petition.ts";

/** How the clock of a petition stands today, for whoever waits for an answer. */
export async function ownClock(
  ports: Ports,
  tx: Tx,
  petition: KeptPetition,
  definition: ServiceDefinition,
  events: readonly ClockEvent[],
): Promise<FollowedClock> {
  const { status, pauseReason, pausedAt, dueDay, completedAt } = petition;
  if (status === "completed") {
    return completedAt === null ? { kind: "none" } : { kind: "ended", on: bangkokDay(completedAt), dueDay };
  }
  const unit = definition.promised?.unit ?? "working";
  const today = bangkokDay(ports.clock.now());
  const calendar = await findCalendar(tx, petition.agencyId, today);
  if (pauseReason !== null && pausedAt !== null) {
    const due = dueFrom(calendar, definition, petition.deemedReceivedAt, events);
    const left = due?.kind === "paused" ? { days: due.daysLeft, unit } : null;
    return { kind: "paused", since: pausedAt, reason: pauseReason, left };
  }
  if (dueDay === null) return { kind: "none" };
  const begun = countedFrom(calendar, petition.deemedReceivedAt, events);
  const from = today > begun ? today : begun;
  return { kind: "running", dueDay, left: daysLeftTo(calendar, unit, from, dueDay) };
}
