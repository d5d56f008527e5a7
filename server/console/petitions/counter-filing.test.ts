import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { drawnJpeg } from "../../../tests/support/drawn-picture.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { openTown, plainService, type Town } from "../../../tests/support/municipality.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, type StaffInside } from "../../../tests/support/staff.ts";
import type { Field } from "../../forms/field.ts";
import type { Form } from "../../forms/form.ts";
import { newRequestKey } from "../../http/request-key.ts";
import { completeCitizenId } from "../../kernel/citizen-id.ts";
import { purgeDrafts } from "../../petitions/actions/purge-drafts.ts";

let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let elsewhere: Town;
let officer: StaffInside;
let serviceId: string;
let open: (cookie?: string) => TestBrowser;
const citizenId = completeCitizenId("150000000777");

const withPhoto = plainService();
const photo: Field = {
  key: "picture",
  type: "photo",
  min: 1,
  max: 2,
  label: { th: "ภาพจุดที่เสีย", en: null },
  help: null,
  showIf: null,
};
const form: Form = { format: 1, fields: [...withPhoto.form.fields, photo] };

beforeAll(async () => {
  world = await testWorld({ pinHash: lightPinHash });
  // A Monday.
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  all = asSuperuser(world);
  open = testApp(world);
  town = await openTown(world.ports);
  elsewhere = await openTown(world.ports);
  officer = await cameIn(world.ports, open, town.agencyId, "officer");
  await all`insert into staff_unit values (${town.agencyId}, ${officer.staffId}, ${town.unitIds[0]})`;
  ({ serviceId } = await town.serviceOf({ ...withPhoto, form }));
}, 60_000);
afterAll(async () => {
  await all.end();
  await world.close();
});

const comer = {
  ...{ citizenId, prefix: "นาง", firstName: "สมศรี", lastName: "ใจงาม" },
  phone: "081-000-0777",
};
const begin = (fields: Record<string, string>) => officer.browser.post("/console/petitions/new", fields);

async function filled(
  more: Record<string, string> = {},
  file: Uint8Array | null = null,
  requestKey = "",
  { browser } = officer,
) {
  const posted = new FormData();
  const hidden = { ...comer, serviceId, version: "1", requestKey };
  for (const [name, value] of Object.entries(hidden)) posted.set(`desk:${name}`, value);
  for (const [name, value] of Object.entries({ place: "หน้าวัด", do: "file", ...more }))
    posted.set(name, value);
  if (file !== null) posted.set("picture.new", new File([Uint8Array.from(file)], "เสา.jpg"));
  return browser.postForm("/console/petitions/new/form", posted);
}

async function petitions(): Promise<postgres.RowList<postgres.Row[]>> {
  return all`select * from petition where agency_id = ${town.agencyId}`;
}

test("the officer chooses a service, gives who came, and fills the citizen's own form", async () => {
  expect(await (await officer.browser.get("/console/petitions/new")).text()).toContain("แจ้งไฟฟ้าสาธารณะเสีย");
  const answer = await begin({ serviceId, ...comer });
  const page = await answer.text();
  expect(answer.status).toBe(200);
  for (const shown of ["จุดที่เสีย", "ภาพจุดที่เสีย", "สมศรี ใจงาม"]) expect(page).toContain(shown);
  expect(await petitions()).toHaveLength(0);
});

test("a number that is none, no service, and another agency's service are refused and stay typed", async () => {
  const wrong = await begin({ serviceId, ...comer, citizenId: "1500000007770" });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain("สมศรี");
  const none = await begin({ ...comer, citizenId: "", serviceId: "" });
  const told = await none.text();
  expect(told).toContain("เลือกบริการก่อน");
  expect(told).toContain('href="#citizenId"');
  const { serviceId: foreign } = await elsewhere.serviceOf();
  expect((await begin({ ...comer, serviceId: foreign })).status).toBe(422);
  expect((await filled({ "desk:serviceId": foreign }, await drawnJpeg())).status).toBe(422);
  expect(await petitions()).toHaveLength(0);
});

test("of whom nobody knows a name, prefix, names and a word on the phone are demanded, and nobody is kept", async () => {
  const unknown = completeCitizenId("150000000999");
  const bare = { serviceId, citizenId: unknown, prefix: "", firstName: "", lastName: "", phone: "" };
  const refused = await begin(bare);
  expect(refused.status).toBe(422);
  const page = await refused.text();
  for (const field of ["prefix", "firstName", "lastName", "phone"])
    expect(page).toContain(`href="#${field}"`);
  const named = { ...bare, prefix: "นาย", firstName: "สมหมาย", lastName: "ใจเย็น" };
  expect((await begin({ ...named, phone: "12" })).status).toBe(422);
  expect((await begin({ ...named, noPhone: "1" })).status).toBe(200);
  expect((await begin(bare)).status).toBe(200);
});

test("what is missing or no picture is told, what was typed stays, and nothing is kept", async () => {
  const missing = await filled({ place: "" });
  expect(missing.status).toBe(422);
  const svg = new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>");
  const lying = await filled({ place: "หน้าตลาดสด" }, svg);
  expect(lying.status).toBe(422);
  const page = await lying.text();
  expect(page).toContain("หน้าตลาดสด");
  expect(page).toContain("เสา.jpg: ไฟล์นี้ไม่ใช่รูป");
  expect(await petitions()).toHaveLength(0);
  expect(await all`select 1 from petition_file where agency_id = ${town.agencyId}`).toHaveLength(0);
});

test("five posts at once file one petition, marked as filed by the officer, with its file, and the citizen is told", async () => {
  const key = Buffer.from(world.ports.random.bytes(16)).toString("base64url");
  const picture = await drawnJpeg();
  const answers = await Promise.all(Array.from({ length: 5 }, () => filled({}, picture, key)));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
  const kept = await petitions();
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatchObject({ via: "counter", filed_by: officer.staffId, unit_id: town.unitIds[0] });
  const id = String(kept[0]?.["id"]);
  expect(new Set(answers.map(({ headers }) => headers.get("location")))).toEqual(
    new Set([`/console/petitions/${id}?done=filed`]),
  );
  const files = await all`select field from petition_file where petition_id = ${id}`;
  expect(files.map((each) => String(each["field"]))).toEqual(["picture"]);
  const told = await all`select kind from notice where refs->>'petitionId' = ${id}`;
  expect(told.map((each) => String(each["kind"]))).toContain("petition_filed");
  const page = await (await officer.browser.get(`/console/petitions/${id}?done=filed`)).text();
  const number = String(kept[0]?.["number"]);
  expect(page).toContain(
    `ระบบแจ้งประชาชนไม่ได้ เพราะยังไม่ได้ลงทะเบียน แจ้งด้วยตนเองหรือโทรศัพท์ และให้เก็บเลขที่คำร้อง ${number} ไว้`,
  );
  expect(page).not.toContain("และแจ้งประชาชนแล้ว");
  for (const shown of ["หน้าวัด", "เสา.jpg", "นางสมศรี ใจงาม", "081-000-0777", "เจ้าหน้าที่ยื่นแทนที่เคาน์เตอร์"]) {
    expect(page).toContain(shown);
  }
});

test("a file of a petition opens marked with who looks, and its person sees the look", async () => {
  const [file] = await all`select id, petition_id from petition_file where agency_id = ${town.agencyId}`;
  const path = `/console/petitions/${String(file?.["petition_id"])}/files/${String(file?.["id"])}`;
  const opened = await officer.browser.get(path);
  expect(opened.headers.get("content-type")).toBe("image/jpeg");
  expect(opened.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  expect(opened.headers.get("content-disposition")).toMatch(/^inline/);
  expect(Buffer.from(await opened.arrayBuffer())).not.toEqual(Buffer.from(await drawnJpeg()));
  const looks = await all`select what from look where subject_id = ${String(file?.["id"])}`;
  expect(looks.map((each) => String(each["what"]))).toEqual(["petition_file"]);
});

/** The ids of the files that a page of the form carries on. */
const carried = (page: string) =>
  [...page.matchAll(/name="picture" value="([0-9a-f-]{36})"/g)].map(([, id]) => id ?? "");

test("a file kept for one form is taken into no other, of the same officer or of a colleague", async () => {
  const requestKey = newRequestKey(world.ports.random);
  const [id = ""] = carried(await (await filled({ do: "next" }, await drawnJpeg(), requestKey)).text());
  const other = await filled({ picture: id });
  expect([other.status, carried(await other.text())]).toEqual([422, []]);
  const colleague = await cameIn(world.ports, open, town.agencyId, "officer");
  const theirs = await filled({ picture: id }, null, requestKey, colleague);
  expect([theirs.status, carried(await theirs.text())]).toEqual([422, []]);
});

test("a chosen file is kept whatever else the form is refused for, carried on, taken out by its button, and filed", async () => {
  const requestKey = newRequestKey(world.ports.random);
  const next = await (await filled({ do: "next" }, await drawnJpeg(), requestKey)).text();
  expect(next).toContain("เสา.jpg");
  const [first = ""] = carried(next);
  const refused = await filled({ place: "", picture: first }, await drawnJpeg(), requestKey);
  expect(refused.status).toBe(422);
  const [, second = ""] = carried(await refused.text());
  const fewer = { do: "", place: "หน้าโรงเรียน", picture: second, dropFile: `picture:${first}` };
  expect(carried(await (await filled(fewer, null, requestKey)).text())).toEqual([second]);
  const filed = await filled({ place: "หน้าโรงเรียน", picture: second }, null, requestKey);
  expect(filed.status).toBe(303);
  const rows = await all`select id, petition_id from petition_file where id in ${all([first, second])}`;
  const of = Object.fromEntries(rows.map((row) => [String(row["id"]), row["petition_id"]]));
  expect([of[first], typeof of[second]]).toEqual([null, "string"]);
  world.clock.pass(25 * 60 * 60);
  await purgeDrafts(world.ports, { kind: "system", job: "test" });
  expect(await all`select id from petition_file where id in ${all([first, second])}`).toEqual([
    { id: second },
  ]);
});
