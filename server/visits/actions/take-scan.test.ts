import { afterAll, beforeAll, expect, test } from "vitest";
import postgres from "postgres";
import { hangQr, openFacility, type HungQr } from "../../../tests/support/facilities.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { openTicket } from "../scan-ticket.ts";
import { revokeQr } from "./revoke-qr.ts";
import { takeScan, type ScanInput } from "./take-scan.ts";

let world: TestWorld;
let all: postgres.Sql;
let agencyId: string;
let screen: HungQr;
let printed: HungQr;

beforeAll(async () => {
  world = await testWorld();
  all = postgres(world.database.superuserUrl, { max: 1 });
  agencyId = await openFacility(world.ports);
  screen = await hangQr(world.ports, agencyId, "screen");
  printed = await hangQr(world.ports, agencyId, "printed");
});

afterAll(async () => {
  await all.end();
  await world.close();
});

const gate = { kind: "gate" } as const;
const somebody = () => ({ channel: "c", lineUserId: `U${world.ports.random.uuid()}` });

async function outcome(input: ScanInput): Promise<string> {
  const scan = await takeScan(world.ports, gate, input);
  return scan.ok ? "accepted" : scan.refusal.kind;
}

async function evidenceOf(input: ScanInput): Promise<string> {
  const scan = await takeScan(world.ports, gate, input);
  if (!scan.ok) throw new Error(scan.refusal.kind);
  const ticket = openTicket(world.ports.keys.qr, scan.value.ticket, world.clock.now());
  if (!ticket.ok) throw new Error(ticket.refusal.kind);
  return ticket.value.evidence;
}

const logged = (qr: HungQr) =>
  all<{ outcome: string }[]>`select outcome from qr_scan where qr_id = ${qr.id} order by outcome`.then(
    (rows) => rows.map((row) => row.outcome),
  );

const otherProof = (code: string) => code.slice(0, 8) + String((Number(code[8]) + 1) % 10);

test("mints a ticket for a screen QR and says where it stands", async () => {
  const scan = await takeScan(world.ports, gate, { token: screen.token() });
  expect(scan).toMatchObject({
    ok: true,
    value: { place: { hcode: "99901", facility: { nameTh: "โรงพยาบาลสมมติ" }, serviceType: "PG0060001" } },
  });
});

test("takes the token in lower case, as a phone's own camera may hand it over", async () => {
  expect(await outcome({ token: screen.token().toLowerCase() })).toBe("accepted");
});

test("records by which evidence the citizen stood at the counter", async () => {
  const by = somebody();
  expect(await evidenceOf({ token: screen.token() })).toBe("screen");
  expect(await evidenceOf({ token: printed.token() })).toBe("printed");
  expect(await evidenceOf({ shortCode: screen.shortCode(), by })).toBe("short_code");
});

test("refuses a screen QR replayed after 90 seconds, and its short code", async () => {
  const [token, shortCode] = [screen.token(), screen.shortCode()];
  world.clock.pass(90);
  expect(await outcome({ token })).toBe("qr_expired");
  expect(await outcome({ shortCode, by: somebody() })).toBe("short_code_wrong");
});

test("takes a printed QR and its short code at any time", async () => {
  const [token, shortCode] = [printed.token(), printed.shortCode()];
  world.clock.pass(30 * 24 * 3600);
  expect(await outcome({ token })).toBe("accepted");
  expect(await outcome({ shortCode, by: somebody() })).toBe("accepted");
});

test("refuses what was forged: a changed signature, an unknown number, another QR's signature", async () => {
  const token = screen.token();
  const flipped = `${token.slice(0, 9)}${token[9] === "A" ? "B" : "A"}${token.slice(10)}`;
  expect(await outcome({ token: flipped })).toBe("qr_forged");
  expect(await outcome({ token: `ZZZZZZZZ${token.slice(8)}` })).toBe("qr_forged");
  expect(await outcome({ token: printed.token().slice(0, 8) + token.slice(8) })).toBe("qr_forged");
});

test("says of a text that is no token that it is not ours", async () => {
  expect(await outcome({ token: "HELLO" })).toBe("qr_not_ours");
});

test("writes refused scans into the log of the QR too, and nothing about who scanned", async () => {
  const qr = await hangQr(world.ports, agencyId, "printed");
  const forged = qr.token().slice(0, 8) + screen.token().slice(8);
  await outcome({ token: qr.token() });
  await outcome({ token: forged });
  await outcome({ shortCode: otherProof(qr.shortCode()), by: somebody() });
  expect(await logged(qr)).toEqual(["accepted", "qr_forged", "short_code_wrong"]);
});

test("refuses a revoked QR from the moment it is revoked", async () => {
  const qr = await hangQr(world.ports, agencyId, "printed");
  const clerk = { kind: "staff", staffId: world.ports.random.uuid(), agencyId, level: "clerk" } as const;
  expect(await outcome({ token: qr.token() })).toBe("accepted");
  await revokeQr(world.ports, clerk, { qrId: qr.id });
  expect(await outcome({ token: qr.token() })).toBe("qr_revoked");
  expect(await outcome({ shortCode: qr.shortCode(), by: somebody() })).toBe("qr_revoked");
});

test("refuses a facility that is closed, and a service it no longer offers", async () => {
  const other = await openFacility(world.ports, { hcode: "99902" });
  const qr = await hangQr(world.ports, other, "screen");
  await all`update facility_service set valid_until = '2026-11-01' where agency_id = ${other}`;
  expect(await outcome({ token: qr.token() })).toBe("service_not_offered");
  await all`update facility set closed_at = ${world.clock.now().toISOString()} where agency_id = ${other}`;
  expect(await outcome({ token: qr.token() })).toBe("facility_closed");
});

test("stops a LINE user after five typed codes in ten minutes, also at once, and only that one", async () => {
  const by = somebody();
  const wrong = { shortCode: "000000000", by };
  const answers = await Promise.all(Array.from({ length: 12 }, () => outcome(wrong)));
  expect(answers.filter((answer) => answer === "short_code_wrong")).toHaveLength(5);
  expect(answers.filter((answer) => answer === "short_code_limit")).toHaveLength(7);
  expect(await outcome({ shortCode: printed.shortCode(), by })).toBe("short_code_limit");
  expect(await outcome({ shortCode: printed.shortCode(), by: somebody() })).toBe("accepted");
});

test("lets a LINE user try again once the ten minutes are over", async () => {
  const by = somebody();
  for (let attempt = 0; attempt < 6; attempt += 1) await outcome({ shortCode: "000000000", by });
  world.clock.pass(9 * 60);
  expect(await outcome({ shortCode: printed.shortCode(), by })).toBe("short_code_limit");
  world.clock.pass(11 * 60);
  expect(await outcome({ shortCode: printed.shortCode(), by })).toBe("accepted");
});

test("does not count what is no nine digits as a try", async () => {
  const by = somebody();
  for (let attempt = 0; attempt < 9; attempt += 1) await outcome({ shortCode: "12", by });
  expect(await outcome({ shortCode: printed.shortCode(), by })).toBe("accepted");
});
