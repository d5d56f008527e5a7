import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, type Town } from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { cannedReplyLimits } from "../canned-reply.ts";
import { closeUnit, makeUnit, renameUnit, seeUnits, setUnitMembers } from "./change-units.ts";
import { dropReply, keepReply, seeReplies } from "./keep-reply.ts";
import { placeService } from "./place-service.ts";
import { closeService } from "./publish-service.ts";
import { seeMadeService } from "./see-services.ts";

let world: TestWorld;
let town: Town;
let elsewhere: Town;
beforeAll(async () => {
  world = await testWorld();
  town = await openTown(world.ports);
  elsewhere = await openTown(world.ports);
});
afterAll(() => world.close());

test("a unit is made, renamed, given its people, closed and opened again", async () => {
  const { ports } = world;
  const admin = town.localAdmin;
  const { unitId } = await granted(makeUnit(ports, admin, { nameTh: " กองการศึกษา ", nameEn: "" }));
  const taken = makeUnit(ports, admin, { nameTh: "กองการศึกษา", nameEn: "" });
  expect((await refusal(taken)).kind).toBe("name_taken");
  await granted(renameUnit(ports, admin, { unitId, nameTh: "กองการศึกษาฯ", nameEn: "Education" }));
  const staffIds = [town.officer.staffId, town.other.staffId, town.officer.staffId];
  await granted(setUnitMembers(ports, admin, { unitId, staffIds }));
  await granted(closeUnit(ports, admin, { unitId, closed: true }));
  const one = async () => (await seeUnits(ports, admin)).units.find(({ id }) => id === unitId);
  expect(await one()).toMatchObject({ nameTh: "กองการศึกษาฯ", nameEn: "Education" });
  expect((await one())?.closedAt).not.toBeNull();
  expect(new Set((await one())?.memberIds)).toEqual(new Set(staffIds));
  await granted(closeUnit(ports, admin, { unitId, closed: false }));
  expect((await one())?.closedAt).toBeNull();
});

test("a unit that services send to is not closed, and nobody of another agency is put in one", async () => {
  const { ports } = world;
  await town.serviceOf();
  const [unitId] = town.unitIds;
  const closing = closeUnit(ports, town.localAdmin, { unitId, closed: true });
  expect(await refusal(closing)).toEqual({ kind: "unit_used", services: ["แจ้งไฟฟ้าสาธารณะเสีย"] });
  const staffIds = [elsewhere.officer.staffId];
  const staffing = setUnitMembers(ports, town.localAdmin, { unitId, staffIds });
  expect((await refusal(staffing)).kind).toBe("member_missing");
});

test("a service whose unit was closed meanwhile is opened again once another unit takes its petitions", async () => {
  const { ports } = world;
  const admin = town.localAdmin;
  const { serviceId } = await town.serviceOf();
  const { unitId } = await granted(makeUnit(ports, admin, { nameTh: "กองที่ยุบ", nameEn: "" }));
  const { categoryId } = town;
  await granted(placeService(ports, admin, { serviceId, categoryId, unitId }));
  await granted(closeService(ports, admin, { serviceId, closed: true }));
  await granted(closeUnit(ports, admin, { unitId, closed: true }));
  const open = () => closeService(ports, admin, { serviceId, closed: false });
  const made = () => granted(seeMadeService(ports, admin, { serviceId }));
  expect(await refusal(open())).toEqual({ kind: "unit_closed" });
  expect((await made()).closedAt).not.toBeNull();
  await granted(placeService(ports, admin, { serviceId, categoryId, unitId: "" }));
  await granted(open());
  expect(await made()).toMatchObject({ closedAt: null, unitId: null });
});

test("another agency's unit is not there", async () => {
  const { ports } = world;
  const [unitId] = town.unitIds;
  const stranger = elsewhere.localAdmin;
  const kinds = [
    (await refusal(renameUnit(ports, stranger, { unitId, nameTh: "ก", nameEn: "" }))).kind,
    (await refusal(closeUnit(ports, stranger, { unitId, closed: true }))).kind,
    (await refusal(setUnitMembers(ports, stranger, { unitId, staffIds: [] }))).kind,
  ];
  expect(new Set(kinds)).toEqual(new Set(["unit_missing"]));
});

test("texts for answering are kept under one title each, changed and dropped, and are the agency's own", async () => {
  const { ports } = world;
  const keep = (title: string, body: string, replyId: string | null = null, actor = town.localAdmin) =>
    keepReply(ports, actor, { replyId, title, body, requestKey: ports.random.uuid() });
  await granted(keep("ขอโฉนด", "กรุณาส่งสำเนาโฉนด"));
  await granted(keep("รอตรวจ", "เจ้าหน้าที่จะไปตรวจภายใน 3 วัน"));
  expect((await refusal(keep("ขอโฉนด", "ซ้ำ"))).kind).toBe("title_taken");
  expect((await refusal(keep(" ", "ก"))).kind).toBe("title_empty");
  expect((await refusal(keep("ยาว", "ก".repeat(cannedReplyLimits.body + 1)))).kind).toBe("body_long");
  const [first] = await seeReplies(ports, town.localAdmin);
  await granted(keep("ขอสำเนาโฉนด", "กรุณาส่งสำเนาโฉนดทุกหน้า", first!.id));
  expect((await seeReplies(ports, town.localAdmin)).map(({ title }) => title)).toEqual([
    "ขอสำเนาโฉนด",
    "รอตรวจ",
  ]);
  expect(await seeReplies(ports, elsewhere.localAdmin)).toEqual([]);
  expect((await refusal(keep("ก", "ก", first!.id, elsewhere.localAdmin))).kind).toBe("reply_missing");
  const drop = { replyId: first!.id };
  expect((await refusal(dropReply(ports, elsewhere.localAdmin, drop))).kind).toBe("reply_missing");
  await granted(dropReply(ports, town.localAdmin, drop));
  expect(await seeReplies(ports, town.localAdmin)).toHaveLength(1);
});
