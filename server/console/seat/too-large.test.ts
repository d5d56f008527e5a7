import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { openTown, townWorld } from "../../../tests/support/municipality.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { atComputer, withPassword } from "../../../tests/support/registering.ts";
import { issuedSeats, namedHolder, openTreasury, staffOf } from "../../../tests/support/seats.ts";
import { attachmentsMegabytes } from "../../http/limit-body.ts";

let world: TestWorld;
let open: (cookie?: string) => TestBrowser;
let computer: TestBrowser;

beforeAll(async () => {
  world = await townWorld();
  open = testApp(world);
  const { agencyId } = await openTown(world.ports);
  const head = await staffOf(world.ports, agencyId, "seat_head");
  const seats = await issuedSeats(world.ports, await openTreasury(world.ports), agencyId);
  const holding = await namedHolder(world.ports, head, seats.recorder.id);
  await withPassword(world.ports, holding.id);
  computer = open(await atComputer(open, holding));
});
afterAll(() => world.close());

const requestPath = "/seat/requests/0197aaaa-0000-7000-8000-000000000001";

function files(megabytes: number): FormData {
  const form = new FormData();
  form.append("files", new File([new Uint8Array(megabytes * 1024 * 1024)], "คำสั่ง.pdf"));
  return form;
}

test.each([
  ["/seat/register/identity", "/seat/register/identity"],
  [`${requestPath}/attach`, requestPath],
])("too much sent at once to %s leads back to its own page, not to LINE", async (path, back) => {
  const answer = await computer.postForm(path, files(attachmentsMegabytes));
  const page = await answer.text();
  expect([answer.status, page.includes("ไฟล์ใหญ่เกินไป")]).toEqual([413, true]);
  expect(page).toContain(`href="${back}"`);
  expect(page).not.toContain("/liff/");
});

test("the field of the order says how much is taken at once", async () => {
  expect(await (await computer.get("/seat/register/identity")).text()).toContain("รวมครั้งละไม่เกิน 24 MB");
});
