import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { calendarAround } from "../calendar-around.ts";
import { changeCalendar, tidied, type CalendarChange, type CalendarRefusal } from "../calendar-change.ts";
import { listDueMoves } from "../desk/due-moves.ts";
import { insertCalendarChange } from "../store/calendar-change.ts";
import { deleteOwnDay, findOwnCalendar, saveHours, saveOwnDay } from "../store/calendar.ts";

/** A petition whose day would move, as the page that asks lists it. */
export interface MovedDay {
  readonly number: string;
  readonly from: BangkokDay;
  readonly to: BangkokDay;
}

export type SaveCalendarRefusal =
  | CalendarRefusal
  /** Running petitions would move, and nobody has said yes to that yet; nothing was saved. */
  | { readonly kind: "moves_petitions"; readonly count: number; readonly first: readonly MovedDay[] };

const shown = 20;

/**
 * Changes the calendar of the staff's own agency. Refuses what `changeCalendar` refuses; and where days of running
 * petitions would move, first asks (`confirmed` false) by refusing with what would. The days themselves are counted anew
 * by `applyCalendars`, so that a thousand petitions hold up no page.
 */
export async function saveCalendar(
  ports: Ports,
  actor: Staff,
  input: { readonly change: CalendarChange; readonly confirmed: boolean },
): Promise<Result<null, SaveCalendarRefusal>> {
  const { agencyId, staffId: madeBy } = actor;
  const { change } = input;
  const now = ports.clock.now();
  const today = bangkokDay(now);
  return ports.db.as(actor, async (tx) => {
    const after = changeCalendar(await findOwnCalendar(tx, agencyId, today), change, today);
    if (!after.ok) return after;
    if (!input.confirmed) {
      const moves = await listDueMoves(tx, agencyId, calendarAround(after.value, today));
      const first = moves
        .slice(0, shown)
        .map(({ petition, from, to }) => ({ number: petition.number, from, to }));
      if (moves.length > 0) return refuse({ kind: "moves_petitions", count: moves.length, first });
    }
    await keep(tx, agencyId, change);
    await insertCalendarChange(tx, { agencyId, id: ports.random.uuid(), madeBy, madeAt: now });
    await record(ports, tx, {
      action: `agency_calendar.${change.kind}`,
      actor,
      agencyId,
      refs: refsOf(change),
    });
    return ok(null);
  });
}

async function keep(tx: Tx, agencyId: string, change: CalendarChange): Promise<void> {
  switch (change.kind) {
    case "day_set":
      return saveOwnDay(tx, agencyId, tidied(change.day));
    case "day_cleared":
      return deleteOwnDay(tx, agencyId, change.day);
    case "hours_set":
      return saveHours(tx, agencyId, change.hours);
  }
}

function refsOf(change: CalendarChange): Record<string, string | number | boolean> {
  switch (change.kind) {
    case "day_set":
      return { day: change.day.day, isWorking: change.day.isWorking };
    case "day_cleared":
      return { day: change.day };
    case "hours_set": {
      const { weekdays, opensMinute, closesMinute } = change.hours;
      return { weekdays: weekdays.join(""), opensMinute, closesMinute };
    }
  }
}
