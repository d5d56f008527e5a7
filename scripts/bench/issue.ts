import { openDatabase } from "../../db/client.ts";
import { bangkokDay, endOfBangkokDay } from "../../server/kernel/thai-date.ts";
import { makeTicket, type ScanTicket } from "../../server/visits/scan-ticket.ts";
import { issueCode } from "../../server/visits/store/issue-code.ts";
import { makePoster, type Poster } from "./post.ts";
import { interleave, rateOf, type Figures } from "./rounds.ts";
import { layCitizens, type BenchCitizen, type BenchWorld } from "./world.ts";

const target = 0.35;
const rounds = 5;
const asks = 400;

/** Issuing over HTTP, session and audit and all, against the same SQL called straight, at equal connections. */
export async function benchIssue(world: BenchWorld): Promise<boolean> {
  let held = true;
  for (const connections of [8, 16]) {
    const [raw, http] = await compare(world, connections);
    if (!raw || !http) throw new Error("nothing was measured");
    const ratio = http.median / raw.median;
    held &&= ratio >= target;
    console.log(
      `issue, ${connections} connections: HTTP ${http.median.toFixed(0)}/s, raw ${raw.median.toFixed(0)}/s, ` +
        `ratio ${(ratio * 100).toFixed(0)} % (target ≥ ${target * 100} %) ${ratio >= target ? "✓" : "✗"}`,
    );
  }
  return held;
}

async function compare(world: BenchWorld, connections: number): Promise<readonly Figures[]> {
  const { channel } = world;
  const citizens = await layCitizens(world, asks * (rounds + 1) * 2, channel);
  let used = 0;
  const next = () => {
    const citizen = citizens[used++];
    if (!citizen) throw new Error("more asks than citizens");
    return citizen;
  };
  const poster = makePoster(world.origin, connections);
  const db = openDatabase({ url: world.appUrl, max: connections, closes: true });
  const raw = { name: "raw", round: () => rateOf(asks, connections, () => askRaw(world, db, next())) };
  const http = {
    name: "http",
    round: () => rateOf(asks, connections, () => askOverHttp(world, poster, next())),
  };
  try {
    return await interleave([raw, http], rounds);
  } finally {
    poster.close();
    await db.close();
  }
}

function freshTicket(world: BenchWorld): ScanTicket {
  const [facility] = world.seeded.facilities;
  if (!facility) throw new Error("the demo has no facility");
  return {
    qrId: facility.screenQrId,
    facilityId: facility.agencyId,
    serviceType: facility.serviceType,
    scannedAt: world.ports.clock.now(),
    nonce: world.ports.random.uuid(),
    evidence: "screen",
  };
}

async function askRaw(
  world: BenchWorld,
  db: ReturnType<typeof openDatabase>,
  { personId, lineUserId }: BenchCitizen,
): Promise<void> {
  const { clock, random, keys } = world.ports;
  const now = clock.now();
  const day = bangkokDay(now);
  const id = () => random.uuid();
  const answer = await issueCode(db, {
    now,
    day,
    expiresAt: endOfBangkokDay(day),
    asker: { kind: "citizen", channel: world.channel, lineUserId, personId, unlocked: true },
    delegationId: null,
    ticket: freshTicket(world),
    codeKey: keys.serviceCode,
    ids: { visit: id(), code: id(), audit: id(), notice: id(), told: id() },
    noticeDiesAt: new Date(now.getTime() + 60_000),
  });
  if (!answer.ok || !answer.value.isNew) throw new Error("the raw call issued no new code");
}

/** Issues a code over HTTP. */
export async function askOverHttp(world: BenchWorld, poster: Poster, citizen: BenchCitizen): Promise<void> {
  const ticket = makeTicket(world.ports.keys.qr, freshTicket(world));
  const { status, location } = await poster.post(
    `/liff/ask/${ticket}`,
    {
      cookie: `__Host-citizen=${citizen.cookie}`,
      "sec-fetch-site": "same-origin",
      "content-type": "application/x-www-form-urlencoded",
      "content-length": "4",
    },
    "for=",
  );
  if (status !== 303 || !location.startsWith("/liff/code/")) {
    throw new Error(`the ask was answered ${status} ${location}`);
  }
}
