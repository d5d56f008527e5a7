import { afterAll, beforeAll, expect, test } from "vitest";
import { cookieGiven, testApp, type TestBrowser } from "../../../../tests/support/app.ts";
import { townWorld } from "../../../../tests/support/municipality.ts";
import type { TestWorld } from "../../../../tests/support/ports.ts";
import { letterPasswordOfTest } from "../../../../tests/support/registering.ts";
import { requestBench, typedRequest, type RequestBench } from "../../../../tests/support/service-requests.ts";
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
