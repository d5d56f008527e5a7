import { afterAll, beforeAll, expect, test } from "vitest";
import { staffCookie, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { generalCare, openFacility } from "../../../tests/support/facilities.ts";
import { readPdf } from "../../../tests/support/read-pdf.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { completeCitizenId } from "../../kernel/citizen-id.ts";

let world: TestWorld;
let clerk: TestBrowser;

beforeAll(async () => {
  world = await testWorld();
  const open = testApp(world);
  clerk = open(await staffCookie(world, open(), await openFacility(world.ports)));
});
afterAll(() => world.close());

const slip = (code: string, more: Record<string, string> = {}) => ({
  code,
  citizenId: completeCitizenId("150160000001"),
  mobile: "0812345678",
  firstName: "มานี",
  lastName: "รักเรียน",
  day: "2026-11-21",
  time: "08:15",
  services: generalCare,
  ...more,
});

test("a block is made, printed, and one of its slips entered", async () => {
  const made = await clerk.post("/console/slips", { count: "10" });
  const sheet = await (await clerk.get(made.headers.get("location") ?? "")).text();
  const codes = [...sheet.matchAll(/PP \d{4} \d{3} \d{3}/g)].map(([code]) => code);
  expect(codes).toHaveLength(10);
  const [code = ""] = codes;
  const entered = await clerk.post("/console/slips/enter", slip(code));
  expect([entered.status, entered.headers.get("location")]).toEqual([303, "/console/slips?done=entered"]);
  expect(await (await clerk.get(made.headers.get("location") ?? "")).text()).not.toContain(code);
  const again = await clerk.post("/console/slips/enter", slip(code));
  expect([again.status, (await again.text()).includes("ใบนี้กรอกไปแล้ว")]).toEqual([422, true]);
});

test("the sheet comes as PDF too, with the unused codes alone, and only for the own facility", async () => {
  const made = await clerk.post("/console/slips", { count: "10" });
  const path = made.headers.get("location") ?? "";
  const shown = [...(await (await clerk.get(path)).text()).matchAll(/PP \d{4} \d{3} \d{3}/g)].map(
    ([code]) => code,
  );
  await clerk.post(
    "/console/slips/enter",
    slip(shown[0] ?? "", { citizenId: completeCitizenId("150160000002") }),
  );
  const file = await clerk.get(path.replace("print", "slips.pdf"));
  expect(file.headers.get("content-disposition")).toBe('attachment; filename="slips-99901.pdf"');
  const pages = await readPdf(new Uint8Array(await file.arrayBuffer()));
  const printed = pages.flatMap(({ lines }) => lines.map(({ text }) => text.replaceAll("\u00a0", " ")));
  expect(printed.filter((line) => line.startsWith("PP "))).toEqual(shown.slice(1));
  const other = await openFacility(world.ports, { hcode: "99902", nameTh: "คลินิกอื่น" });
  const stranger = testApp(world)(await staffCookie(world, testApp(world)(), other));
  expect((await stranger.get(path.replace("print", "slips.pdf"))).status).toBe(404);
});

test("what was typed stays when a field is wrong", async () => {
  const page = await clerk.post("/console/slips/enter", slip("PP00", { time: "99", hn: "" }));
  const text = await page.text();
  expect([page.status, text.includes('href="#code"'), text.includes('value="มานี"')]).toEqual([
    422,
    true,
    true,
  ]);
});

test("too many slips at once, and making one void without a reason, are refused in words", async () => {
  const many = await clerk.post("/console/slips", { count: "500" });
  expect([many.status, (await many.text()).includes('value="500"')]).toEqual([422, true]);
  const gone = await clerk.post("/console/slips/void", { voidCode: "PP1234567890", reason: "" });
  expect([gone.status, (await gone.text()).includes('href="#reason"')]).toEqual([422, true]);
});
