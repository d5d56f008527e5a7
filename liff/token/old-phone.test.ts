import { afterAll, beforeAll, expect, test } from "vitest";
import { citizenCookie, cookieGiven, testApp } from "../../tests/support/app.ts";
import { openTown, townWorld } from "../../tests/support/municipality.ts";
import type { TestWorld } from "../../tests/support/ports.ts";
import { withPassword } from "../../tests/support/registering.ts";
import { issuedSeats, liveHolder, openTreasury, staffOf } from "../../tests/support/seats.ts";
import { activated, askedOf, halfSession, rightAnswer } from "../../tests/support/test-phone.ts";

let world: TestWorld;
const phone = { channel: "c", lineUserId: "Uold" };

beforeAll(async () => {
  world = await townWorld();
});
afterAll(() => world.close());

test("a phone that signed that it ends says that it is used no more, not until when its key is good", async () => {
  const { ports } = world;
  const open = testApp(world);
  const { agencyId } = await openTown(ports);
  const head = await staffOf(ports, agencyId, "seat_head");
  const seats = await issuedSeats(ports, await openTreasury(ports), agencyId);
  const holding = await liveHolder(ports, head, seats.recorder.id);
  await withPassword(ports, holding.id, { isOwn: true });
  const { pair } = await activated(ports, holding, phone);
  const session = await halfSession(ports, holding);
  const old = open(await citizenCookie(world, phone));

  const answer = async (id: string) => {
    const { challengeId, phone: from, ...right } = await rightAnswer(ports, id, phone, pair);
    const { picture, digits, pinText: pin, signature } = right;
    const signed = await old.post(`/liff/token/sign/${challengeId}`, { picture, digits, pin, signature });
    expect([signed.status, from]).toEqual([303, phone]);
    return (await old.get(signed.headers.get("location") ?? "")).text();
  };
  expect(await answer(await askedOf(ports, session))).toContain("ใช้ได้ถึงวันที่");

  const half = open(session.cookie);
  const entered = await half.post("/seat/challenge/enter", {});
  const computer = open(cookieGiven(entered, "__Host-seat"));
  expect((await computer.post("/seat/change-phone", {})).headers.get("location")).toContain("asked=1");
  const page = await (await computer.get("/seat/change-phone?asked=1")).text();
  const id = /token\/sign\/([0-9a-f-]{36})/.exec(page)?.[1] ?? "";
  const told = await answer(id);
  for (const said of ["เครื่องนี้เลิกใช้แล้ว", "ทำต่อที่คอมพิวเตอร์"]) expect(told).toContain(said);
  for (const not of ["ใช้ได้ถึงวันที่", "Soft Token ในโทรศัพท์เครื่องนี้"]) expect(told).not.toContain(not);
  expect((await computer.post("/seat/change-phone/enter", {})).headers.get("location")).toBe(
    "/seat/activate",
  );
});
