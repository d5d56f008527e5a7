import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { drainOutbox } from "../../../bot/outbox.ts";
import { cookieGiven, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import {
  openTown,
  plainService,
  townsman,
  townWorld,
  type Town,
} from "../../../tests/support/municipality.ts";
import { granted } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import {
  cameIn,
  firstStep,
  goodPassword,
  secondStep,
  type StaffInside,
} from "../../../tests/support/staff.ts";
import type { LineMessage } from "../../ports.ts";
import { makeOwnLineCode } from "../../petitions/actions/own-staff-line.ts";
import { takeDeskStep } from "../../petitions/actions/take-desk-step.ts";
import { linkTypedCode } from "../../petitions/desk/link-staff-line.ts";
import { untypedStep } from "../../petitions/desk-step.ts";
import type { KeptPetition } from "../../petitions/store/petition.ts";

const publicUrl = "https://pratu.example";
const channel = "2000000002";
const site = { liffId: `${channel}-abc`, publicUrl: new URL(publicUrl), channel };
const lineUserId = `U${"7".repeat(32)}`;
let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let open: (cookie?: string) => TestBrowser;
let officer: StaffInside;
let petition: KeptPetition;
let card: string;

beforeAll(async () => {
  world = await townWorld();
  const push = (to: string, messages: readonly LineMessage[]) => {
    if (to === lineUserId) card = JSON.stringify(messages);
    return Promise.resolve({ kind: "sent" } as const);
  };
  world = { ...world, ports: { ...world.ports, line: { ...world.ports.line, push } } };
  // A Monday.
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  all = asSuperuser(world);
  open = testApp(world);
  town = await openTown(world.ports);
  officer = await cameIn(world.ports, open, town.agencyId, "officer");
  await all`insert into staff_unit values (${town.agencyId}, ${officer.staffId}, ${town.unitIds[0]})`;
  const { ports } = world;
  const { code } = await makeOwnLineCode(ports, staff());
  const by = { channel, lineUserId };
  await ports.db.as({ kind: "system", job: "bot" }, (tx) => linkTypedCode(ports, tx, by, code));
}, 60_000);
afterAll(async () => {
  await all.end();
  await world.close();
});

beforeEach(async () => {
  const { ports } = world;
  const { serviceId } = await town.serviceOf(plainService());
  petition = await town.filed(await townsman(ports), serviceId);
  await takes("assigned", 1, officer.staffId);
  await drainOutbox(ports, site);
});

/** A step that the supervisor takes in the console. */
async function takes(step: "received" | "assigned", seen: number, officerId = ""): Promise<void> {
  const { ports } = world;
  const typed = { ...untypedStep(step), officerId };
  const taken = { petitionId: petition.id, seen, typed, requestKey: ports.random.uuid() };
  await granted(takeDeskStep(ports, town.supervisor, taken));
}

const staff = () => ({
  kind: "staff" as const,
  staffId: officer.staffId,
  agencyId: town.agencyId,
  level: "officer" as const,
});

/** Where a button of the newest card that was sent leads, within our host. */
function button(step: "received" | "started"): string {
  const [, path = ""] = new RegExp(`${publicUrl}(/console/[^"]+step=${step}[^"]*)"`).exec(card) ?? [];
  return path;
}

const whereTo = (answer: Response) => answer.headers.get("location") ?? "";
const row = async () => (await all`select status from petition where id = ${petition.id}`)[0];

/** Signed in anew with the second step: whoever signs in elsewhere ends the session of before. */
async function signedIn(): Promise<TestBrowser> {
  world.clock.pass(60);
  const half = await firstStep(open, officer.username, goodPassword);
  return open(await secondStep(open, half, officer.code()));
}

/** What the one form of a page sends, and where. */
function formOf(page: string): { readonly action: string; readonly fields: Record<string, string> } {
  const [, action = "", inside = ""] =
    /<form [^>]*action="(\/console\/petitions\/[^"]+)">(.*?)<\/form>/s.exec(page) ?? [];
  const inputs = inside.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return {
    action,
    fields: Object.fromEntries([...inputs].map(([, name = "", value = ""]) => [name, value])),
  };
}

test("the button of a card leads through both steps of signing in to the step shown once more, and one press moves the petition", async () => {
  const link = button("received");
  const met = await open().get(link);
  expect(whereTo(met)).toBe("/console/sign-in");
  const wanted = cookieGiven(met, "__Host-wanted");
  world.clock.pass(60);
  const half = await firstStep(open, officer.username, goodPassword);
  expect(whereTo(await open(half).get(link))).toBe("/console/second-step");
  const whole = await secondStep(open, half, officer.code());
  const shown = whereTo(await open(`${whole}; ${wanted}`).get("/console"));
  expect(shown).toBe(`/console/petitions/${petition.id}/confirm?step=received`);
  const page = await (await open(whole).get(shown)).text();
  for (const said of [petition.number, "แจ้งไฟฟ้าสาธารณะเสีย"]) expect(page).toContain(said);
  expect(await row()).toMatchObject({ status: "submitted" });

  const { action, fields } = formOf(page);
  const moved = await open(whole).post(action, fields);
  expect([moved.status, whereTo(moved)]).toEqual([303, `/console/petitions/${petition.id}?done=received`]);
  expect(await row()).toMatchObject({ status: "received" });
  // The same press once more: answered the same, and nothing moves again.
  expect(whereTo(await open(whole).post(action, fields))).toBe(whereTo(moved));
  expect(whereTo(await open(whole).get(link))).toBe(`/console/petitions/${petition.id}`);
  const told =
    await all`select kind from petition_event where petition_id = ${petition.id} and kind = 'received'`;
  expect(told).toHaveLength(1);
});

test("a petition that was received before is started from its card; the button of what is done leads to the petition", async () => {
  const { ports } = world;
  const path = `/console/petitions/${petition.id}`;
  const before = button("received");
  await takes("received", 2);
  await takes("assigned", 3, town.officer.staffId);
  await takes("assigned", 4, officer.staffId);
  await drainOutbox(ports, site);
  const browser = await signedIn();
  const { action, fields } = formOf(await (await browser.get(button("started"))).text());
  expect(whereTo(await browser.post(action, fields))).toBe(`${path}?done=started`);
  expect(await row()).toMatchObject({ status: "in_progress" });
  for (const pressed of [before, button("started")]) expect(whereTo(await browser.get(pressed))).toBe(path);
});

test("a press on what somebody else did meanwhile moves nothing and says who was first", async () => {
  const browser = await signedIn();
  const { action, fields } = formOf(await (await browser.get(button("received"))).text());
  await takes("received", 2);
  const answer = await browser.post(action, fields);
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain("มีผู้ทำขั้นตอนก่อนคุณ");
});

test("without the second step the form behind the button moves nothing", async () => {
  const { action, fields } = formOf(await (await (await signedIn()).get(button("received"))).text());
  world.clock.pass(60);
  const half = await firstStep(open, officer.username, goodPassword);
  for (const browser of [open(), open(half)]) {
    expect((await browser.post(action, fields)).status).not.toBe(303);
  }
  expect(await row()).toMatchObject({ status: "submitted" });
});
