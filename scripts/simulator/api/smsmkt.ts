import { timingSafeEqual } from "node:crypto";
import type { World } from "../world/world.ts";
import type { ApiContext } from "./answer.ts";
import { keepSms, thaiMobile } from "./sms.ts";

/**
 * SMSMKT's plain SMS: POST /api/send-message with api_key and secret_key, JSON `message`, `phone`, `sender`. Answers 200
 * with code 000, or with what was wrong; in an outage 503.
 */
export async function receiveSmsMkt(world: World, context: ApiContext): Promise<Response> {
  if (world.troubles.sms) return context.json({ code: "500", detail: "Internal server error" }, 503);
  if (!mayPass(world, context.req.header("api_key") ?? "", context.req.header("secret_key") ?? ""))
    return context.json({ code: "101", detail: "api_key or secret_key is invalid" }, 401);
  const body = (await context.req.json().catch(() => null)) as Record<string, unknown> | null;
  const [message, phone, sender] = [body?.["message"], body?.["phone"], body?.["sender"]];
  if (typeof message !== "string" || message === "" || typeof phone !== "string")
    return context.json({ code: "100", detail: "message and phone are required" });
  if (!thaiMobile.test(phone)) return context.json({ code: "107", detail: "phone is invalid" });
  const sms = keepSms(world, typeof sender === "string" ? sender : "", phone.replace(/^0/, "66"), message);
  world.changed();
  return context.json({ code: "000", detail: "OK.", result: { transaction: sms.id } });
}

function mayPass(world: World, key: string, secret: string): boolean {
  const { smsMkt } = world.options;
  if (!smsMkt) return key !== "";
  return same(key, smsMkt.key) && same(secret, smsMkt.secret);
}

function same(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
