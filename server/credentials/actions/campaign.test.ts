import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { holderCsv, listedHolder } from "../../../tests/support/holder-lists.ts";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { dayFields, openTreasury, staffOf, type Treasury } from "../../../tests/support/seats.ts";
import { seatSomebody } from "../../../tests/support/seated.ts";
import type { Staff } from "../../kernel/actor.ts";
import { parseBangkokDay } from "../../kernel/thai-date.ts";
import { campaignDays, type CampaignDay } from "../token-campaign.ts";
import { bringHolders } from "./bring-holders.ts";
import { remindCampaigns, remindUndone, seeCampaign, seeCampaignFigures, tickReturned } from "./campaign.ts";
import { beginHolders, makeImportedHolders } from "./make-imported-holders.ts";
import { seeIssuerOfPhone } from "./see-phone.ts";
import { saveCampaign, saveHelp, seeTokenHelp } from "./token-settings.ts";

const gate = { kind: "gate" } as const;
const sweeper = { kind: "system", job: "sweeper" } as const;
let world: TestWorld;
let all: postgres.Sql;
let treasury: Treasury;
let town: Town;
let head: Staff;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  treasury = await openTreasury(world.ports);
  town = await openTown(world.ports);
  head = await staffOf(world.ports, town.agencyId, "seat_head");
  const [row] = await all`select name_th from agency where id = ${town.agencyId}`;
  const agency = String(row?.["name_th"]);
  const first = listedHolder({ agency });
  const second = listedHolder({ agency, citizenId: first.citizenId, email: first.email });
  const rows = [first, second, listedHolder({ agency, device: "Username/Password" })];
  const bytes = new TextEncoder().encode(holderCsv(rows));
  const input = { fileName: "ผู้ถือสิทธิ.csv", bytes, requestKey: "campaign" };
  const { importId } = await granted(bringHolders(world.ports, treasury.registrar, input));
  await granted(beginHolders(world.ports, treasury.registrar, { importId }));
  await makeImportedHolders(world.ports, treasury.registrar, importId);
});
afterAll(async () => {
  await all.end();
  await world.close();
});

const see = (actor: Staff, search = "") =>
  seeCampaign(world.ports, actor, { list: "not_moved", search, turn: null });
const queued = async (kind: string) => {
  const [row] = await all`select count(*)::int as rows from notice where kind = ${kind}`;
  return Number(row?.["rows"]);
};

function typedDays(days: Readonly<Record<CampaignDay, string>>) {
  const fields = campaignDays.map((name) => {
    const day = parseBangkokDay(days[name]);
    if (!day.ok) throw new Error(days[name]);
    const { partDay, partMonth, partYear } = dayFields("part", day.value);
    return [name, { day: partDay, month: partMonth, year: partYear }];
  });
  return { ...(Object.fromEntries(fields) as Parameters<typeof saveCampaign>[2]), remindDays: "7" };
}

const days = {
  readyBy: "2026-11-25",
  switchFrom: "2026-11-26",
  switchUntil: "2026-12-20",
  returnBy: "2027-01-15",
};

test("the office sees everybody it brought, a head the people of the own agency, another head nobody", async () => {
  const figures = { imported: 3, registered: 0, waiting: 0, moved: 0, keys: 2, returned: 0 };
  expect((await see(treasury.registrar)).figures).toEqual(figures);
  expect((await see(treasury.registrar)).holders.rows).toHaveLength(3);
  expect(await seeCampaignFigures(world.ports, head)).toEqual(figures);
  const other = await openTown(world.ports);
  const stranger = await staffOf(world.ports, other.agencyId, "seat_head");
  expect((await seeCampaignFigures(world.ports, stranger)).imported).toBe(0);
});

test("holders are found by agency, by the beginning of a code and by serial", async () => {
  const [first] = (await see(treasury.registrar)).holders.rows;
  if (!first) throw new Error("nobody is listed");
  const found = async (search: string) => (await see(treasury.registrar, search)).holders.rows.length;
  expect(await found(first.agencyTh)).toBe(3);
  expect(await found(first.userCode)).toBe(1);
  expect(await found("ไม่มี%")).toBe(0);
});

test("days in another order are refused by the day that is wrong; sound ones are kept", async () => {
  const wrong = typedDays({ ...days, switchUntil: "2026-11-24" });
  expect(await refusal(saveCampaign(world.ports, treasury.registrar, wrong))).toMatchObject({
    kind: "campaign_faults",
    faults: [{ field: "switchUntil", refusal: { kind: "day_before_last" } }],
  });
  await granted(saveCampaign(world.ports, treasury.registrar, typedDays(days)));
  expect((await see(treasury.registrar)).campaign).toEqual({ ...days, remindDays: 7 });
});

test("a person with two seats is reminded once a day, however often the button is pressed", async () => {
  const press = () => remindUndone(world.ports, treasury.registrar, "move");
  expect(await press()).toBe(2);
  expect(await press()).toBe(0);
  expect(await queued("seat_campaign_move")).toBe(2);
  world.clock.pass(86_400);
  expect((await Promise.all([press(), press()])).reduce((sum, told) => sum + told)).toBe(2);
  expect(await queued("seat_campaign_move")).toBe(4);
});

test("by itself it reminds before each day, of each day once", async () => {
  world.clock.pass(86_400);
  await remindCampaigns(world.ports, sweeper);
  expect(await queued("seat_campaign_move")).toBe(6);
  for (let day = 0; day < 3; day += 1) {
    world.clock.pass(86_400);
    await remindCampaigns(world.ports, sweeper);
  }
  expect(await queued("seat_campaign_move")).toBe(6);
  world.clock.set(new Date("2026-12-14T10:00:00+07:00"));
  await remindCampaigns(world.ports, sweeper);
  expect(await queued("seat_campaign_move")).toBe(8);
});

test("an old key is ticked off and taken back; who had none, or another office's, is not found", async () => {
  const { rows } = (await see(treasury.registrar)).holders;
  const key = rows.find(({ device }) => device.kind === "token_key");
  const none = rows.find(({ device }) => device.kind === "password");
  const tick = (actor: Staff, holdingId = "", isReturned = true) =>
    tickReturned(world.ports, actor, { holdingId, isReturned });
  await granted(tick(treasury.registrar, key?.holdingId));
  await granted(tick(treasury.registrar, key?.holdingId));
  expect((await see(treasury.registrar)).figures.returned).toBe(1);
  await granted(tick(treasury.registrar, key?.holdingId, false));
  expect((await see(treasury.registrar)).figures.returned).toBe(0);
  const elsewhere = await openTreasury(world.ports);
  for (const refused of [
    tick(treasury.registrar, none?.holdingId),
    tick(elsewhere.registrar, key?.holdingId),
    tick(treasury.registrar, "x"),
  ])
    expect(await refusal(refused)).toEqual({ kind: "old_key_not_found" });
});

test("contacts are read for the holder's own office, and for whoever is not signed in the first one's", async () => {
  const help = {
    phone: "0 2032 2636",
    hours: "ในวันและเวลาราชการ",
    lineId: "@cgdgfmis",
    email: "help@treasury.example",
    chatUrl: "https://chat.treasury.example/",
  };
  await granted(saveHelp(world.ports, treasury.registrar, help));
  expect(await seeTokenHelp(world.ports, town.agencyId)).toEqual(help);
  expect(await seeTokenHelp(world.ports, null)).toEqual(help);
  await granted(saveHelp(world.ports, treasury.registrar, { ...help, phone: "", hours: "" }));
  expect(await seeTokenHelp(world.ports, town.agencyId)).toMatchObject({ phone: "" });
});

test("a phone is told the contacts of the office that issued the seat of its key", async () => {
  const { ports } = world;
  const seated = await seatSomebody(world);
  const issuerId = await seeIssuerOfPhone(ports, gate, { phone: { channel: "c", lineUserId: "u" } });
  const [row] = await all<{ issuer_id: string }[]>`select issuer_id from seat where id = ${seated.seatId}`;
  expect(issuerId).toBe(row?.issuer_id);
  expect(issuerId).not.toBe(treasury.agencyId);
  expect(await seeIssuerOfPhone(ports, gate, { phone: { channel: "c", lineUserId: "nobody" } })).toBeNull();
  await all`insert into token_help (issuer_id, phone, hours, line_id, email, chat_url, saved_by, saved_at)
    values (${issuerId}, '1111', '', '', '', '', ${issuerId}, now())`;
  expect(await seeTokenHelp(ports, issuerId)).toMatchObject({ phone: "1111" });
});

test.each([
  [{ phone: "12" }, "phone phone_shape"],
  [{ phone: "", hours: "ในวันราชการ" }, "hours hours_alone"],
  [{ lineId: "@ก" }, "lineId line_shape"],
  [{ email: "a@b" }, "email email_shape"],
  [{ chatUrl: "http://chat.example/" }, "chatUrl url_shape"],
  [{ chatUrl: "javascript:alert(1)" }, "chatUrl url_shape"],
  [{ chatUrl: "https://a:b@chat.example/" }, "chatUrl url_shape"],
])("a contact %o is refused by its field: %s", async (wrong, told) => {
  const help = { phone: "0 2032 2636 ต่อ 12", hours: "", lineId: "", email: "", chatUrl: "", ...wrong };
  const refused = await refusal(saveHelp(world.ports, treasury.registrar, help));
  expect(refused.faults.map(({ field, kind }) => `${field} ${kind}`)).toEqual([told]);
});
