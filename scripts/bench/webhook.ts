import { createHmac, randomBytes } from "node:crypto";
import { percentile } from "./rounds.ts";
import type { BenchWorld } from "./world.ts";

const perSecond = 200;
const seconds = 20;
const target = { p99: 50, most: 1_000 };

/** Signed events at 200 a second, sent on time whether or not earlier ones were answered (open loop). */
export async function benchWebhook(world: BenchWorld): Promise<boolean> {
  await run(world, 2);
  const took = await run(world, seconds);
  const p99 = percentile(took, 99);
  const most = percentile(took, 100);
  const held = p99 <= target.p99 && most < target.most;
  console.log(
    `webhook, ${perSecond}/s for ${seconds} s: p50 ${percentile(took, 50).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, ` +
      `most ${most.toFixed(0)} ms (target p99 ≤ ${target.p99} ms, none over ${target.most} ms) ${held ? "✓" : "✗"}`,
  );
  return held;
}

async function run(world: BenchWorld, length: number): Promise<readonly number[]> {
  const started = performance.now();
  const sent = Array.from({ length: perSecond * length }, async (_, at) => {
    await until(started + (at * 1_000) / perSecond);
    return deliver(world);
  });
  return Promise.all(sent);
}

async function deliver(world: BenchWorld): Promise<number> {
  const body = JSON.stringify({ destination: `U${"0".repeat(32)}`, events: [event()] });
  const signature = createHmac("sha256", world.config.line.channelSecret).update(body).digest("base64");
  const started = performance.now();
  const response = await fetch(`${world.origin}/line/webhook`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-line-signature": signature },
    body,
  });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`the webhook answered ${response.status}`);
  return performance.now() - started;
}

/** A text message of somebody new, as LINE sends it. */
function event() {
  return {
    type: "message",
    mode: "active",
    timestamp: Date.now(),
    webhookEventId: randomBytes(13).toString("hex").toUpperCase(),
    deliveryContext: { isRedelivery: false },
    replyToken: randomBytes(16).toString("hex"),
    source: { type: "user", userId: `U${randomBytes(16).toString("hex")}` },
    message: { type: "text", id: String(Date.now()), quoteToken: "q", text: "เมนู" },
  };
}

function until(moment: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - performance.now())));
}
