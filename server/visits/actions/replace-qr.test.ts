import { afterAll, beforeAll, expect, test } from "vitest";
import { generalCare, hangQr, openFacility } from "../../../tests/support/facilities.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import type { Staff } from "../../kernel/actor.ts";
import { makeQr } from "./make-qr.ts";
import { replaceQr } from "./replace-qr.ts";
import { revokeQr } from "./revoke-qr.ts";
import { seeFacilityQrs } from "./see-facility-qrs.ts";
import { seePrintedQr } from "./see-printed-qr.ts";
import { seeScanLog } from "./see-scan-log.ts";
import { takeScan } from "./take-scan.ts";

let world: TestWorld;
let admin: Staff;
let stranger: Staff;

beforeAll(async () => {
  world = await testWorld();
  const staffOf = (agencyId: string): Staff => ({
    kind: "staff",
    staffId: world.ports.random.uuid(),
    agencyId,
    level: "facility_admin",
  });
  admin = staffOf(await openFacility(world.ports));
  stranger = staffOf(await openFacility(world.ports, { hcode: "99902", nameTh: "คลินิกอื่น" }));
});
afterAll(() => world.close());

async function printed(): Promise<string> {
  const { agencyId } = admin;
  const requestKey = world.ports.random.uuid();
  const made = makeQr(world.ports, admin, {
    agencyId,
    serviceType: generalCare,
    kind: "printed",
    requestKey,
  });
  return (await granted(made)).qrId;
}

const tokenOf = async (qrId: string) => (await granted(seePrintedQr(world.ports, admin, { qrId }))).token;
const scan = (token: string) => takeScan(world.ports, { kind: "gate" }, { token });

test("the old QR is refused from then on, the new one is taken, and the old one names it", async () => {
  const old = await printed();
  const oldToken = await tokenOf(old);
  const { qrId } = await granted(replaceQr(world.ports, admin, { qrId: old }));
  expect(await refusal(scan(oldToken))).toMatchObject({ kind: "qr_revoked" });
  expect((await scan(await tokenOf(qrId))).ok).toBe(true);
  const log = await granted(seeScanLog(world.ports, admin, { qrId: old }));
  expect(log.successor?.qrId).toBe(qrId);
  expect(log.place.asking.qrRevokedAt).toEqual(world.clock.now());
  expect((await seeFacilityQrs(world.ports, admin)).ended.map((ended) => ended.qrId)).toContain(old);
});

test("asked twice, at the same moment too, there is one successor", async () => {
  const old = await printed();
  const answers = await Promise.all(
    [1, 2, 3].map(() => granted(replaceQr(world.ports, admin, { qrId: old }))),
  );
  const again = await granted(replaceQr(world.ports, admin, { qrId: old }));
  expect(new Set([...answers, again].map(({ qrId }) => qrId)).size).toBe(1);
});

test("one that was revoked for good has no successor and gets none", async () => {
  const old = await printed();
  await granted(revokeQr(world.ports, admin, { qrId: old }));
  expect(await refusal(replaceQr(world.ports, admin, { qrId: old }))).toEqual({ kind: "qr_not_found" });
  expect((await granted(seeScanLog(world.ports, admin, { qrId: old }))).successor).toBeNull();
});

test("another facility's QR, a screen's and what is no id are not found, and stay as they are", async () => {
  const old = await printed();
  const screen = await hangQr(world.ports, admin.agencyId, "screen");
  for (const [actor, qrId] of [
    [stranger, old],
    [admin, screen.id],
    [admin, "x"],
  ] as const) {
    expect(await refusal(replaceQr(world.ports, actor, { qrId }))).toEqual({ kind: "qr_not_found" });
    expect(await refusal(revokeQr(world.ports, actor, { qrId }))).toEqual({ kind: "qr_not_found" });
  }
  expect((await scan(await tokenOf(old))).ok).toBe(true);
  expect(await refusal(seeScanLog(world.ports, stranger, { qrId: old }))).toEqual({ kind: "qr_not_found" });
});

test("the log counts by day and by reason, over thirty days, of this QR alone", async () => {
  const qrId = await printed();
  const other = await tokenOf(await printed());
  const token = await tokenOf(qrId);
  await scan(token);
  world.clock.pass(24 * 3_600);
  for (const each of [token, token, other]) await scan(each);
  await scan(`${token.slice(0, 8)}${"0".repeat(16)}`);
  const log = await granted(seeScanLog(world.ports, admin, { qrId }));
  expect(log.days).toHaveLength(30);
  expect(log.days.slice(-2).map(({ accepted, refused }) => [accepted, refused])).toEqual([
    [1, 0],
    [2, 1],
  ]);
  expect(log.refused).toEqual([{ outcome: "qr_forged", count: 1 }]);
  expect(log.latest).toHaveLength(4);
  world.clock.pass(30 * 24 * 3_600);
  const later = await granted(seeScanLog(world.ports, admin, { qrId }));
  expect(later.days.every(({ accepted, refused }) => accepted + refused === 0)).toBe(true);
});
