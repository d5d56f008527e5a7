import { afterAll, beforeAll, expect, test } from "vitest";
import { cookieGiven, testApp, type TestBrowser } from "../../../../tests/support/app.ts";
import { asSuperuser } from "../../../../tests/support/citizens.ts";
import { townWorld } from "../../../../tests/support/municipality.ts";
import type { TestWorld } from "../../../../tests/support/ports.ts";
import { letterPasswordOfTest } from "../../../../tests/support/registering.ts";
import { granted } from "../../../../tests/support/people.ts";
import {
  petitionOfRequest,
  requestBench,
  sendOwn,
  typedRequest,
  type RequestBench,
} from "../../../../tests/support/service-requests.ts";
import { otpDigits } from "../../../identity/otp.ts";
import { requestKeyField } from "../../../http/request-key.ts";

let world: TestWorld;
let open: (cookie?: string) => TestBrowser;
let bench: RequestBench;

/** A paper comes as what stands on it. */
const make = (paper: unknown) => Promise.resolve(new TextEncoder().encode(JSON.stringify(paper)));

beforeAll(async () => {
  world = await townWorld();
  const pdf = { ...world.ports.pdf, make };
  open = testApp({ ...world, ports: { ...world.ports, pdf } });
  bench = await requestBench(world);
});
afterAll(() => world.close());

async function formOf(browser: TestBrowser): Promise<string> {
  const requestKey = world.ports.random.uuid();
  const written = await browser.post("/seat/requests/new", {
    ...{ ...typedRequest(), way: "device", [requestKeyField]: requestKey },
  });
  const [path] = (written.headers.get("location") ?? "").split("?");
  const form = await browser.get(`${path ?? ""}/form.pdf`);
  expect(form.status).toBe(200);
  return form.text();
}

test("a password alone prints the form without the whole number and address of its holder; with the phone it has both", async () => {
  const { userCode, facts } = bench.holding;
  const typed = { userCode, part: "holder", password: letterPasswordOfTest };
  const entered = await open().post("/seat/sign-in", typed);
  const half = await formOf(open(cookieGiven(entered, "__Host-seat")));
  expect(half).toContain("1-xxxx-xxxxx-01-8");
  expect(half).toContain("m•••@town.example");
  for (const whole of ["1-1016-00000-01-8", facts.citizenId, facts.email ?? ""])
    expect(half).not.toContain(whole);
  const form = await formOf(open(bench.seated.cookie));
  for (const whole of ["1-1016-00000-01-8", facts.email ?? ""]) expect(form).toContain(whole);
});

test("a new address that is somebody else's is told above the request with what to do, and its code is asked no more", async () => {
  const newEmail = "request.taken@town.example";
  const emailIndex = world.ports.keys.blindIndex("email", newEmail);
  const all = asSuperuser(world);
  await all`insert into holder_email (email_index, person_id, proven_at)
    values (${emailIndex}, ${world.ports.random.uuid()}, now())`;
  await all.end();
  const { requestId } = await granted(sendOwn(world, bench.holding, { case: "email_changed", newEmail }));
  const [computer, path] = [open(bench.seated.cookie), `/seat/requests/${requestId}`];
  await computer.post(`${path}/code`, {});
  const { seen } = await petitionOfRequest(world, bench, requestId);
  const code = otpDigits(world.ports.keys.otp, seen.emailCodeId ?? "");
  const refused = await computer.post(`${path}/confirm`, { code });
  const page = await refused.text();
  expect([refused.status, page.includes('name="code"')]).toEqual([422, false]);
  expect(page).toContain("ขอให้ปิดคำร้อง แล้วยื่นใหม่ด้วยอีเมลของคุณเอง");
  expect(page).toContain(`action="${path}/messages"`);
});
