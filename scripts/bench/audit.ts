import { sealEntries } from "../../server/audit/actions/seal-entries.ts";
import { verifyLog } from "../../server/audit/actions/verify-log.ts";
import type { SystemActor } from "../../server/kernel/actor.ts";
import { askOverHttp } from "./issue.ts";
import { makePoster } from "./post.ts";
import { interleave, rateOf } from "./rounds.ts";
import { layCitizens, type BenchCitizen, type BenchWorld } from "./world.ts";

const target = { cost: 0.15, verifySeconds: 30 };
const entries = 1_000_000;
const rounds = 7;
const asks = 600;
const connections = 8;
/** Thirty times as often as the product does. */
const sealEveryMs = 1_000;
/** While the app's own sealer is at it, or a transaction has not ended. */
const waitMs = 20;
const sealer: SystemActor = { kind: "system", job: "sealer" };

/** What sealing takes from issuing, and how long a million sealed entries take to be looked through. */
export async function benchAudit(world: BenchWorld): Promise<boolean> {
  const isCheap = await benchSealing(world);
  return (await benchVerifying(world)) && isCheap;
}

/** Issuing alone, and issuing until everything it wrote is sealed too. */
async function benchSealing(world: BenchWorld): Promise<boolean> {
  const citizens = await layCitizens(world, asks * (rounds + 1) * 2, world.channel);
  const poster = makePoster(world.origin, connections);
  const issue = () => rateOf(asks, connections, () => askOverHttp(world, poster, next(citizens)));
  await sealAll(world);
  try {
    const alone = { name: "alone", round: () => unsealed(world, issue) };
    const sealed = { name: "sealed", round: () => whileSealing(world, issue) };
    const [plain, both] = await interleave([alone, sealed], rounds);
    if (!plain || !both) throw new Error("nothing was measured");
    const cost = 1 - both.median / plain.median;
    const held = cost <= target.cost;
    console.log(
      `audit: issuing ${plain.median.toFixed(0)}/s (${plain.least.toFixed(0)}–${plain.most.toFixed(0)}), sealed too ` +
        `${both.median.toFixed(0)}/s (${both.least.toFixed(0)}–${both.most.toFixed(0)}): sealing costs ` +
        `${(cost * 100).toFixed(1)} % (target ≤ ${target.cost * 100} %) ${held ? "✓" : "✗"}`,
    );
    return held;
  } finally {
    poster.close();
  }
}

/** Keeps the app's own sealer away; what was written is sealed afterwards, off the clock. */
async function unsealed(world: BenchWorld, issue: () => Promise<number>): Promise<number> {
  const rate = await world.superuser.begin(async (held) => {
    await held`select from audit_sealer for update`;
    return issue();
  });
  await sealAll(world);
  return rate;
}

async function whileSealing(world: BenchWorld, issue: () => Promise<number>): Promise<number> {
  const started = performance.now();
  let isIssuing = true;
  const sealing = (async () => {
    while (isIssuing) {
      await pause(sealEveryMs);
      await sealEntries(world.ports, sealer);
    }
  })();
  await issue();
  isIssuing = false;
  const issued = performance.now();
  await sealing;
  const waited = performance.now();
  await sealAll(world);
  // The pause that was under way when the last code was issued is nobody's work.
  const took = issued - started + (performance.now() - waited);
  return asks / (took / 1000);
}

async function benchVerifying(world: BenchWorld): Promise<boolean> {
  await layEntries(world);
  const began = performance.now();
  const sealed = await sealAll(world);
  const sealSeconds = (performance.now() - began) / 1000;
  const [started, busy] = [performance.now(), process.cpuUsage()];
  const { report } = await verifyLog(world.ports, sealer, { kept: [] });
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(busy);
  const held = seconds <= target.verifySeconds && report.faultCount === 0 && report.leaves >= entries;
  console.log(
    `audit: ${sealed} entries sealed in ${sealSeconds.toFixed(0)} s; ${report.leaves} verified in ` +
      `${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor) with ${report.checkpoints} ` +
      `checkpoints (target ≤ ${target.verifySeconds} s a million) ` +
      (held ? "✓" : "✗"),
  );
  return held;
}

/** A million entries as issuing writes them, straight into the table. */
async function layEntries({ superuser }: BenchWorld): Promise<void> {
  await superuser`
    insert into audit_entry (id, at, action, actor_kind, actor_id, agency_id, person_id, subject_id, refs)
    select gen_random_uuid(), timestamptz '2026-11-21' + n * interval '1 second', 'service_code.issued', 'citizen',
      gen_random_uuid()::text, gen_random_uuid(), gen_random_uuid(), gen_random_uuid()::text,
      jsonb_build_object('service', 'PG0060001', 'qr', gen_random_uuid(), 'evidence', 'screen')
    from generate_series(1, ${entries}::int) as n`;
  await superuser`vacuum analyze audit_entry`;
}

/** Seals until nothing is left; answers how many were. The app's own sealer may do its share, and is waited for. */
async function sealAll({ ports, superuser }: BenchWorld): Promise<number> {
  const count = async () => {
    const [row] = await superuser<{ leaves: number; waiting: number }[]>`
      select count(*)::int as leaves, (select count(*) from audit_entry)::int - count(*)::int as waiting from audit_leaf`;
    if (!row) throw new Error("a count answers one row");
    return row;
  };
  const before = await count();
  for (let now = before; now.waiting > 0; now = await count()) {
    if ((await sealEntries(ports, sealer)) === 0) await pause(waitMs);
  }
  return (await count()).leaves - before.leaves;
}

let used = 0;

function next(citizens: readonly BenchCitizen[]): BenchCitizen {
  const citizen = citizens[used++];
  if (!citizen) throw new Error("more asks than citizens");
  return citizen;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
