import { afterAll, beforeAll, expect, test } from "vitest";
import { cookieGiven, staffCookie, testApp } from "../../tests/support/app.ts";
import { openFacility } from "../../tests/support/facilities.ts";
import { testWorld, type TestWorld } from "../../tests/support/ports.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

test("the console speaks the language that was chosen in this browser, before and after signing in", async () => {
  const open = testApp(world);
  const chosen = await open().post("/console/language", { language: "en", next: "/console/sign-in" });
  expect([chosen.status, chosen.headers.get("location")]).toEqual([303, "/console/sign-in"]);
  const language = cookieGiven(chosen, "__Host-console-language");
  expect(await (await open(language).get("/console/sign-in")).text()).toContain('<html lang="en"');
  const staff = await staffCookie(world, open(), await openFacility(world.ports));
  const text = await (await open(`${staff}; ${language}`).get("/console/visits?order=earliest")).text();
  expect(text).toContain('<html lang="en"');
  expect(text).toContain('value="/console/visits?order=earliest"');
  expect(await (await open(staff).get("/console/visits")).text()).toContain('<html lang="th"');
});

test.each([
  "https://evil.example/console",
  "//evil.example/console",
  "/liff/home",
  "/console/../liff",
  "\\console",
  "",
])("coming back leads to a page of the console and not to %j", async (next) => {
  const answer = await testApp(world)().post("/console/language", { language: "en", next });
  expect(answer.headers.get("location")).toBe("/console");
});

test("a language there is none of changes nothing", async () => {
  const answer = await testApp(world)().post("/console/language", { language: "xx", next: "/console" });
  expect(cookieGiven(answer, "__Host-console-language")).toBe("");
});

test("a page that answers a post has no button that would lose it", async () => {
  const open = testApp(world);
  const staff = open(await staffCookie(world, open(), await openFacility(world.ports, { hcode: "99907" })));
  const posted = await staff.post("/console/history", { citizenId: "1" });
  expect(posted.status).toBe(422);
  expect(await posted.text()).not.toContain("/console/language");
});
