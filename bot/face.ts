import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { AppEnv } from "../server/http/env.ts";
import { keepEvents } from "./actions/keep-events.ts";
import { drainOutbox } from "./outbox.ts";
import { answerAll } from "./perform.ts";
import { isSignedByLine } from "./signature.ts";

const largestBodyBytes = 256 * 1024;
/** LINE gives up after two seconds; the answer must be out within one, so the database gets less. */
const answerWithinMs = 700;

/**
 * The webhook of the Messaging API. Refuses what is too large (413), not signed by LINE (401) or no webhook (400)
 * before anything is kept. 200 says that every event is kept durably; the work comes after. When the database does
 * not say so in time: 503, and LINE delivers again.
 */
export const botFace = new Hono<AppEnv>();

botFace.post(
  "/webhook",
  bodyLimit({ maxSize: largestBodyBytes, onError: (c) => c.body(null, 413) }),
  async (c) => {
    const startedAt = performance.now();
    const { ports, site, later } = c.var;
    const body = new Uint8Array(await c.req.arrayBuffer());
    if (!(await isSignedByLine(site.channelSecret, body, c.req.header("x-line-signature") ?? ""))) {
      return c.body(null, 401);
    }
    const events = readEvents(body);
    if (events === null) return c.body(null, 400);
    const withinMs = answerWithinMs - (performance.now() - startedAt);
    const kept = await keepEvents(ports, { kind: "gate" }, { channel: site.channel, events, withinMs });
    if (!kept.ok) {
      ports.log.warn("webhook.not_kept", { events: events.length, requestId: c.var.requestId });
      return c.body(null, 503);
    }
    if (kept.value.length > 0) {
      later(async () => {
        await answerAll(ports, kept.value);
        later(() => drainOutbox(ports, site), "outbox");
      });
    }
    return c.body(null, 200);
  },
);

/** The events of a signed body; null when it is no webhook. A byte order mark before the JSON is passed over. */
function readEvents(body: Uint8Array): readonly unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
    const events: unknown = (parsed as { events?: unknown } | null)?.events;
    return Array.isArray(events) ? events : null;
  } catch {
    return null;
  }
}
