import type { SystemActor } from "../../kernel/actor.ts";
import { eachAlone } from "../../kernel/each-alone.ts";
import {
  bangkokDay,
  daysOfMonth,
  monthOf,
  type BangkokDay,
  type BangkokMonth,
} from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { workingDaysBetween } from "../agency-calendar.ts";
import { addMonths, monthsFrom } from "../figure-period.ts";
import { tallyCells } from "../petition-tally.ts";
import { findCalendar } from "../store/calendar.ts";
import { listCounted, listLocalGovernments, listStars, listTallied, saveTally } from "../store/figures.ts";

/** Last year's fiscal year is the farthest that figures reach: 24 months back at most. */
const monthsBack = 24;
/** Months of agencies counted in one round; the rest comes up in the next. */
const atOnce = 60;
const minuteMs = 60_000;

/**
 * Counts again, into petition_tally, the months of local governments that may have changed: this month every minute, the
 * one before every ten, older ones once a day, for open petitions of theirs still end. Never counted ones come first.
 * Answers how many were counted.
 */
export async function tallyPetitions(ports: Ports, actor: SystemActor): Promise<number> {
  const now = ports.clock.now();
  const due = (await dueMonths(ports, actor, now)).slice(0, atOnce);
  const counted = await eachAlone(
    ports.log,
    "petition.month_not_tallied",
    due,
    ({ agencyId, month }) => ({ agencyId, month }),
    ({ agencyId, month }) => tallyMonth(ports, actor, agencyId, month),
  );
  return counted.length;
}

interface DueMonth {
  readonly agencyId: string;
  readonly month: BangkokMonth;
  readonly talliedAt: number;
}

async function dueMonths(ports: Ports, actor: SystemActor, now: Date): Promise<readonly DueMonth[]> {
  const current = monthOf(bangkokDay(now));
  const months = monthsFrom(addMonths(current, -monthsBack), current);
  const [agencies, tallied] = await ports.db.as(actor, (tx) =>
    Promise.all([listLocalGovernments(tx), listTallied(tx, months)]),
  );
  const known = new Map(tallied.map((one) => [`${one.agencyId} ${one.month}`, one.talliedAt.getTime()]));
  return agencies
    .flatMap((agencyId) =>
      months.map((month) => ({ agencyId, month, talliedAt: known.get(`${agencyId} ${month}`) ?? 0 })),
    )
    .filter(({ month, talliedAt }) => now.getTime() - talliedAt >= freshMs(month, current))
    .sort((a, b) => a.talliedAt - b.talliedAt || (a.month < b.month ? 1 : -1));
}

function freshMs(month: BangkokMonth, current: BangkokMonth): number {
  if (month === current) return minuteMs;
  return month === addMonths(current, -1) ? 10 * minuteMs : 24 * 60 * minuteMs;
}

/** A transaction each, so that nothing waits long. */
async function tallyMonth(
  ports: Ports,
  actor: SystemActor,
  agencyId: string,
  month: BangkokMonth,
): Promise<void> {
  await ports.db.as(actor, async (tx) => {
    const calendar = await findCalendar(tx, agencyId, daysOfMonth(month).last);
    const known = new Map<string, number>();
    const daysOf = (received: BangkokDay, completed: BangkokDay) => {
      const name = `${received} ${completed}`;
      const days = known.get(name) ?? workingDaysBetween(calendar, received, completed);
      known.set(name, days);
      return days;
    };
    const counted = await listCounted(tx, agencyId, month);
    const cells = tallyCells(counted, await listStars(tx, agencyId, month), daysOf);
    await saveTally(tx, { agencyId, month, cells, talliedAt: ports.clock.now() });
  });
}
