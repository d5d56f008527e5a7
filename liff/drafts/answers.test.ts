import { deflateSync } from "node:zlib";
import { zipSync } from "fflate";
import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { citizenCookie, testApp, type TestBrowser } from "../../tests/support/app.ts";
import { asSuperuser } from "../../tests/support/citizens.ts";
import { drawnPng } from "../../tests/support/drawn-picture.ts";
import { memoryFiles } from "../../tests/support/files.ts";
import { openTown, plainService, townWorld, type Town } from "../../tests/support/municipality.ts";
import { granted, registered } from "../../tests/support/people.ts";
import type { TestWorld } from "../../tests/support/ports.ts";
import { givesEmail } from "../../tests/support/reached.ts";
import type { Form } from "../../server/forms/form.ts";
import type { Citizen } from "../../server/kernel/actor.ts";
import { openDraft } from "../../server/petitions/actions/open-draft.ts";
import { findPetition, openContent } from "../../server/petitions/store/petition.ts";

const both = (th: string) => ({ th, en: null });
const options = ["road", "light", "other"].map((value) => ({ value, label: both(value) }));
const field = (key: string, more: object) => ({
  key,
  label: both(`ข้อ ${key}`),
  help: null,
  showIf: null,
  ...more,
});
const text = { type: "text", required: true, minLength: 2, maxLength: 10 };
const always = { required: true };
const fields = [
  field("name", text),
  field("story", { type: "long_text", required: false, minLength: 0, maxLength: 20 }),
  field("people", { type: "number", ...always, min: 1, max: 99, decimals: 0 }),
  field("cost", { type: "money", ...always, min: 0, max: 10_000_00 }),
  field("born", { type: "date", ...always, limit: "past" }),
  field("on", { type: "date", ...always, limit: "future" }),
  field("hour", { type: "time", ...always }),
  field("phone", { type: "phone", ...always }),
  field("card", { type: "citizen_id", ...always }),
  field("mail", { type: "email", ...always }),
  field("what", { type: "choice", ...always, options }),
  field("more", { ...text, showIf: { op: "equals", field: "what", value: "other" } }),
  field("which", { type: "choices", min: 2, max: 2, options }),
  field("agreed", { type: "yes_no", ...always }),
  field("truth", { type: "declaration" }),
  field("home", { type: "address", ...always }),
  field("place", { type: "map_point", ...always }),
  field("papers", { type: "files", min: 0, max: 3, accepts: ["jpg", "png", "pdf"] }),
  field("owners", { type: "group", min: 0, max: 2, fields: [field("alias", text)] }),
];
const form = { format: 1, fields } as unknown as Form;

type Sent = Readonly<Record<string, string | readonly string[]>>;
const good: Sent = {
  ...{ name: "สมใจ", story: "", people: "3", cost: "100", hour: "08:30", phone: "0812345678" },
  ...{ "born.day": "1", "born.month": "2", "born.year": "2520" },
  ...{ "on.day": "1", "on.month": "2", "on.year": "2570" },
  ...{ card: "1-2345-67890-12-1", mail: "som@example.com", what: "road", which: ["road", "light"] },
  ...{ agreed: "no", truth: "yes", "place.latitude": "13.75", "place.longitude": "100.5" },
  ...{ "home.line": "1/2 หมู่ 3", "home.province": "12", "home.district": "1203" },
  ...{ "home.subdistrict": "120305", "home.postcode": "11130" },
};

let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let citizen: Citizen;
let mine: TestBrowser;
let here: string;
beforeAll(async () => {
  world = await townWorld({ files: memoryFiles() });
  all = asSuperuser(world);
  town = await openTown(world.ports);
  citizen = await registered(world.ports);
  await givesEmail(world.ports, citizen, "answers@example.com");
  mine = testApp(world)(await citizenCookie(world, citizen));
  here = await begun();
});
afterAll(async () => {
  await all.end();
  await world.close();
});

async function begun(more: Parameters<typeof plainService>[0] = {}): Promise<string> {
  const { slug } = await town.serviceOf(plainService({ form, ...more }));
  const { draftId } = await granted(openDraft(world.ports, citizen, { slug: town.slug, service: slug }));
  return `/liff/drafts/${draftId}`;
}

/** Posts the form as the page would, over what was saved last. */
async function post(sent: Sent, files: readonly File[] = [], doing = "check"): Promise<Response> {
  const page = await (await mine.get(here)).text();
  const body = new FormData();
  body.set("seen", /name="seen" value="(\d+)"/.exec(page)?.[1] ?? "");
  body.set("do", doing);
  for (const [name, value] of Object.entries(sent)) {
    for (const each of [value].flat()) body.append(name, each);
  }
  for (const file of files) body.append("papers.new", file);
  return mine.postForm(here, body);
}

/** The same, and the page it leads to. */
async function checked(sent: Sent): Promise<{ readonly status: number; readonly page: string }> {
  const posted = await post(sent);
  const answer = await mine.get(posted.headers.get("location") ?? "");
  return { status: answer.status, page: await answer.text() };
}

const long = "ก".repeat(11);
/** The field, what is sent in place of good answers, what the page says of it, and what of it still stands there. */
const broken: readonly (readonly [string, Sent, string, string])[] = [
  ["name", { name: "" }, "ข้อนี้จำเป็นต้องตอบ", 'name="name"'],
  ["name", { name: "ก" }, "พิมพ์อย่างน้อย 2 ตัวอักษร", 'value="ก"'],
  ["name", { name: long }, "พิมพ์ได้ไม่เกิน 10 ตัวอักษร", `value="${long}"`],
  ["name", { name: "กข\u0007" }, "มีอักขระที่ระบบรับไม่ได้", 'value="กข'],
  ["story", { story: "ข".repeat(21) }, "พิมพ์ได้ไม่เกิน 20 ตัวอักษร", "ข".repeat(21)],
  ["people", { people: "สอง" }, "กรอกเป็นตัวเลข", 'value="สอง"'],
  ["people", { people: "1.5" }, "กรอกเป็นจำนวนเต็ม", 'value="1.5"'],
  ["people", { people: "0" }, "ต้องไม่น้อยกว่า 1", 'value="0"'],
  ["people", { people: "100" }, "ต้องไม่เกิน 99", 'value="100"'],
  ["cost", { cost: "1.234" }, "ทศนิยมได้ไม่เกิน 2 ตำแหน่ง", 'value="1.234"'],
  ["cost", { cost: "-1" }, "น้อยเกินไป", 'value="-1"'],
  ["cost", { cost: "10,000.01" }, "มากเกินไป", 'value="10,000.01"'],
  ["born", { "born.day": "" }, "กรอกวัน เดือน และปี พ.ศ. ให้ครบ", 'value="2520"'],
  ["born", { "born.year": "25x0" }, "วันและปีใช้ตัวเลขเท่านั้น", 'value="25x0"'],
  ["born", { "born.year": "2024" }, "หมายถึง พ.ศ. 2567 หรือไม่", 'value="2024"'],
  ["born", { "born.day": "30" }, "ไม่มีวันนี้ในปฏิทิน", 'value="30"'],
  ["born", { "born.year": "2599" }, "วันนี้ยังมาไม่ถึง", 'value="2599"'],
  ["on", { "on.year": "2569" }, "วันนี้ผ่านไปแล้ว", 'value="2569"'],
  ["hour", { hour: "24:00" }, "กรอกเวลา เช่น 08:30", 'value="24:00"'],
  ["phone", { phone: "021234567" }, "หมายเลขมี 10 หลัก ตอนนี้มี 9 หลัก", 'value="021234567"'],
  ["phone", { phone: "08x2345678" }, "ใช้ตัวเลขเท่านั้น", 'value="08x2345678"'],
  ["phone", { phone: "+14155550123" }, "หมายเลขในประเทศไทย", 'value="+14155550123"'],
  ["phone", { phone: "0512345678" }, "ขึ้นต้นด้วย 06, 08 หรือ 09", 'value="0512345678"'],
  ["card", { card: "1234567890123" }, "มีบางหลักพิมพ์ผิด", 'value="1234567890123"'],
  ["card", { card: "12345" }, "ตอนนี้มี 5 หลัก", 'value="12345"'],
  ["mail", { mail: "som" }, "อีเมลต้องมี @", 'value="som"'],
  ["what", { what: "sea" }, "ตัวเลือกนี้ไม่มีแล้ว", 'name="what"'],
  ["what", { what: [] }, "ข้อนี้จำเป็นต้องตอบ", 'name="what"'],
  ["more", { what: "other" }, "ข้อนี้จำเป็นต้องตอบ", 'name="more"'],
  ["which", { which: ["road"] }, "ต้องมีอย่างน้อย 2 รายการ", 'value="road" checked'],
  ["which", { which: ["road", "light", "other"] }, "มีได้ไม่เกิน 2 รายการ", 'value="other" checked'],
  ["which", { which: ["road", "sea"] }, "ตัวเลือกนี้ไม่มีแล้ว", 'value="road" checked'],
  ["which", { which: ["road", "road"] }, "มีรายการซ้ำกัน", 'value="road" checked'],
  ["agreed", { agreed: "maybe" }, "ระบบอ่านคำตอบข้อนี้ไม่ได้", 'name="agreed"'],
  ["truth", { truth: "no" }, "ต้องยืนยันข้อนี้ก่อน", 'name="truth"'],
  ["truth", { truth: [] }, "ข้อนี้จำเป็นต้องตอบ", 'name="truth"'],
  ["home", { "home.line": "" }, "กรอกบ้านเลขที่ หมู่ ถนน", 'value="11130"'],
  ["home", { "home.postcode": "1113" }, "กรอกรหัสไปรษณีย์ 5 หลัก", 'value="1113"'],
  ["home", { "home.district": "1303" }, "อำเภอนี้ไม่อยู่ในจังหวัดที่เลือก", 'value="1/2 หมู่ 3"'],
  ["place", { "place.latitude": "91" }, "อ่านพิกัดไม่ได้", 'value="91"'],
  ["place", { "place.line": "ก".repeat(201) }, "พิมพ์ได้ไม่เกิน 200 ตัวอักษร", 'value="13.75"'],
  ["place", { "place.latitude": "1e1" }, "อ่านพิกัดไม่ได้", 'value="1e1"'],
  ["papers", { papers: "../secret" }, "ไฟล์นี้ไม่อยู่แล้ว", 'data-files="papers"'],
  ["owners.0.alias", { "owners.0": "", "owners.0.alias": "ก" }, "พิมพ์อย่างน้อย 2 ตัวอักษร", 'value="ก"'],
];

test.each(broken)(
  "%s sent as %j is told at its field, and what was typed stays",
  async (path, sent, sentence, kept) => {
    const { status, page } = await checked({ ...good, ...sent });
    expect(status).toBe(422);
    const told = [...page.matchAll(/<a href="#([^"]+)">([^<]*)<\/a>/g)].map(([, at, words]) => ({
      at,
      words,
    }));
    expect(told.map(({ at }) => at?.startsWith(path))).toEqual([true]);
    expect(told[0]?.words).toContain(sentence);
    expect(page).toContain(kept);
    expect(page).toContain('value="08:30"'.replace("08:30", "hour" in sent ? "24:00" : "08:30"));
  },
);

test("every type that can be answered breaks at least one of its rules in the table", () => {
  const broke = new Set(broken.map(([path]) => path.split(".")[0]));
  expect(fields.map(({ key }) => key).filter((key) => !broke.has(key))).toEqual([]);
});

const pdf = (object: string) =>
  `%PDF-1.7\n1 0 obj\n${object}\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`;

function pdfBomb(): Uint8Array {
  const packed = deflateSync(new Uint8Array(80 * 1024 * 1024));
  const head = `%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
  return Buffer.concat([
    Buffer.from(head),
    packed,
    Buffer.from("\nendstream\nendobj\nstartxref\n9\n%%EOF\n"),
  ]);
}

const bytesOf = (words: string) => new Uint8Array(Buffer.from(words, "latin1"));
test.each([
  [
    "a drawing with script",
    "แผนที่.svg",
    () => bytesOf("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
    "ไม่ใช่รูป JPG, PNG หรือเอกสาร PDF",
  ],
  [
    "a program called a picture",
    "รูป.jpg",
    () => bytesOf("MZ\u0090\0 This program cannot be run"),
    "ไม่ใช่รูป JPG, PNG หรือเอกสาร PDF",
  ],
  [
    "an archive that unpacks to a wall",
    "เอกสาร.pdf",
    () => zipSync({ "a.txt": new Uint8Array(5_000_000) }),
    "ไม่ใช่รูป JPG, PNG หรือเอกสาร PDF",
  ],
  [
    "a paper with script",
    "สัญญา.pdf",
    () => bytesOf(pdf("<< /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>")),
    "มีคำสั่งหรือไฟล์อื่นซ่อนอยู่",
  ],
  ["a paper that unpacks to a wall", "สัญญา.pdf", pdfBomb, "บีบอัดผิดปกติ"],
  ["a picture that is cut off", "รูป.png", () => drawnPng(64, 48).subarray(0, 200), "ไม่ครบ"],
  ["a heavy file", "รูป.png", () => new Uint8Array(10_000_001), "ใหญ่เกิน 10 MB"],
] as const)("%s is refused by name, and what was typed stays", async (_, name, bytes, sentence) => {
  const answer = await post({ ...good, name: "ไม่หาย" }, [new File([Uint8Array.from(bytes())], name)]);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain(`${name}: `);
  expect(page).toContain(sentence);
  expect(page).toContain('value="ไม่หาย"');
  const files = await all`select 1 from petition_file where person_id = ${citizen.personId}`;
  expect(files).toHaveLength(0);
});

test("of two hundred files in one form twenty are kept, the others told by name, and too many for the field are not sent", async () => {
  const png = Uint8Array.from(drawnPng(32, 32));
  const many = Array.from({ length: 200 }, (_, at) => new File([png], `รูป ${at}.png`));
  const answer = await post({ ...good, name: "ไม่หาย" }, many);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain("รูป 199.png: ");
  expect(page).toContain('value="ไม่หาย"');
  const files = await all`select 1 from petition_file where person_id = ${citizen.personId}`;
  expect(files).toHaveLength(20);
  const ids = await all<{ id: string }[]>`select id from petition_file where person_id = ${citizen.personId}`;
  const check = await checked({ ...good, papers: ids.map(({ id }) => id) });
  expect(check.status).toBe(422);
  expect(check.page).toContain("มีได้ไม่เกิน 3 รายการ");
});

test("what is hidden and what the form never asked are sent in vain: neither is in the petition", async () => {
  here = await begun();
  const { status, page } = await checked({
    ...good,
    more: "ลับมาก",
    intruder: "แอบส่ง",
  });
  expect(status).toBe(200);
  for (const vain of ["ลับมาก", "แอบส่ง"]) expect(page).not.toContain(vain);
  const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? "";
  const sent = await mine.post(`${here}/send`, { seen });
  expect(sent.headers.get("location")).toBe(`${here}/sent`);
  const [row] = await all<{ id: string }[]>`select id from petition where person_id = ${citizen.personId}`;
  const kept = await world.ports.db.as(citizen, (tx) => findPetition(tx, town.agencyId, row?.id ?? ""));
  const answers = kept && openContent(world.ports, kept).answers;
  expect(answers).toMatchObject({ name: "สมใจ", what: "road", people: 3, cost: 10_000 });
  for (const vain of ["more", "intruder"]) expect(Object.keys(answers ?? {})).not.toContain(vain);
});

test("a place told in words alone is sent without a script: nothing asks for coordinates, and none are kept", async () => {
  world.clock.pass(1);
  here = await begun({ isPlaceBased: true });
  const words = "หน้าวัดใหม่ หมู่ 3";
  const told = { ...good, "place.latitude": "", "place.longitude": "" };
  expect((await checked(told)).page).toContain('href="#place');
  const { status, page } = await checked({ ...told, "place.line": words });
  expect(status).toBe(200);
  expect(page).toContain(words);
  const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? "";
  await mine.post(`${here}/send`, { seen });
  const [row] = await all`select id, latitude, longitude from petition where person_id = ${citizen.personId}
    order by submitted_at desc, id desc limit 1`;
  expect(row).toMatchObject({ latitude: null, longitude: null });
  const kept = await world.ports.db.as(citizen, (tx) => findPetition(tx, town.agencyId, String(row?.["id"])));
  expect(kept && openContent(world.ports, kept).answers["place"]).toEqual({ line: words });
});
