import { XMLParser } from "fast-xml-parser";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import {
  openTown,
  plainService,
  townsman,
  townWorld,
  type Town,
} from "../../../tests/support/municipality.ts";
import { granted } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { openTreasury } from "../../../tests/support/seats.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { seeJurisdictions } from "../../petitions/actions/see-open-requests.ts";
import { takeStep, type StepInput } from "../../petitions/desk/take-step.ts";
import { servicePacks } from "../../petitions/packs/index.ts";
import type { StepActor } from "../../petitions/step-actor.ts";
import { findLocalSetting } from "../../petitions/store/local-government.ts";
import { findPetition, type KeptPetition } from "../../petitions/store/petition.ts";
import { readQuestion } from "./question.ts";
import { xmlOf } from "./xml.ts";

let world: TestWorld;
let town: Town;
let citizen: Citizen;
let anybody: TestBrowser;
let lights: string;
let secret: string;
let open: KeptPetition;
let closed: KeptPetition;
let old: KeptPetition;

const spot = { latitude: 15.123456, longitude: 104.654321 };
const answers = { place: "บ้านป้าสมศรี 081-234-5678", spot };

beforeAll(async () => {
  world = await townWorld();
  town = await openTown(world.ports);
  citizen = await townsman(world.ports);
  anybody = testApp(world)();
  const place = await town.serviceOf();
  lights = place.slug;
  const hidden = await town.serviceOf(plainService({ isPlaceBased: false }));
  secret = hidden.slug;
  world.clock.set(new Date("2026-07-01T09:30:00+07:00"));
  old = await town.filed(citizen, place.serviceId, answers);
  world.clock.set(new Date("2026-11-23T09:30:15+07:00"));
  open = await town.filed(citizen, place.serviceId, answers);
  closed = await town.filed(citizen, place.serviceId, answers);
  await step(town.officer, closed, { step: "received" });
  await step(town.officer, closed, { step: "completed", outcome: "done" });
  const withdrawn = await town.filed(citizen, place.serviceId, answers);
  await step(citizen, withdrawn, { step: "withdrawn" });
  await town.filed(citizen, place.serviceId, { place: "ไม่มีจุด", spot: { line: "หน้าบ้านป้าสมศรี" } });
  await town.filed(citizen, hidden.serviceId, answers);
});
afterAll(() => world.close());

async function step(actor: StepActor, petition: KeptPetition, more: Omit<StepInput, "petition" | "seen">) {
  world.clock.pass(1);
  await world.ports.db.as(actor, async (tx) => {
    const found = await findPetition(tx, town.agencyId, petition.id);
    if (!found) throw new Error("no petition");
    await granted(takeStep(world.ports, tx, actor, { petition: found, seen: found.version, ...more }));
  });
}

const ask = (path: string) => anybody.get(`/open311/v2/${path}`);
type Row = Readonly<Record<string, unknown>>;
const rowsOf = async (path: string) => (await (await ask(path)).json()) as readonly Row[];
const idsOf = async (path: string) => (await rowsOf(path)).map((row) => row["service_request_id"]);
const parser = new XMLParser({ parseTagValue: false });

test("discovery names the endpoint and its formats, in both", async () => {
  const told = (await (await ask("discovery.json")).json()) as { endpoints: Row[] };
  expect(told.endpoints).toMatchObject([
    { specification: "http://wiki.open311.org/GeoReport_v2", formats: ["text/xml", "application/json"] },
  ]);
  const xml = await (await ask("discovery.xml")).text();
  expect(parser.parse(xml)).toMatchObject({
    discovery: { endpoints: { endpoint: { formats: { format: ["text/xml", "application/json"] } } } },
  });
});

test("services about places are listed, others are not, and none asks for more", async () => {
  const services = await rowsOf("services.json");
  expect(services).toEqual([
    {
      service_code: lights,
      service_name: "แจ้งไฟฟ้าสาธารณะเสีย",
      description: "แจ้งให้ซ่อมไฟส่องสว่างริมทาง",
      metadata: false,
      type: "realtime",
      keywords: "",
      group: "แจ้งซ่อม",
    },
  ]);
  const xml = await ask("services.xml");
  expect(xml.headers.get("content-type")).toBe("text/xml; charset=utf-8");
  expect(parser.parse(await xml.text())).toMatchObject({
    services: { service: { service_code: lights, metadata: "false" } },
  });
  expect(await (await ask(`services/${lights}.json`)).json()).toEqual({
    service_code: lights,
    attributes: [],
  });
  for (const none of [secret, "no-such-service"]) {
    const answer = await ask(`services/${none}.json`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual([{ code: "404", description: "service_code was not found" }]);
  }
});

test("a request tells service, standing, day and a place on a grid, and nothing that a person wrote", async () => {
  const rows = await rowsOf(`requests/${open.number}.json`);
  expect(rows).toEqual([
    {
      service_request_id: open.number,
      status: "open",
      status_notes: "ส่งคำร้อง",
      service_name: "แจ้งไฟฟ้าสาธารณะเสีย",
      service_code: lights,
      description: "แจ้งไฟฟ้าสาธารณะเสีย",
      agency_responsible: "กองช่าง",
      service_notice: null,
      requested_datetime: "2026-11-23T00:00:00+07:00",
      updated_datetime: "2026-11-23T00:00:00+07:00",
      expected_datetime: "2026-12-02T00:00:00+07:00",
      address: null,
      address_id: null,
      zipcode: null,
      lat: "15.123",
      long: "104.654",
      media_url: null,
    },
  ]);
  const whole = `${await (await ask("requests.json")).text()}${await (await ask("requests.xml")).text()}`;
  for (const told of ["สมศรี", "081", "15.1234", citizen.personId, "09:30"]) expect(whole).not.toContain(told);
});

test("what was withdrawn, has no place or is of another kind of service is not told", async () => {
  expect(new Set(await idsOf("requests.json"))).toEqual(new Set([open.number, closed.number]));
});

test("filters choose by state, service, days and id; an id puts the others aside", async () => {
  expect(await idsOf("requests.json?status=open")).toEqual([open.number]);
  expect(await idsOf("requests.json?status=closed")).toEqual([closed.number]);
  expect(await idsOf("requests.json?status=open,closed")).toHaveLength(2);
  expect(await idsOf(`requests.json?service_code=${secret}`)).toEqual([]);
  expect(await idsOf(`requests.json?service_code=${lights},${secret}&page_size=1`)).toHaveLength(1);
  expect(await idsOf("requests.json?start_date=2026-06-01&end_date=2026-07-02T00:00:00Z")).toEqual([
    old.number,
  ]);
  expect(await idsOf("requests.json?end_date=2026-07-01T00:00:00%2B07:00")).toEqual([old.number]);
  expect(
    await idsOf(`requests.json?service_request_id=${old.number},${open.number}&status=closed`),
  ).toHaveLength(2);
});

test("a span is whole days, so that no narrower question finds out the moment", async () => {
  const at = (clock: string) =>
    `requests.json?start_date=2026-11-23T${clock}%2B07:00&end_date=2026-11-23T${clock}%2B07:00`;
  for (const clock of ["00:00:01", "09:30:14", "23:59:59"]) expect(await idsOf(at(clock))).toHaveLength(2);
});

test("a central office with a desk for requests is no jurisdiction, and has no open figures", async () => {
  const { agencyId } = await openTreasury(world.ports);
  const slugs = (await seeJurisdictions(world.ports)).map(({ slug }) => slug);
  expect(slugs).toEqual([town.slug]);
  expect((await ask("requests.json")).status).toBe(200);
  const slug = await world.ports.db.as({ kind: "gate" }, (tx) => findLocalSetting(tx, agencyId));
  expect(slug?.slug).toMatch(/^token-office-/);
  expect((await anybody.get(`/open/${slug?.slug ?? ""}`)).status).toBe(404);
});

test("questions that are none, jurisdictions there are none of and filing are refused in the form of the specification", async () => {
  for (const odd of [
    "start_date=yesterday",
    "status=lost",
    "page_size=0",
    "page_size=1001",
    "end_date=2026-13-40",
    "start_date=9999-12-31",
    "start_date=0001-01-01",
    "end_date=2101-01-01",
  ]) {
    const answer = await ask(`requests.json?${odd}`);
    expect(answer.status, odd).toBe(400);
    expect(await answer.json()).toMatchObject([{ code: "400" }]);
  }
  expect((await ask("requests.xml?jurisdiction_id=nowhere")).status).toBe(404);
  const missing = await ask("requests/2569-000999-ZZ.xml");
  expect(missing.status).toBe(404);
  expect(parser.parse(await missing.text())).toMatchObject({ errors: { error: { code: "404" } } });
  expect((await anybody.post("/open311/v2/requests.json")).status).toBe(405);
  const other = await openTown(world.ports);
  expect((await ask("requests.json")).status).toBe(400);
  expect(await idsOf(`requests.json?jurisdiction_id=${town.slug}`)).toHaveLength(2);
  expect(await idsOf(`requests.json?jurisdiction_id=${other.slug}`)).toEqual([]);
});

test("a place where people live is told to about a kilometre only, in the version filed under or the one in use", async () => {
  const homes = await openTown(world.ports);
  const { serviceId } = await homes.serviceOf(plainService({ isAboutHomes: true }));
  await homes.filed(citizen, serviceId, answers);
  const [row] = await rowsOf(`requests.json?jurisdiction_id=${homes.slug}`);
  expect([row?.["lat"], row?.["long"]]).toEqual(["15.12", "104.65"]);
  expect(servicePacks.filter(({ definition }) => definition.isAboutHomes).map(({ slug }) => slug)).toEqual([
    "nuisance",
  ]);
});

test("an answer is kept for a while and not sent again to whoever has it", async () => {
  const path = `requests.json?jurisdiction_id=${town.slug}`;
  const first = await ask(path);
  expect(first.headers.get("cache-control")).toBe("public, max-age=300");
  expect(first.headers.get("access-control-allow-origin")).toBe("*");
  const again = await anybody.get(`/open311/v2/${path}`, {
    "if-none-match": first.headers.get("etag") ?? "",
  });
  expect(again.status).toBe(304);
});

test("any text stands in XML as one text of one element, control characters left out", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const read = parser.parse(xmlOf("root", { told: `a${text}b` })) as { root: object };
      expect(Object.keys(read.root)).toEqual(["told"]);
    }),
  );
  const told = (text: string) => parser.parse(xmlOf("root", { told: text })) as { root: { told: string } };
  const words = `ถนน "สุขใจ" <b>&amp; 'x'`;
  const entities = new XMLParser({ htmlEntities: true, parseTagValue: false });
  expect(entities.parse(xmlOf("root", { told: words }))).toMatchObject({ root: { told: words } });
  expect(told("a\u0000b").root.told).toBe("ab");
});

test("a span is never longer than ninety days, whatever is asked", () => {
  const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
  const now = new Date("2026-11-23T09:30:00+07:00");
  fc.assert(
    fc.property(fc.option(day), fc.option(day), (start, end) => {
      const query = (name: string) =>
        ({ start_date: start?.toISOString(), end_date: end?.toISOString() })[name] ?? undefined;
      const read = readQuestion(query, now);
      if (!read.ok || !read.value.from || !read.value.until) throw new Error("a span was refused");
      const days = (read.value.until.getTime() - read.value.from.getTime()) / 86_400_000;
      expect(days).toBeLessThanOrEqual(91);
    }),
  );
});

test("past the limit of an address the answer says when to come again", async () => {
  let last = await ask("discovery.json");
  for (let time = 0; time < 130 && last.status === 200; time += 1) last = await ask("discovery.json");
  expect(last.status).toBe(429);
  expect(last.headers.get("retry-after")).toBe("60");
});
