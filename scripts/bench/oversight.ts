import { seeOversight } from "../../server/credentials/actions/see-oversight.ts";
import { seeSeatStory } from "../../server/credentials/actions/see-seat-story.ts";
import { oversightRule } from "../../server/credentials/desk/oversight-rule.ts";
import { countFindings } from "../../server/credentials/store/oversight.ts";
import type { Staff } from "../../server/kernel/actor.ts";
import { onward } from "../../server/kernel/keyset.ts";
import { layTowns } from "./lay-towns.ts";
import { percentile } from "./rounds.ts";
import type { BenchWorld } from "./world.ts";

const towns = 8_000;
const target = 150;
const calls = 40;

/** One thing an auditor looks at. */
type Ask = readonly [name: string, work: () => Promise<unknown>];

/**
 * What the central office's auditor and a town's see over 8,000 towns of three seats each: the 95th percentile of each
 * page, warm. The figures of an office with so many are counted once a minute, over every seat; no page reads them all.
 */
export async function benchOversight(world: BenchWorld): Promise<boolean> {
  const laid = await layTowns(world, towns);
  console.log(`seats laid: ${(towns * 3).toLocaleString("en")}`);
  let held = true;
  for (const [name, work] of asks(world, laid)) {
    const times = await timed(work);
    const p95 = percentile(times, 95);
    held &&= p95 <= target;
    console.log(
      `oversight, ${name}: median ${percentile(times, 50).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms ` +
        `(target ≤ ${target}) ${p95 <= target ? "✓" : "✗"}`,
    );
  }
  await tellCount(world, laid.officeId);
  return held;
}

/** The figures counted anew, which somebody waits for once a minute. */
async function tellCount({ ports }: BenchWorld, agencyId: string): Promise<void> {
  const office: Staff = { kind: "staff", staffId: agencyId, agencyId, level: "internal_auditor" };
  const rule = await oversightRule(ports);
  const times = await timed(() => ports.db.as(office, (tx) => countFindings(tx, rule)));
  console.log(
    `oversight, the figures of the office counted anew: median ${percentile(times, 50).toFixed(0)} ms`,
  );
}

function asks({ ports }: BenchWorld, laid: Awaited<ReturnType<typeof layTowns>>): readonly Ask[] {
  const auditor = (agencyId: string): Staff => ({
    kind: "staff",
    staffId: laid.auditorId,
    agencyId,
    level: "internal_auditor",
  });
  const [office, town] = [auditor(laid.officeId), auditor(laid.townId)];
  const middle = onward({ userCode: laid.middleCode, holdingId: "" });
  return [
    ["central office, first page", () => seeOversight(ports, office, { finding: null, turn: null })],
    [
      "central office, page of the middle",
      () => seeOversight(ports, office, { finding: null, turn: middle }),
    ],
    ["central office, one finding", () => seeOversight(ports, office, { finding: "vacant", turn: null })],
    [
      "central office, a rare one",
      () => seeOversight(ports, office, { finding: "letter_overdue", turn: null }),
    ],
    ["central office, the story", () => seeSeatStory(ports, office, { seatId: null, turn: null })],
    ["a town, first page", () => seeOversight(ports, town, { finding: null, turn: null })],
    ["a town, the story", () => seeSeatStory(ports, town, { seatId: null, turn: null })],
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number[]> {
  for (let index = 0; index < 5; index += 1) await work();
  const times: number[] = [];
  for (let index = 0; index < calls; index += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times;
}
