import type { Citizen, Staff } from "../../server/kernel/actor.ts";
import { onward } from "../../server/kernel/keyset.ts";
import { listFigureLines } from "../../server/petitions/actions/list-figure-lines.ts";
import { seeOpenData } from "../../server/petitions/actions/see-open-data.ts";
import { seeOpenRequests } from "../../server/petitions/actions/see-open-requests.ts";
import { seeOwnPetitions } from "../../server/petitions/actions/see-own-petitions.ts";
import { seePetitionFigures } from "../../server/petitions/actions/see-petition-figures.ts";
import { seeQueue } from "../../server/petitions/actions/see-queue.ts";
import { tallyPetitions } from "../../server/petitions/actions/tally-petitions.ts";
import { nothingFiltered, ordersOf, queueViews, type QueuePlace } from "../../server/petitions/queue.ts";
import { layPetitions, type LaidPetitions } from "./lay-petitions.ts";
import { percentile } from "./rounds.ts";
import type { BenchWorld } from "./world.ts";

const target = 50;
const calls = 100;
const system = { kind: "system", job: "bench" } as const;

/** One thing somebody does, with a number that makes each call another one. */
type Ask = readonly [name: string, work: (index: number) => Promise<unknown>];

/**
 * What officers, citizens and the executive ask over half a million petitions (fewer with PRATU_BENCH_PETITIONS): the 95th
 * percentile of each, warm, and no scan over all petitions in any plan. How long the tallies take is told beside it.
 */
export async function benchPetitions(world: BenchWorld): Promise<boolean> {
  const count = Number(process.env["PRATU_BENCH_PETITIONS"] ?? 500_000);
  const laid = await layPetitions(world, count);
  console.log(`petitions laid: ${count.toLocaleString("en")}`);
  const asked = await asks(world, laid);
  await world.superuser`select pg_stat_reset()`;
  const started = performance.now();
  let months = 0;
  for (let done = 1; done > 0; months += done) done = await tallyPetitions(world.ports, system);
  console.log(`tallies of ${months} months: ${(performance.now() - started).toFixed(0)} ms`);
  let held = true;
  for (const [name, work] of asked) {
    const times = await timed(work);
    const p95 = percentile(times, 95);
    held &&= p95 <= target;
    console.log(
      `${name}: median ${percentile(times, 50).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (target ≤ ${target}) ${p95 <= target ? "✓" : "✗"}`,
    );
  }
  return (await noScans(world)) && held;
}

async function asks({ ports, superuser }: BenchWorld, laid: LaidPetitions): Promise<readonly Ask[]> {
  const { officers, supervisor, executive, agencyId } = laid;
  const officer = officers[0];
  if (!officer) throw new Error("no officer was laid");
  const [far] = await superuser<{ key: string; id: string }[]>`
    select (extract(epoch from submitted_at) * 1000)::bigint::text as key, id from petition
    where agency_id = ${agencyId} order by submitted_at desc, id desc offset ${Math.floor(laid.count / 4)} limit 1`;
  const queue = (actor: Staff, view: (typeof queueViews)[number], place: QueuePlace | null) => () => {
    const order = place === null ? ordersOf(view)[0] : "newest";
    return seeQueue(ports, actor, { view, filter: nothingFiltered, order, turn: onward(place) });
  };
  const citizen = (index: number): Citizen => {
    const personId = laid.people[(index * 7919) % laid.people.length] ?? "";
    return { kind: "citizen", channel: "c", lineUserId: "U", personId, unlocked: true };
  };
  const year = { period: "twelve_months", serviceId: null } as const;
  const last = { period: "last_fiscal_year", serviceId: null } as const;
  const [setting] = await superuser<{ slug: string }[]>`
    select slug from local_setting where agency_id = ${agencyId}`;
  const slug = setting?.slug;
  const places = { numbers: null, serviceCodes: null, from: null, until: null, isOpen: null, limit: 100 };
  return [
    ...queueViews.map((view): Ask => [`queue of an officer: ${view}`, queue(officer, view, null)]),
    ...queueViews.map((view): Ask => [`queue of the superior: ${view}`, queue(supervisor, view, null)]),
    ["queue of the superior: all, a page of the middle", queue(supervisor, "all", far ?? null)],
    ["queue of an officer: all, a page of the middle", queue(officer, "all", far ?? null)],
    ["queue of the superior: completed, a page of the middle", queue(supervisor, "completed", far ?? null)],
    [
      "a citizen's running petitions",
      (index) => seeOwnPetitions(ports, citizen(index), { shelf: "open", turn: null }),
    ],
    [
      "a citizen's ended petitions",
      (index) => seeOwnPetitions(ports, citizen(index), { shelf: "completed", turn: null }),
    ],
    ["figures of twelve months", () => seePetitionFigures(ports, executive, year)],
    ["figures of last fiscal year", () => seePetitionFigures(ports, executive, last)],
    ["lines of the figures' file", () => listFigureLines(ports, executive, year)],
    ["open data", () => seeOpenData(ports, slug ?? "")],
    ["Open311, a hundred requests", () => seeOpenRequests(ports, slug ?? null, places)],
  ];
}

async function timed(work: (index: number) => Promise<unknown>): Promise<number[]> {
  for (let index = 0; index < 10; index += 1) await work(index);
  const times: number[] = [];
  for (let index = 0; index < calls; index += 1) {
    const started = performance.now();
    await work(index + 10);
    times.push(performance.now() - started);
  }
  return times;
}

/** True when no statement so far read petitions from end to end. */
async function noScans({ superuser }: BenchWorld): Promise<boolean> {
  const [row] = await superuser<{ scans: number }[]>`
    select seq_scan::int as scans from pg_stat_user_tables where relname = 'petition'`;
  console.log(`whole scans of petition: ${row?.scans ?? "unknown"}`);
  return row?.scans === 0;
}
