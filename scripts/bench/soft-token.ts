import { seeAsked } from "../../server/credentials/actions/see-asked.ts";
import { seeChallenge } from "../../server/credentials/actions/see-challenge.ts";
import { challengeText } from "../../server/credentials/signed-text.ts";
import { endKeysOfHolding } from "../../server/credentials/store/key-end.ts";
import type { KeptHolding } from "../../server/credentials/store/holding.ts";
import { cookieOf } from "./issuing.ts";
import { benchPin, layHalfSession, layHolder, layKey, type SignText } from "./lay-holder.ts";
import { layCitizens, type BenchCitizen, type BenchWorld } from "./world.ts";

const gate = { kind: "gate" } as const;
const targetMs = 1_000;
/** As often as the computer's script looks. */
const lookMs = 500;
/** A seat's phone is asked ten times an hour. */
const rounds = 8;

interface Bench {
  readonly world: BenchWorld;
  readonly holding: KeptHolding;
  readonly citizen: BenchCitizen;
  readonly sign: SignText;
}

/** From the phone's yes to the computer's page, and from a stop to the first request that is refused. */
export async function benchSoftToken(world: BenchWorld): Promise<boolean> {
  const [citizen] = await layCitizens(world, 1, world.channel);
  if (!citizen) throw new Error("no citizen was laid");
  const holding = await layHolder(world);
  const phone = { channel: world.channel, lineUserId: citizen.lineUserId };
  const sign = await layKey(world, holding, phone);
  const bench = { world, holding, citizen, sign };
  const waits: number[] = [];
  let cookie = "";
  for (let round = 0; round < rounds; round += 1) {
    const entered = await signIn(bench);
    waits.push(entered.ms);
    cookie = entered.cookie;
  }
  const slowest = Math.max(...waits);
  const stopped = await stop(bench, cookie);
  const held = slowest <= targetMs && stopped <= targetMs;
  console.log(
    `soft token: from the phone's answer to the computer's page ${slowest.toFixed(0)} ms at most of ${rounds}, from a stop to ` +
      `a refused request ${stopped.toFixed(0)} ms (targets ≤ ${targetMs}) ${held ? "✓" : "✗"}`,
  );
  return held;
}

/** One whole sign-in over HTTP; the time runs from the phone's post until the computer has its first page. */
async function signIn(bench: Bench): Promise<{ readonly ms: number; readonly cookie: string }> {
  const { world, holding } = bench;
  const session = await layHalfSession(world, holding);
  const computer = { cookie: session.cookie, "sec-fetch-site": "same-origin" };
  await ask(world, "/seat/challenge", { headers: computer });
  const seen = await seeAsked(world.ports, gate, { session, purpose: "sign_in" });
  if (!seen) throw new Error("nothing was asked");
  const answer = await answerOf(bench, seen);
  const from = performance.now();
  const path = `/liff/token/sign/${seen.id}`;
  const headers = { ...cookieOf(bench.citizen), "sec-fetch-site": "same-origin" };
  const posted = ask(world, path, { method: "POST", headers, body: new URLSearchParams(answer) });
  for (;;) {
    const state = (await (await ask(world, "/seat/challenge/state", { headers: computer })).json()) as {
      readonly state: string;
    };
    if (state.state !== "waiting") break;
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
  await posted;
  const entered = await ask(world, "/seat/challenge/enter", { method: "POST", headers: computer });
  const cookie = entered.headers.getSetCookie().find((each) => each.startsWith("__Host-seat="));
  const inside = (cookie ?? "").split(";")[0] ?? "";
  const home = await ask(world, "/seat/home", { headers: { cookie: inside } });
  if (home.status !== 200) throw new Error(`the holder's page was answered ${home.status}`);
  return { ms: performance.now() - from, cookie: inside };
}

async function answerOf(
  { world, citizen, sign }: Bench,
  { id, picture, digits }: { readonly id: string; readonly picture: string; readonly digits: string },
): Promise<Record<string, string>> {
  const phone = { channel: world.channel, lineUserId: citizen.lineUserId };
  const seen = await seeChallenge(world.ports, gate, { challengeId: id, phone });
  if (!seen.ok) throw new Error(`the bench was refused: ${seen.refusal.kind}`);
  return { picture, digits, pin: benchPin, signature: await sign(challengeText(seen.value.parts)) };
}

/** The key is stopped; the time runs until a request is refused. */
async function stop({ world, holding }: Bench, cookie: string): Promise<number> {
  const { ports } = world;
  const from = performance.now();
  const end = { state: "stopped", reason: "bench", now: ports.clock.now() } as const;
  await ports.db.as(gate, (tx) => endKeysOfHolding(tx, holding.id, end));
  while ((await ask(world, "/seat/home", { headers: { cookie } })).status === 200);
  return performance.now() - from;
}

function ask(world: BenchWorld, path: string, init: RequestInit): Promise<Response> {
  return fetch(`${world.origin}${path}`, { redirect: "manual", ...init });
}
