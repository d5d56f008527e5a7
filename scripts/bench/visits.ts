import type { Staff } from "../../server/kernel/actor.ts";
import { onward, type Turn } from "../../server/kernel/keyset.ts";
import { addDays, bangkokDay } from "../../server/kernel/thai-date.ts";
import type { ClaimFilter } from "../../server/visits/claim-filter.ts";
import { seeClaims } from "../../server/visits/actions/see-claims.ts";
import { seeDashboard } from "../../server/visits/actions/see-dashboard.ts";
import { seeRegion } from "../../server/visits/actions/see-region.ts";
import { tallyDays } from "../../server/visits/actions/tally-days.ts";
import type { ClaimPosition } from "../../server/visits/claim-position.ts";
import { layVisits, type LaidVisits } from "./lay-visits.ts";
import { percentile } from "./rounds.ts";
import type { BenchWorld } from "./world.ts";

const target = 50;
const calls = 200;

/** One thing a clerk does, with a number that makes each call another one. */
type Ask = readonly [name: string, work: (index: number) => Promise<unknown>];

/**
 * What the console asks over five million visits (fewer with PRATU_BENCH_VISITS): the 95th percentile of each, warm,
 * and no scan over all visits or codes in any plan.
 */
export async function benchVisits(world: BenchWorld): Promise<boolean> {
  const count = Number(process.env["PRATU_BENCH_VISITS"] ?? 5_000_000);
  const laid = await layVisits(world, count);
  console.log(`visits laid: ${count.toLocaleString("en")}`);
  let held = true;
  const asked = await asks(world, laid);
  await world.superuser`select pg_stat_reset()`;
  for (let round = 0; round < 3; round += 1) await tallyDays(world.ports, { kind: "system", job: "bench" });
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

async function asks({ ports, superuser }: BenchWorld, laid: LaidVisits): Promise<readonly Ask[]> {
  const staff = (agencyId: string, level: Staff["level"]): Staff => ({
    kind: "staff",
    staffId: ports.random.uuid(),
    agencyId,
    level,
  });
  const admin = staff(laid.agencyId, "facility_admin");
  const registrar = staff(laid.officeId, "registrar");
  const until = bangkokDay(ports.clock.now());
  const all = { from: addDays(until, -730), until, service: null, status: null, personId: null };
  const [deep] = await superuser<ClaimPosition[]>`
    select day::text as day, id as "visitId", id as key from visit where agency_id = ${laid.agencyId}
    order by day desc, id desc offset ${Math.min(500_000, Math.floor(laid.count / 8))} limit 1`;
  const claims = (filter: ClaimFilter, turn: Turn<ClaimPosition> | null) => () =>
    seeClaims(ports, admin, { filter, order: "latest", turn, purpose: "bench" });
  return [
    ["claims of seven days, first page", claims({ ...all, from: addDays(until, -6) }, null)],
    ["claims of two years, a page of the middle", claims(all, onward(deep ?? null))],
    ["the page before it", claims(all, deep ? { way: "before", place: deep } : null)],
    ["claims of one person", (index) => claims({ ...all, personId: laid.people[index] ?? null }, null)()],
    ["dashboard of a facility", () => seeDashboard(ports, admin)],
    ["dashboard of a region", () => seeRegion(ports, registrar)],
  ];
}

async function timed(work: (index: number) => Promise<unknown>): Promise<number[]> {
  for (let index = 0; index < 20; index += 1) await work(index);
  const times: number[] = [];
  for (let index = 0; index < calls; index += 1) {
    const started = performance.now();
    await work(index + 20);
    times.push(performance.now() - started);
  }
  return times;
}

/** True when no statement so far read visits or codes from end to end. */
async function noScans({ superuser }: BenchWorld): Promise<boolean> {
  const rows = await superuser<{ name: string; scans: number }[]>`
    select relname as name, seq_scan::int as scans from pg_stat_user_tables
    where relname in ('visit', 'service_code')`;
  console.log(rows.map(({ name, scans }) => `whole scans of ${name}: ${scans}`).join(", "));
  return rows.every(({ scans }) => scans === 0);
}
