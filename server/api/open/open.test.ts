import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { openTown, townsman, townWorld, type Town } from "../../../tests/support/municipality.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { tallyPetitions } from "../../petitions/actions/tally-petitions.ts";
import { openColumns } from "../../petitions/open-sheet.ts";

let world: TestWorld;
let town: Town;
let anybody: TestBrowser;

beforeAll(async () => {
  world = await townWorld();
  town = await openTown(world.ports);
  anybody = testApp(world)();
  const citizen = await townsman(world.ports);
  const [many, few] = [await town.serviceOf(), await town.serviceOf()];
  world.clock.set(new Date("2026-10-12T09:00:00+07:00"));
  for (let time = 0; time < 6; time += 1) await town.filed(citizen, many.serviceId);
  for (let time = 0; time < 3; time += 1) await town.filed(citizen, few.serviceId);
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  await town.filed(citizen, many.serviceId);
  await tallyPetitions(world.ports, { kind: "system", job: "test" });
});
afterAll(() => world.close());

const get = (path: string, headers?: Record<string, string>) =>
  anybody.get(`/open/${town.slug}${path}`, headers);

test("the data tell months that are over, none of them by fewer than five", async () => {
  const csv = await (await get("/petitions.csv")).text();
  const [head, ...lines] = csv.replace("\uFEFF", "").trim().split("\r\n");
  expect(head).toBe(openColumns.map(({ name }) => name).join(","));
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^"2026-10","service-[0-9a-f]+","แจ้งไฟฟ้าสาธารณะเสีย","submitted","","6",""$/);
  expect(lines[1]).toBe('"2026-10","","","","","",""');
});

test("the same stands in JSON, with its licence, read by pages of any host and kept for an hour", async () => {
  const answer = await get("/petitions.json");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=3600");
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  const told = (await answer.json()) as { rows: { count: number | null }[]; licence: string };
  expect(told.rows.map(({ count }) => count)).toEqual([6, null]);
  expect(told.licence).toContain("creativecommons.org");
  const again = await get("/petitions.json", { "if-none-match": answer.headers.get("etag") ?? "" });
  expect(again.status).toBe(304);
});

test("the page explains every column and how the data may be used", async () => {
  const page = await (await get("")).text();
  for (const { name } of openColumns) expect(page).toContain(`<dt>${name}</dt>`);
  expect(page).toContain("CC BY 4.0");
  expect(page).toContain("น้อยกว่า 5");
});

test("no agency at an address is a page there is none of", async () => {
  for (const path of ["/open/nobody", "/open/nobody/petitions.csv", "/open/nobody/petitions.json"]) {
    expect((await anybody.get(path)).status).toBe(404);
  }
});
