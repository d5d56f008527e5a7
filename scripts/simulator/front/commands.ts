import { Hono } from "hono";
import type { Control } from "../control/control.ts";

/** The controls the page's buttons may call, by name. */
const commands = [
  "phones",
  "openPhone",
  "follow",
  "unblock",
  "block",
  "unfollow",
  "sendText",
  "sendSticker",
  "sendImage",
  "unsend",
  "tapPostback",
  "switchMenu",
  "sendEvent",
  "tapUri",
  "redeliver",
  "duplicate",
  "delay",
  "reorder",
  "outage",
  "setQuota",
  "setStandby",
  "dropUserId",
  "setRedelivery",
  "chat",
  "sms",
  "mails",
  "readMail",
  "events",
  "calls",
] as const satisfies readonly (keyof Control)[];

/** POST /simulator/api/<command> with a JSON array of its arguments; answers what it gave, or 400 and why not. */
export function commandPaths(control: Control): Hono {
  const app = new Hono();
  for (const name of commands) {
    app.post(`/${name}`, async (context) => {
      if ((context.req.header("sec-fetch-site") ?? "same-origin") !== "same-origin") {
        return context.json({ message: "only the simulator's own page may do that" }, 403);
      }
      try {
        const text = await context.req.text();
        const given = text === "" ? [] : (JSON.parse(text) as unknown[]);
        const run = control[name] as (...given: unknown[]) => unknown;
        return context.json((await run(...given)) ?? null);
      } catch (error) {
        return context.json({ message: error instanceof Error ? error.message : "that did not work" }, 400);
      }
    });
  }
  return app;
}
