import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appOver, origin, staffCookie, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { openFacility } from "../../../tests/support/facilities.ts";
import { layPerson, layVisit, type LaidPerson } from "../../../tests/support/lay-visits.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { until } from "../../../tests/support/until.ts";
import { claimColumns } from "../../visits/claim-sheet.ts";
import { wordsIn } from "../../words/words.ts";
import { parsePlace, placeText } from "./claim-address.ts";

const claims = "/console/reports/claims";
const desk = "/console/reports/reconciliation";
const words = wordsIn("th").reports;

let world: TestWorld;
let all: postgres.Sql;
let here: TestBrowser;
let elsewhere: TestBrowser;
let cookie: string;
let person: LaidPerson;

beforeAll(async () => {
  world = await testWorld();
  all = postgres(world.database.superuserUrl, { max: 1 });
  const open = testApp(world);
  const agencyId = await openFacility(world.ports);
  cookie = await staffCookie(world, open(), agencyId);
  here = open(cookie);
  elsewhere = open(await staffCookie(world, open(), await openFacility(world.ports, { hcode: "99902" })));
  person = await layPerson(world.ports);
  for (let made = 0; made < 60; made++) {
    const at = new Date(world.clock.now().getTime() - made * 60_000);
    await layVisit(world.ports, all, {
      agencyId,
      person,
      at,
      codeStatus: made === 0 ? "issued" : "cancelled",
    });
  }
});
afterAll(async () => {
  await all.end();
  await world.close();
});

const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
const to = (answer: Response) => answer.headers.get("location") ?? "";
const days = { from: "21/11/2569", until: "21/11/2569", service: "", status: "", number: "" };

test("without a session no report is shown, and nothing is exported", async () => {
  const nobody = testApp(world)();
  for (const path of [claims, `${claims}/export`, desk]) expect((await nobody.get(path)).status).toBe(303);
  expect((await nobody.post(`${claims}/export`, { from: "2026-11-21", until: "2026-11-21" })).status).toBe(
    403,
  );
});

test("a search leads to an address with days and a person's id, and never with the number", async () => {
  const found = await here.post(claims, { ...days, number: person.citizenId });
  expect(to(found)).toBe(`${claims}?from=2026-11-21&until=2026-11-21&person=${person.id}`);
  const page = await textOf(here.get(to(found)));
  expect(page).toContain(words.claims.found("60"));
  expect(page).not.toContain(person.citizenId);
});

test("a search that cannot be read comes back with what was typed and why, and looks at nobody", async () => {
  const looks = async () => (await all`select count(*)::int as made from look`)[0]!["made"] as number;
  const before = await looks();
  const wrong = await here.post(claims, { ...days, from: "31/02/2569" });
  expect(await looks()).toBe(before);
  const page = await textOf(wrong);
  expect(wrong.status).toBe(422);
  expect(page).toContain('value="31/02/2569"');
  expect(page).toContain(words.claims.refusal.claim_day_unreadable());
  expect((await here.post(claims, { ...days, number: "1234567890121" })).status).toBe(422);
});

test("the next page goes on where the first ended", async () => {
  const first = await textOf(here.get(`${claims}?from=2026-11-21&until=2026-11-21`));
  const [, after = ""] = /after=([^"&]+)/.exec(first) ?? [];
  expect(parsePlace(after)).not.toBeNull();
  const second = await textOf(here.get(`${claims}?from=2026-11-21&until=2026-11-21&after=${after}`));
  expect(second.match(/<tr role="row">/g)).toHaveLength(1 + 10);
});

test("a place in the report comes back from its address; anything else is none", () => {
  const place = { day: "2026-11-21", visitId: person.id, key: "PG0060001" };
  expect(parsePlace(placeText(place))).toEqual(place);
  for (const text of ["", "x", "2026-11-21", `2026-11-21.${person.id}.'--`, `2026-11-21.x.PG0060001`]) {
    expect(parsePlace(text)).toBeNull();
  }
});

async function exported(kind: string): Promise<string> {
  const made = await here.post(`${claims}/export`, { from: "2026-11-21", until: "2026-11-21", kind });
  expect(made.status).toBe(303);
  return to(made);
}

test("an export is asked, confirmed, shown and saved under its Thai name", async () => {
  const question = await textOf(here.get(`${claims}/export?from=2026-11-21&until=2026-11-21&kind=csv`));
  expect(question).toContain(words.claims.confirmRows("60"));
  const path = await exported("csv");
  expect(await textOf(here.get(path))).toContain(words.claims.states.waiting);
  const file = await here.post(`${path}/file`);
  expect(file.headers.get("content-disposition")).toContain(
    `filename*=UTF-8''${encodeURIComponent("รายงานการขอ Authen code.csv")}`,
  );
  const lines = (await file.text()).trim().split("\r\n");
  expect(lines).toHaveLength(61);
  expect(lines[0]).toBe(claimColumns.map((label) => `"${label}"`).join(","));
  expect(await textOf(here.get(path))).toContain(words.claims.states.done);
  expect(await (await here.get(`${path}/state`)).json()).toMatchObject({ done: 60, total: 60, isOver: true });
  expect(to(await here.post(`${path}/file`))).toBe(path);
});

test("an export that waits is stopped by a post, and its page says so", async () => {
  const path = await exported("xlsx");
  expect(to(await here.post(`${path}/stop`))).toBe(path);
  expect(await textOf(here.get(path))).toContain(words.claims.states.cancelled);
});

test("a filter made by hand that names no days of ours exports nothing", async () => {
  for (const from of ["", "2026-02-31", "x"]) {
    expect(to(await here.post(`${claims}/export`, { from, until: "2026-11-21" }))).toBe(claims);
  }
});

test("another facility's export and list are not found, by any way", async () => {
  const path = await exported("csv");
  const list = await uploaded("PID,วันที่,บริการ\n1,2,3");
  for (const each of [path, `${path}/state`, list, `${list}/state`, `${list}/clean.xlsx`]) {
    expect((await elsewhere.get(each)).status, each).toBe(404);
  }
  for (const each of [`${path}/file`, `${path}/stop`, `${list}/recheck`, `${list}/rows/2/ask`]) {
    expect((await elsewhere.post(each)).status, each).toBe(404);
  }
});

function send(content: string | Uint8Array<ArrayBuffer>, name = "รายการ.csv"): Promise<Response> {
  const body = new FormData();
  body.set("file", new File([content], name));
  const headers = { cookie, origin, "sec-fetch-site": "same-origin" };
  return Promise.resolve(appOver(world).request(new URL(desk, origin), { method: "POST", body, headers }));
}

async function uploaded(content: string): Promise<string> {
  const sent = await send(content);
  expect(sent.status).toBe(303);
  return to(sent);
}

test("a list is sent, judged, shown by result, and comes back as files", async () => {
  const path = await uploaded(
    `PID,วันที่,บริการ,HN\n${person.citizenId},21/11/2569,PG0060001,7\n12,21/11/2569,PG0060001,8`,
  );
  await until("the list to be judged", async () => {
    const state = (await (await here.get(`${path}/state`)).json()) as { isOver: boolean };
    return state.isOver || null;
  });
  const page = await textOf(here.get(path));
  expect(page).toContain(words.reconcile.kinds.unclosed);
  expect(page).toContain(words.reconcile.problems.citizen_id_length);
  const unreadable = await textOf(here.get(`${path}?kind=bad_row`));
  expect(unreadable.match(/<tr role="row">/g)).toHaveLength(2);
  const wrong = await textOf(here.get(`${path}/wrong.csv`));
  expect(wrong.trim().split("\r\n").slice(1)).toEqual([
    `"2","${person.citizenId}","21/11/2569","PG0060001","7","${words.reconcile.why.unclosed}"`,
    `"3","12","21/11/2569","PG0060001","8","${words.reconcile.problems.citizen_id_length}"`,
  ]);
  expect(to(await here.post(`${path}/recheck`))).toBe(path);
});

test.each([
  ["nothing", "", words.reconcile.refusal.file_none({ kind: "file_none" })],
  ["a program", "MZ\u0090", words.reconcile.refusal.file_no_table({ kind: "file_no_table" })],
  ["a table without columns", "a,b\n1,2", "ไม่พบคอลัมน์"],
])("%s is refused in a sentence at its field", async (_name, content, sentence) => {
  const answer = await send(content);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(sentence);
});

test("a code that was not closed is closed from its row, which then is complete", async () => {
  const path = await uploaded(`PID,วันที่,บริการ\n${person.citizenId},21/11/2569,PG0060001`);
  await until("the list to be judged", async () => {
    const state = (await (await here.get(`${path}/state`)).json()) as { isOver: boolean };
    return state.isOver || null;
  });
  const page = await textOf(here.post(`${path}/rows/2/close`));
  expect(page).toMatch(/EP \d{4} \d{3} \d{3}/);
  expect(await textOf(here.get(`${path}?kind=matched`))).toContain(words.reconcile.why.matched);
  expect((await here.post(`${path}/rows/2/close`)).status).toBe(422);
});

test("a row that cannot be asked for says why on the list", async () => {
  const path = await uploaded(`PID,วันที่,บริการ\n12,21/11/2569,PG0060001`);
  const answer = await here.post(`${path}/rows/2/ask`);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(words.reconcile.askRefusal.row_settled);
});
