import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { drawnPng } from "../../../tests/support/drawn-picture.ts";
import { openTown, townWorld } from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { testProofing } from "../../../tests/support/proofing.ts";
import { identified, proven, registrationOf, sent } from "../../../tests/support/registering.ts";
import {
  issuedSeats,
  namedHolder,
  openTreasury,
  staffOf,
  type TownSeats,
  type Treasury,
} from "../../../tests/support/seats.ts";
import { typedOfDay } from "../../forms/typed-day.ts";
import type { Staff } from "../../kernel/actor.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { KeptHolding } from "../store/holding.ts";
import { attachOrderFile } from "./attach-order-file.ts";
import { changeBroughtFile, changeHeadsFile } from "./change-order-file.ts";
import { decideRegistration } from "./decide-registration.ts";
import { giveIdentity } from "./give-identity.ts";
import { markOrder } from "./mark-order.ts";
import { seeOrder } from "./see-order.ts";
import { seeOwnRegistration } from "./see-own-registration.ts";
import { seeSeatStory } from "./see-seat-story.ts";
import { sendRegistration } from "./send-registration.ts";

const app = testProofing();
const gate = { kind: "gate" } as const;
const png = { name: "ใหม่.png", bytes: drawnPng(20, 20) };
let world: TestWorld;
let all: postgres.Sql;
let head: Staff;
let treasury: Treasury;
let seats: TownSeats;
let holding: KeptHolding;
let holdingId: string;
let orderId: string;

beforeAll(async () => {
  world = await townWorld({ paotang: app });
  all = asSuperuser(world);
});
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(async () => {
  const town = await openTown(world.ports);
  head = await staffOf(world.ports, town.agencyId, "seat_head");
  treasury = await openTreasury(world.ports);
  seats = await issuedSeats(world.ports, treasury, town.agencyId);
  holding = await namedHolder(world.ports, head, seats.recorder.id);
  holdingId = holding.id;
  orderId = holding.orderId ?? "";
});

const filesNow = async () => (await seeOwnRegistration(world.ports, gate, holdingId))?.files ?? [];
const names = async () => (await filesNow()).map(({ name }) => name);
const idOf = async (name: string) => (await filesNow()).find((file) => file.name === name)?.id ?? "";
const change = async (name: string, instead: typeof png | null = null) =>
  changeBroughtFile(world.ports, gate, { holdingId, fileId: await idOf(name), instead });
const decide = (kind: "approve" | "refuse") =>
  granted(
    decideRegistration(world.ports, treasury.registrar, {
      holdingId,
      decision: kind === "approve" ? { kind } : { kind, reason: "ขาดแบบมอบหมาย" },
    }),
  );

test("a holder replaces and removes what they brought: row, bytes and a line in the record", async () => {
  await identified(world.ports, holding);
  const [{ file_key: before } = { file_key: "" }] = await all<{ file_key: string }[]>`
    select file_key from seat_order_file where order_id = ${orderId}`;
  await granted(change("คำสั่ง.png", png));
  expect(await names()).toEqual(["ใหม่.png"]);
  expect(await world.ports.files.get(before)).toBeNull();
  await granted(change("ใหม่.png"));
  expect(await names()).toEqual([]);
  const lines = await all`select action from audit_entry where subject_id = ${orderId} order by at, action`;
  expect(lines.map(({ action }) => String(action))).toEqual(
    expect.arrayContaining(["seat_order.file_replaced", "seat_order.file_removed"]),
  );
});

test("an auditor's story keeps that a file came and went, whoever it is that took it away", async () => {
  await identified(world.ports, holding);
  world.clock.pass(60);
  await granted(change("คำสั่ง.png"));
  const auditor = await staffOf(world.ports, head.agencyId, "internal_auditor");
  const { rows } = await seeSeatStory(world.ports, auditor, { seatId: seats.recorder.id, turn: null });
  const events = rows.map(({ event }) => event).filter((event) => event.startsWith("order_"));
  expect(events).toEqual(["order_removed", "order_attached"]);
});

test("a new file that is no document leaves the old one where it is", async () => {
  await identified(world.ports, holding);
  const instead = { name: "program.pdf", bytes: new TextEncoder().encode("#!/bin/sh") };
  expect(await refusal(change("คำสั่ง.png", instead))).toMatchObject({ kind: "attachment_kind" });
  expect(await names()).toEqual(["คำสั่ง.png"]);
});

test("a holder takes away nothing of the head's or of somebody else under the same order", async () => {
  await granted(attachOrderFile(world.ports, head, { orderId, sent: { ...png, name: "ลงนาม.png" } }));
  expect(await refusal(change("ลงนาม.png"))).toEqual({ kind: "order_file_gone" });
  const other = await namedHolder(world.ports, head, seats.approver1.id, { orderId });
  await identified(world.ports, other);
  expect(await refusal(change("คำสั่ง.png"))).toEqual({ kind: "order_file_gone" });
  expect(new Set(await names())).toEqual(new Set(["ลงนาม.png", "คำสั่ง.png"]));
});

test("what the central office judges by stays, for holder and head, until it refuses", async () => {
  await sent(world.ports, app, holding);
  const fileId = await idOf("คำสั่ง.png");
  const byHead = () => changeHeadsFile(world.ports, head, { orderId, fileId, instead: null });
  expect(await refusal(change("คำสั่ง.png"))).toEqual({ kind: "order_file_gone" });
  expect(await refusal(byHead())).toEqual({ kind: "order_file_judged" });
  world.clock.pass(60);
  const added = await granted(attachOrderFile(world.ports, head, { orderId, sent: png }));
  await granted(changeHeadsFile(world.ports, head, { orderId, fileId: added.fileId, instead: null }));
  await decide("refuse");
  await granted(change("คำสั่ง.png", png));
  await granted(sendRegistration(world.ports, gate, holdingId));
  await decide("approve");
  const [file] = (await granted(seeOrder(world.ports, head, { orderId }))).files;
  expect(file).toMatchObject({ name: "ใหม่.png", mayGo: false });
});

test("the database keeps a file that somebody was judged by", async () => {
  await sent(world.ports, app, holding);
  const remove = () => all`delete from seat_order_file where order_id = ${orderId}`;
  await expect(remove()).rejects.toThrow("judged by stays");
  await decide("refuse");
  await remove();
  expect(await names()).toEqual([]);
});

test("a head changes no file of another agency's order", async () => {
  await identified(world.ports, holding);
  const stranger = await staffOf(world.ports, (await openTown(world.ports)).agencyId, "seat_head");
  const fileId = await idOf("คำสั่ง.png");
  expect(await refusal(changeHeadsFile(world.ports, stranger, { orderId, fileId, instead: null }))).toEqual({
    kind: "order_file_gone",
  });
  expect(await names()).toEqual(["คำสั่ง.png"]);
});

test("nothing is sent without a file of the order, and step 1 stays open for it once somebody proved who they are", async () => {
  await sent(world.ports, app, holding);
  await decide("refuse");
  await granted(change("คำสั่ง.png"));
  expect(await refusal(sendRegistration(world.ports, gate, holdingId))).toEqual({ kind: "order_incomplete" });
  const again = { holdingId, citizenId: "", consented: true, files: [png] };
  expect(await granted(giveIdentity(world.ports, gate, again))).toBe("refused");
  await granted(sendRegistration(world.ports, gate, holdingId));
});

test("the number that was proven stays whatever is typed later", async () => {
  await proven(world.ports, app, holding);
  const typed = { holdingId, citizenId: "1101600000018", consented: true, files: [] };
  expect(await granted(giveIdentity(world.ports, gate, typed))).toBe("proven");
  expect((await registrationOf(world.ports, holdingId)).facts.citizenId).toBe(holding.facts.citizenId);
});

test("number and day of a brought order are asked for, corrected by holder and head, and stay once it is judged by", async () => {
  await all`update seat_holding set order_id = null where id = ${holdingId}`;
  const today = bangkokDay(world.ports.clock.now());
  const { citizenId } = holding.facts;
  const input = { holdingId, citizenId, consented: true, files: [png] };
  expect(await refusal(giveIdentity(world.ports, gate, input))).toMatchObject({
    faults: [{ field: "number", refusal: { kind: "order_number_empty" } }, { field: "datedDay" }],
  });
  const mark = { number: " 12/2569 ", dated: typedOfDay(today) };
  await granted(giveIdentity(world.ports, gate, { ...input, files: [], mark }));
  const brought = async () => (await seeOwnRegistration(world.ports, gate, holdingId))?.order;
  expect(await brought()).toEqual({ number: "12/2569", dated: today, isBrought: true });
  const [row] = await all<{ order_id: string }[]>`select order_id from seat_holding where id = ${holdingId}`;
  const ofHead = { orderId: row?.order_id ?? "", typed: { ...mark, number: "13/2569" } };
  await granted(markOrder(world.ports, head, ofHead));
  expect(await brought()).toMatchObject({ number: "13/2569" });
  const stranger = await staffOf(world.ports, (await openTown(world.ports)).agencyId, "seat_head");
  expect(await refusal(markOrder(world.ports, stranger, ofHead))).toEqual({ kind: "order_not_found" });
  expect(await refusal(markOrder(world.ports, head, { ...ofHead, orderId }))).toEqual({
    kind: "order_not_found",
  });
  await all`update token_registration set state = 'proven' where holding_id = ${holdingId}`;
  await all`update token_registration set state = 'sent', sent_at = now() where holding_id = ${holdingId}`;
  expect(await refusal(markOrder(world.ports, head, ofHead))).toEqual({ kind: "order_judged" });
});
