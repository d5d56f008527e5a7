import { Hono } from "hono";
import type { SystemActor } from "../kernel/actor.ts";
import { sameBytes } from "../kernel/same-bytes.ts";
import { takeLateBounce } from "../notices/actions/take-late-bounce.ts";
import { readLateBounce } from "../notices/delivery-report.ts";
import type { AppContext, AppEnv } from "./env.ts";

const postman: SystemActor = { kind: "system", job: "mail_reports" };

/**
 * Where the mail server hands over what arrives at the return address (docs/operations.md): message/rfc822 under a shared
 * secret. Every message under it is answered alike, whatever it says, so that nothing is learnt and nothing comes twice.
 */
export const mailReports = new Hono<AppEnv>();

mailReports.post("/mail/reports", async (c) => {
  if (!(await isOurs(c))) return c.text("Forbidden", 403);
  if (!/^message\/rfc822\b/i.test(c.req.header("content-type") ?? "")) return c.text("message/rfc822", 415);
  const bounce = readLateBounce(await c.req.text());
  const { ports, site } = c.var;
  const isTaken = bounce !== null && (await takeLateBounce(ports, postman, site.channel, bounce));
  ports.log.info("mail.report", { isBounce: bounce !== null, isTaken });
  return c.body(null, 204);
});

/** Compares digests, so that neither length nor letters show in the time. No secret is set: nobody is let in. */
async function isOurs(c: AppContext): Promise<boolean> {
  const { mailReportSecret: secret } = c.var.site;
  const [, given = ""] = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "") ?? [];
  if (secret === null || given === "") return false;
  const [left, right] = await Promise.all([digest(given), digest(secret)]);
  return sameBytes(left, right);
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}
