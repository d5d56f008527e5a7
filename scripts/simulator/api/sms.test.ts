import { expect, test } from "vitest";
import { startBench, type Bench } from "../test-bench.ts";

function post(bench: Bench, form: Record<string, string>, secret = "sms-secret"): Promise<Response> {
  const authorization = `Basic ${Buffer.from(`sms-key:${secret}`).toString("base64")}`;
  return fetch(`${bench.api}/sms`, {
    method: "POST",
    headers: { authorization },
    body: new URLSearchParams(form),
  });
}

const sms = { sender: "PRATU", msisdn: "66810000001", message: "รหัส OTP 123456 (อ้างอิง ABCD)" };

test("an SMS lands in the inbox of its number", async () => {
  const bench = await startBench();
  const response = await post(bench, sms);
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({
    phone_number_list: [{ number: "66810000001" }],
    bad_phone_number_list: [],
  });
  expect(bench.simulator.sms("081-000-0001")).toMatchObject([{ text: sms.message, sender: "PRATU" }]);
  expect(bench.simulator.sms("0810000002")).toEqual([]);
});

test("a wrong secret, a missing text, a number that is none: each has the gateway's answer", async () => {
  const bench = await startBench();
  const wrong = await post(bench, sms, "guessed");
  expect(wrong.status).toBe(401);
  expect(await wrong.json()).toMatchObject({ error: { name: "ERROR_AUTHENTICATE_FAIL" } });
  expect((await post(bench, { msisdn: sms.msisdn })).status).toBe(400);
  const bad = await post(bench, { ...sms, msisdn: "6621112222" });
  expect(await bad.json()).toMatchObject({
    phone_number_list: [],
    bad_phone_number_list: [{ number: "6621112222" }],
  });
  expect(bench.simulator.sms()).toEqual([]);
});

test("in an outage the gateway answers 503 and keeps nothing; LINE goes on", async () => {
  const bench = await startBench();
  await bench.simulator.outage("sms", true);
  expect((await post(bench, sms)).status).toBe(503);
  expect(bench.simulator.sms()).toEqual([]);
  expect(await bench.bot.getMessageQuota()).toMatchObject({ type: "limited" });
  await bench.simulator.outage("sms", false);
  expect((await post(bench, sms)).status).toBe(201);
});
