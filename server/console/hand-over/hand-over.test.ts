import { afterAll, beforeAll, expect, test } from "vitest";
import { staffCookie, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { startCompanionBench, type CompanionBench } from "../../../tests/support/companions.ts";
import {
  generalCare,
  hangQr,
  haemodialysis,
  openFacility,
  type HungQr,
} from "../../../tests/support/facilities.ts";
import { granted, newVisitor, registered, somebody, type Typist } from "../../../tests/support/people.ts";
import { answerConsent } from "../../identity/actions/answer-consent.ts";
import { giveName } from "../../identity/actions/give-name.ts";
import { giveNumber } from "../../identity/actions/give-number.ts";
import { consentVersions } from "../../identity/consent-versions.ts";
import type { Citizen, Visitor } from "../../kernel/actor.ts";
import { makeHandOver } from "../../visits/actions/make-hand-over.ts";
import { seeOwnHandOver } from "../../visits/actions/see-own-hand-over.ts";
import { takeScan } from "../../visits/actions/take-scan.ts";

let bench: CompanionBench;
let screen: HungQr;
let agencyId: string;
let clerk: TestBrowser;

beforeAll(async () => {
  bench = await startCompanionBench();
  agencyId = await openFacility(bench.ports);
  screen = await hangQr(bench.ports, agencyId, "screen", haemodialysis);
  clerk = await newClerk();
});
afterAll(() => bench.close());

async function newClerk(agency = agencyId): Promise<TestBrowser> {
  const open = testApp(bench.world);
  return open(await staffCookie(bench.world, open(), agency));
}

async function numberOf(maker: Citizen | Visitor): Promise<string> {
  const { ticket } = await granted(takeScan(bench.ports, { kind: "gate" }, { token: screen.token() }));
  await granted(makeHandOver(bench.ports, maker, { ticket, delegationId: null }));
  return (await seeOwnHandOver(bench.ports, maker))?.number ?? "";
}

const whereTo = (response: Response) => response.headers.get("location") ?? "";
const taken = async (number: string) => whereTo(await clerk.post("/console/hand-over", { number }));

/** What the card agent would post for somebody's card, with what the page carries. */
const cardOf = ({ citizenId, firstName, lastName }: Typist, carried: Record<string, string>) => ({
  way: "card",
  pid: citizenId,
  fname: firstName,
  lname: lastName,
  birthDate: "25080320",
  mainInscl: "",
  subInscl: "",
  correlationId: "0190f3a0-1111-7222-8333-444455556666",
  ...carried,
});

/** The hidden fields of the page's first form of that way. */
async function carriedOn(path: string): Promise<Record<string, string>> {
  const page = await (await clerk.get(path)).text();
  const form = /<form[^>]*id="card-form".*?<\/form>/s.exec(page)?.[0] ?? "";
  const fields = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]+)"/g)];
  return Object.fromEntries(fields.map(([, name, value]) => [name ?? "", value ?? ""]));
}

test("the number brings the clerk to person and service, and on by card to the code and the citizen's chat", async () => {
  const typist = somebody();
  const citizen = await registered(bench.ports, typist);
  expect(await (await clerk.get("/console/counter")).text()).toContain("เลขส่งต่อ");
  const path = await taken(await numberOf(citizen));
  expect(path).toMatch(/^\/console\/hand-over\/[0-9a-f-]{36}$/);
  const page = await (await clerk.get(path)).text();
  expect(page).toContain(`${typist.firstName} ${typist.lastName}`);
  const desk = await (
    await clerk.post("/console/counter/person", cardOf(typist, await carriedOn(path)))
  ).text();
  expect(desk).toContain("ทำต่อจากเลขส่งต่อ");
  expect(desk).toMatch(new RegExp(`value="${haemodialysis}"[^>]*checked`));
  expect(desk).not.toMatch(new RegExp(`value="${generalCare}"[^>]*checked`));
  const handOverId = /name="handOverId" value="([^"]+)"/.exec(desk)?.[1] ?? "";
  const saved = await clerk.post("/console/counter", {
    way: "card",
    citizenId: typist.citizenId,
    correlationId: "0190f3a0-1111-7222-8333-444455556666",
    handOverId,
    mobile: "0997775858",
    telephones: "",
    time: "00:01",
    services: haemodialysis,
    hn: "",
    an: "",
    then: "confirm",
  });
  expect(await (await clerk.get(whereTo(saved))).text()).toMatch(/PP \d{4} \d{3} \d{3}/);
  expect((await seeOwnHandOver(bench.ports, citizen))?.state).toBe("done");
  expect(whereTo(await clerk.get(path))).toBe(whereTo(saved));
});

test("what was typed in an unfinished registration fills the desk's fields", async () => {
  const typist = somebody({ firstName: "ชูใจ", lastName: "เลิศล้ำ" });
  const visitor = await newVisitor(bench.ports);
  const version = consentVersions[0].version;
  await granted(
    answerConsent(bench.ports, visitor, { version, answer: "given", language: "th", via: "liff" }),
  );
  await granted(giveNumber(bench.ports, visitor, typist.citizenId));
  await granted(giveName(bench.ports, visitor, typist));
  const path = await taken(await numberOf(visitor));
  expect(await (await clerk.get(path)).text()).toContain("ยังไม่มีใครตรวจ");
  const carried = await carriedOn(path);
  const desk = await clerk.post("/console/counter/person", {
    ...carried,
    way: "picture",
    citizenId: typist.citizenId,
  });
  const text = await desk.text();
  for (const name of ["ชูใจ", "เลิศล้ำ"]) expect(text).toContain(`value="${name}"`);
});

test("somebody else's card, or another number, goes back with the reason instead of on", async () => {
  const path = await taken(await numberOf(await registered(bench.ports)));
  const carried = await carriedOn(path);
  const other = somebody();
  for (const given of [cardOf(other, carried), { ...carried, way: "picture", citizenId: other.citizenId }]) {
    const back = whereTo(await clerk.post("/console/counter/person", given));
    expect(back).toBe(`${path}?other=1`);
    expect(await (await clerk.get(back)).text()).toContain("ไม่ใช่ของคนที่ส่งต่อมา");
  }
  const wrong = await clerk.post("/console/counter/person", { ...carried, way: "picture", citizenId: "1" });
  expect([wrong.status, (await wrong.text()).includes(carried["handOverId"] ?? "none")]).toEqual([422, true]);
});

test("wrong numbers stay in the field with what is wrong, and after five of them nothing is looked up", async () => {
  const other = await newClerk();
  const typed = await other.post("/console/hand-over", { number: "12 34" });
  expect([typed.status, (await typed.text()).includes('value="12 34"')]).toEqual([422, true]);
  const statuses = [];
  for (let tries = 0; tries < 6; tries += 1) {
    statuses.push((await other.post("/console/hand-over", { number: "000000" })).status);
  }
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
});

test("a colleague and another facility are told that there is nothing to go on with", async () => {
  const path = await taken(await numberOf(await registered(bench.ports)));
  const strangers = [await newClerk(), await newClerk(await openFacility(bench.ports, { hcode: "99902" }))];
  for (const stranger of strangers) {
    const answer = await stranger.get(path);
    expect(whereTo(answer)).toBe("/console/hand-over?gone=1");
    expect(await (await stranger.get(whereTo(answer))).text()).toContain("ใช้ต่อไม่ได้แล้ว");
  }
  expect(whereTo(await clerk.get("/console/hand-over/nonsense"))).toBe("/console/hand-over?gone=1");
});
