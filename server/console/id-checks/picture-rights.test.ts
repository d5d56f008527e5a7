import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { citizenCookie, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { idPictureWorld, type IdPictureWorld } from "../../../tests/support/id-pictures.ts";
import { granted } from "../../../tests/support/people.ts";
import { cameIn, type StaffInside } from "../../../tests/support/staff.ts";
import { decideIdPictures } from "../../identity/actions/decide-id-check.ts";
import type { Citizen } from "../../kernel/actor.ts";

let at: IdPictureWorld;
let open: (cookie?: string) => TestBrowser;
let citizen: Citizen;
let checkId: string;
/** The first picture's address in the console, and in its owner's own pages. */
let desk: string;
let own: string;
beforeAll(async () => {
  at = await idPictureWorld();
  open = testApp(at.world);
});
afterAll(() => at.close());
beforeEach(async () => {
  citizen = await at.citizen();
  checkId = await at.sent(citizen);
  const [picture] = (await at.own(citizen)).pictures;
  desk = `/console/id-checks/${checkId}/pictures/${picture?.pictureId ?? ""}`;
  own = `/liff/id-check/${at.town.slug}/pictures/${picture?.pictureId ?? ""}`;
});

const officerOf = (agencyId: string): Promise<StaffInside> =>
  cameIn(at.world.ports, open, agencyId, "officer");
const looks = async () =>
  (await at.all`select 1 from look where person_id = ${citizen.personId} and purpose = 'id_picture'`).length;

/** Nobody gets a picture by this answer, and none was looked at. */
async function isShut(answer: Response): Promise<void> {
  expect(answer.status).not.toBe(200);
  expect(answer.headers.get("content-type") ?? "").not.toContain("image");
  expect(await looks()).toBe(0);
}

test("an officer of the agency opens it, marked, kept by no cache and looked at once", async () => {
  const { browser } = await officerOf(at.town.agencyId);
  const answer = await browser.get(desk);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
  expect(answer.headers.get("cache-control")).toContain("no-store");
  expect(await looks()).toBe(1);
});

test("an officer of another agency, a level without the right, and nobody at all get nothing by its address", async () => {
  await isShut(await (await officerOf(at.elsewhere.agencyId)).browser.get(desk));
  await isShut(await (await cameIn(at.world.ports, open, at.town.agencyId, "executive")).browser.get(desk));
  await isShut(await open().get(desk));
});

test("with the role lost the open window shows no more pictures, at the very next one", async () => {
  const officer = await officerOf(at.town.agencyId);
  await at.all`update staff set level = 'executive' where id = ${officer.staffId}`;
  await isShut(await officer.browser.get(desk));
  const other = await officerOf(at.town.agencyId);
  await at.all`update staff set state = 'ended', ended_at = ${at.world.clock.now()} where id = ${other.staffId}`;
  await isShut(await other.browser.get(desk));
});

test("a session that was signed out, or left for a day, opens nothing", async () => {
  const officer = await officerOf(at.town.agencyId);
  expect((await officer.browser.post("/console/sign-out")).status).toBe(303);
  await isShut(await officer.browser.get(desk));
  const idle = await officerOf(at.town.agencyId);
  at.world.clock.pass(25 * 3600);
  await isShut(await idle.browser.get(desk));
});

test("a citizen's session opens nothing in the console, not even their own picture", async () => {
  await isShut(await open(await citizenCookie(at.world, citizen)).get(desk));
});

test("after the decision the address that worked before is dead", async () => {
  const officer = await officerOf(at.town.agencyId);
  expect((await officer.browser.get(desk)).status).toBe(200);
  const { citizenId } = await at.personOf(citizen);
  const lastFour = citizenId.slice(-4);
  await granted(
    decideIdPictures(at.world.ports, at.town.officer, { checkId, verdict: { kind: "approve" }, lastFour }),
  );
  expect((await officer.browser.get(desk)).status).toBe(404);
  expect(await looks()).toBe(1);
});

test("its owner sees it, and no other account; not after signing out, and not in a session that fell asleep", async () => {
  const mine = open(await citizenCookie(at.world, citizen));
  expect((await mine.get(own)).headers.get("content-type")).toBe("image/jpeg");
  const stranger = open(await citizenCookie(at.world, await at.citizen()));
  await isShut(await stranger.get(own));
  const asleep = open(await citizenCookie(at.world, { ...citizen, unlocked: false }));
  await isShut(await asleep.get(own));
  await mine.post("/liff/sign-out");
  expect((await mine.get(own)).headers.get("content-type") ?? "").not.toContain("image");
});
