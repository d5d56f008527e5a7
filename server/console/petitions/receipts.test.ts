import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townsman, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { licensedService, testCheck } from "../../../tests/support/papers.ts";
import { granted } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, type StaffInside } from "../../../tests/support/staff.ts";
import type { NoticeKind } from "../../notices/notice.ts";
import { issueFromTemplate } from "../../petitions/actions/issue-document.ts";
import { revokeDocument } from "../../petitions/actions/revoke-document.ts";
import { takeDeskStep } from "../../petitions/actions/take-desk-step.ts";
import { untypedStep } from "../../petitions/desk-step.ts";
import type { KeptPetition } from "../../petitions/store/petition.ts";

let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let open: (cookie?: string) => TestBrowser;
let officer: StaffInside;
let petition: KeptPetition;

beforeAll(async () => {
  world = await townWorld();
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  all = asSuperuser(world);
  open = testApp(world);
  town = await openTown(world.ports);
  officer = await cameIn(world.ports, open, town.agencyId, "supervisor");
}, 60_000);
afterAll(async () => {
  await all.end();
  await world.close();
});

beforeEach(async () => {
  const { serviceId } = await town.serviceOf(licensedService());
  petition = await town.filed(await townsman(world.ports), serviceId, { place: "ตลาดสดประตูน้ำ" });
  await all`delete from notice where refs ->> 'petitionId' = ${petition.id}`;
});

const page = async () => (await officer.browser.get(`/console/petitions/${petition.id}`)).text();
const receipts = async () => (await page()).split('id="receipts"')[1] ?? "";

/** A message about the petition as the outbox has it after a try. */
async function told(kind: NoticeKind, medium: string, state: string, failure: string | null): Promise<void> {
  const now = world.clock.now();
  const refs = all.json({ agencyId: town.agencyId, petitionId: petition.id });
  await all`insert into notice (id, medium, kind, channel, line_user_id, refs, state, queued_at, due_at, dies_at, attempts,
      settled_at, failure)
    values (${world.ports.random.uuid()}, ${medium}, ${kind}, '', '', ${refs}, ${state}, ${now}, ${now}, ${now}, 1,
      ${state === "waiting" ? null : now}, ${failure})`;
}

test("the officer reads by which channel each message went and when, and why one did not arrive", async () => {
  await told("petition_completed", "line", "dropped", "blocked");
  await told("petition_completed", "mail", "sent", null);
  await told("petition_moved", "sms", "waiting", null);
  const shown = await receipts();
  for (const said of [
    "ผลของคำร้อง",
    "LINE",
    "ส่งไม่ถึง",
    "ประชาชนบล็อกบัญชี LINE",
    "อีเมล",
    "ส่งแล้ว",
    "SMS",
    "รอส่ง",
  ]) {
    expect(shown).toContain(said);
  }
  expect(shown).toContain("23 พ.ย. 2569 09:00 น.");
  expect(shown).not.toContain("ส่งไม่ถึงทุกช่องทาง");
});

test("what no channel brought is to be told by hand; what officers were told is apart and needs no call", async () => {
  expect(await receipts()).toContain("ยังไม่มีการแจ้ง");
  await told("staff_petition_due", "mail", "failed", "mail_refused");
  expect(await receipts()).not.toContain("ส่งไม่ถึงทุกช่องทาง");
  await told("petition_filed", "any", "dropped", "no_way");
  const shown = await receipts();
  expect(shown).toContain("ส่งไม่ถึงทุกช่องทาง โทรหรือส่งหนังสือถึงประชาชน");
  expect(shown).toMatch(/แจ้งเจ้าหน้าที่\s*\(1\)/);
});

test("a document stands on the page with number, standing and link, in the story from its issue to its end, and is told", async () => {
  const received = { petitionId: petition.id, seen: 1, typed: untypedStep("received"), requestKey: "r" };
  await granted(takeDeskStep(world.ports, town.officer, received));
  const asked = { petitionId: petition.id, templateKey: "licence", replacesId: null };
  const issue = { asked, typed: {}, check: testCheck, requestKey: world.ports.random.uuid() };
  const { documentId, number } = await granted(issueFromTemplate(world.ports, town.officer, issue));
  const issued = await page();
  expect(issued).toContain(`href="/console/documents/${documentId}"`);
  expect(issued).toContain(`href="/console/documents/${documentId}/file"`);
  expect(issued).toContain(`ออกเอกสาร ${number}`);
  expect(issued).toContain("ใช้ได้");
  expect(await receipts()).toContain("ออกเอกสาร");
  world.clock.pass(60);
  await granted(revokeDocument(world.ports, town.officer, { documentId, reason: "เลิกกิจการตามที่แจ้ง" }));
  const revoked = await page();
  expect(revoked).toContain(`ยกเลิกเอกสาร ${number}`);
  expect(revoked).toContain("เลิกกิจการตามที่แจ้ง");
  expect(await receipts()).toContain("ยกเลิกเอกสาร");
});
