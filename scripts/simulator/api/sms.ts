import { randomBytes, timingSafeEqual } from "node:crypto";
import type { World } from "../world/world.ts";
import type { ApiContext } from "./answer.ts";

const keptSms = 300;

/**
 * ThaiBulkSMS's plain SMS: POST /sms, Basic key:secret, form `sender`, `msisdn` (several with commas), `message`.
 * Answers 201 with the numbers taken and the bad ones; 401, 400 and, in an outage, 503 with its error object.
 */
export async function receiveSms(world: World, context: ApiContext): Promise<Response> {
  if (world.troubles.sms) return refuse(context, 503, 500, "ERROR_INTERNAL_SERVER", "Internal server error");
  if (!mayPass(world, context.req.header("authorization") ?? "")) {
    return refuse(context, 401, 101, "ERROR_AUTHENTICATE_FAIL", "Authenticate fail.");
  }
  const form = new URLSearchParams(await context.req.text());
  for (const name of ["msisdn", "message"]) {
    if (!form.get(name))
      return refuse(context, 400, 104, "ERROR_PARAMETER_REQUIRED", `Parameter ${name} is required.`);
  }
  const text = form.get("message") ?? "";
  const sender = form.get("sender") ?? "";
  if (sender !== "" && !/^[A-Za-z0-9 ._-]{1,11}$/.test(sender)) {
    return refuse(context, 400, 109, "ERROR_SENDER_INVALID", "Sender name is invalid.");
  }
  const numbers = (form.get("msisdn") ?? "").split(",").map((number) => number.trim());
  const good = numbers.filter((number) => thaiMobile.test(number));
  const sent = good.map((number) => keepSms(world, sender, number.replace(/^0/, "66"), text));
  world.changed();
  return context.json(
    {
      remaining_credit: 9000,
      total_use_credit: sent.length,
      credit_type: "standard",
      phone_number_list: sent.map((sms) => ({ number: sms.to, message_id: sms.id, used_credit: 1 })),
      bad_phone_number_list: numbers
        .filter((number) => !thaiMobile.test(number))
        .map((number) => ({ number, message: "Phone number is invalid." })),
    },
    sent.length > 0 ? 201 : 400,
  );
}

export const thaiMobile = /^(66|0)[689]\d{8}$/;

/** Puts a message into the inbox of its number. */
export function keepSms(world: World, sender: string, to: string, text: string) {
  const sms = { id: randomBytes(11).toString("base64url"), at: world.now().getTime(), to, sender, text };
  world.state.sms.push(sms);
  if (world.state.sms.length > keptSms) world.state.sms.shift();
  return sms;
}

function mayPass(world: World, authorization: string): boolean {
  const { sms } = world.options;
  if (!sms) return authorization.startsWith("Basic ");
  const expected = Buffer.from(`Basic ${Buffer.from(`${sms.key}:${sms.secret}`).toString("base64")}`);
  const given = Buffer.from(authorization);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function refuse(
  context: ApiContext,
  status: 400 | 401 | 503,
  code: number,
  name: string,
  description: string,
): Response {
  return context.json({ error: { code, name, description } }, status);
}
