import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { townWorld } from "../../../tests/support/municipality.ts";
import { granted } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { staffOf } from "../../../tests/support/seats.ts";
import {
  requestBench,
  sendOwn,
  signedRequest,
  type RequestBench,
} from "../../../tests/support/service-requests.ts";
import { cameIn } from "../../../tests/support/staff.ts";
import { readAbout } from "../../notices/actions/read-about.ts";
import type { NoticeKind } from "../../notices/notice.ts";
import { makeMailRenderer } from "../mail/render.tsx";

let world: TestWorld;
let all: postgres.Sql;
let bench: RequestBench;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
});
beforeEach(async () => {
  bench = await requestBench(world);
});
afterAll(async () => {
  await all.end();
  await world.close();
});

const renderer = makeMailRenderer(new URL("https://pratu.example"));

/** The mails of a kind about a request as they would go out now, each with whom it is for; without words: it is dropped. */
async function mailsOf(kind: NoticeKind, requestId: string) {
  const rows = await all<{ id: string; refs: Record<string, string> }[]>`
    select id, refs from notice where kind = ${kind} and refs ->> 'requestId' = ${requestId} and medium = 'mail'`;
  const now = world.ports.clock.now();
  return Promise.all(
    rows.map(async ({ id, refs }) => {
      const made = { id, refs, kind, medium: "mail", channel: "", lineUserId: "", personId: null } as const;
      const times = { queuedAt: now, diesAt: now, attempts: 1, replyToken: null, replyUntil: null };
      const system = { kind: "system", job: "test" } as const;
      const { subject } = await readAbout(world.ports, system, { ...made, ...times, originId: null });
      return { to: refs["staffId"], text: subject && (await renderer.mail(subject))?.text };
    }),
  );
}

test("a request that waits for the head tells every head by mail, and the holder that it waits for them", async () => {
  const second = await staffOf(world.ports, bench.holding.agencyId, "seat_head");
  const { requestId } = await granted(sendOwn(world, bench.holding));
  const toHeads = await mailsOf("staff_request_said", requestId);
  const heads = [bench.head.staffId, second.staffId];
  expect(toHeads.map(({ to }) => to).toSorted()).toEqual(heads.toSorted());
  const { userCode } = bench.holding;
  const link = `https://pratu.example/console/tokens/requests/${requestId}`;
  for (const said of ["รอหัวหน้าลงนาม", userCode, "มานี ชูใจ", link]) expect(toHeads[0]?.text).toContain(said);
  const [toHolder] = await mailsOf("seat_request_sent", requestId);
  expect(toHolder?.text).toContain("รอหัวหน้าลงนามก่อน");
  expect(toHolder?.text).not.toContain("ส่วนกลางได้รับคำร้อง");
});

test("once the head signed, no head is asked to sign, and the holder reads that it came to the central office", async () => {
  const requestId = await signedRequest(world, bench);
  expect((await mailsOf("staff_request_said", requestId)).map(({ text }) => text)).toEqual([null]);
  const [toHolder] = await mailsOf("seat_request_sent", requestId);
  expect(toHolder?.text).toContain("ส่วนกลางได้รับคำร้อง");
});

test("the list shows heads and the central office of which seat each request is, and names nobody", async () => {
  const { requestId } = await granted(sendOwn(world, bench.holding));
  const { agencyId, issuerId, userCode } = bench.holding;
  const list = async (agency: string, level: "seat_head" | "token_registrar") => {
    const { browser } = await cameIn(world.ports, testApp(world), agency, level);
    const page = await (await browser.get("/console/tokens/requests")).text();
    return /<table.*<\/table>/s.exec(page)?.[0] ?? "";
  };
  for (const table of [await list(agencyId, "seat_head"), await list(issuerId, "token_registrar")]) {
    expect(table).toContain(requestId);
    expect(table).toContain(userCode);
    expect(table).not.toContain("มานี");
  }
});
