import "reflect-metadata";
import * as x509 from "@peculiar/x509";
import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appOver, origin } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import {
  issuedSeats,
  liveHolder,
  openTreasury,
  staffOf,
  type TownSeats,
} from "../../../tests/support/seats.ts";
import { activated } from "../../../tests/support/test-phone.ts";
import type { Staff } from "../../kernel/actor.ts";
import { endKeysOfHolding } from "../store/key-end.ts";
import { listRevokedCertificates } from "../store/revocation.ts";

const run = promisify(execFile);
let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let head: Staff;
let seats: TownSeats;
let folder: string;
let phones = 0;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  town = await openTown(world.ports);
  head = await staffOf(world.ports, town.agencyId, "seat_head");
  seats = await issuedSeats(world.ports, await openTreasury(world.ports), town.agencyId);
  folder = await mkdtemp(join(tmpdir(), "crl-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await all.end();
  await world.close();
});

/** Somebody whose key is on a phone; answers the holding and the certificate. */
async function certified(seatId: string) {
  phones += 1;
  const holding = await liveHolder(world.ports, head, seatId);
  await activated(world.ports, holding, { channel: "c", lineUserId: `Ucrl${phones}` });
  const [row] = await all<{ serial: string; certificate: Uint8Array }[]>`
    select serial, certificate from soft_token where holding_id = ${holding.id} and state = 'live'`;
  if (!row) throw new Error("no key was certified");
  return { holdingId: holding.id, ...row };
}

const end = (holdingId: string, reason: string) =>
  world.ports.db.as({ kind: "gate" }, (tx) =>
    endKeysOfHolding(tx, holdingId, { state: "stopped", reason, now: world.clock.now() }),
  );

async function fetched(path = "/pki/soft-token.crl"): Promise<Uint8Array> {
  world.clock.pass(11);
  const answer = await appOver(world).request(`${origin}${path}`);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

const listOf = async () => new x509.X509Crl(Uint8Array.from(await fetched()));
const authority = () => new x509.X509Certificate(world.ports.tokenAuthority.certificate ?? "");

test("the list is signed by the authority, says until when it counts and may be kept for a minute", async () => {
  const list = await listOf();
  expect(await list.verify({ publicKey: authority().publicKey })).toBe(true);
  expect(list.issuer).toBe(authority().subject);
  const good = (list.nextUpdate?.getTime() ?? 0) - list.thisUpdate.getTime();
  expect(good).toBe(48 * 60 * 60_000);
  const answer = await appOver(world).request(`${origin}/pki/soft-token.crl`);
  expect(answer.headers.get("content-type")).toBe("application/pkix-crl");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=60");
});

test("a certificate that ended stands in it with why, and one that is live does not", async () => {
  const lost = await certified(seats.recorder.id);
  const moved = await certified(seats.approver1.id);
  const live = await certified(seats.approver2.id);
  expect((await listOf()).entries).toHaveLength(0);
  await end(lost.holdingId, "lost_phone");
  await end(moved.holdingId, "transferred");
  const list = await listOf();
  const told = list.entries.map(({ serialNumber, reason }) => [serialNumber, reason]);
  expect(told).toHaveLength(2);
  expect(told).toContainEqual([lost.serial, x509.X509CrlReason.keyCompromise]);
  expect(told).toContainEqual([moved.serial, x509.X509CrlReason.affiliationChanged]);
  expect(told.map(([serial]) => serial)).toEqual([lost.serial, moved.serial].sort());
  expect(list.entries.some(({ serialNumber }) => serialNumber === live.serial)).toBe(false);
  expect(await list.verify({ publicKey: authority().publicKey })).toBe(true);
});

test("a list is the same bytes until something ends or an hour has passed, and its number grows", async () => {
  const first = await fetched();
  expect(await fetched()).toEqual(first);
  world.clock.pass(60 * 60);
  const second = await fetched();
  expect(second).not.toEqual(first);
  const numberOf = (der: Uint8Array) => {
    const extension = new x509.X509Crl(Uint8Array.from(der)).extensions.find(
      ({ type }) => type === "2.5.29.20",
    );
    const value = Buffer.from(extension?.value ?? new ArrayBuffer(0)).subarray(2);
    return BigInt(`0x${value.toString("hex")}`);
  };
  expect(numberOf(second) > numberOf(first)).toBe(true);
});

test("what is in the list goes over its pages without a gap, and leaves when its time is long over", async () => {
  await all`insert into soft_token (id, agency_id, issuer_id, seat_id, holding_id, person_id, state, public_key,
      certificate, serial, not_before, not_after, channel, line_user_id, device, pin_hash, made_at, ended_at, end_reason)
    select gen_random_uuid(), agency_id, issuer_id, seat_id, holding_id, person_id, 'ended', public_key, certificate,
      '4' || lpad(to_hex(n), 31, '0'), not_before, not_after, channel, line_user_id, device, pin_hash, made_at,
      now(), 'other'
    from generate_series(1, 2500) n, (select * from soft_token where state = 'live' limit 1) t`;
  const read = (since: Date) =>
    world.ports.db.as({ kind: "gate" }, (tx) => listRevokedCertificates(tx, since));
  const found = await read(world.clock.now());
  const serials = found.map(({ serial }) => serial);
  expect(new Set(serials).size).toBe(2502);
  expect(serials).toEqual([...serials].sort());
  const later = new Date(world.clock.now().getTime() + 800 * 86_400_000);
  expect(await read(later)).toEqual([]);
  await all`delete from soft_token where end_reason = 'other'`;
});

test("the authority's certificate is there in DER, and certificates say where the list stands", async () => {
  expect(Buffer.from(await fetched("/pki/soft-token-ca.crt"))).toEqual(Buffer.from(authority().rawData));
  const [row] = await all<{ certificate: Uint8Array }[]>`select certificate from soft_token limit 1`;
  const read = new x509.X509Certificate(Uint8Array.from(row?.certificate ?? []));
  const points = read.getExtension(x509.CRLDistributionPointsExtension)?.distributionPoints ?? [];
  const urls = points.flatMap((point) =>
    (point.distributionPoint?.fullName ?? []).map((name) => name.uniformResourceIdentifier),
  );
  expect(urls).toEqual([`${origin}/pki/soft-token.crl`]);
});

const hasOpenssl = (() => {
  try {
    return execFileSync("openssl", ["version"]).length > 0;
  } catch {
    return false;
  }
})();

test.runIf(hasOpenssl)("openssl takes the list, and by it refuses the certificate that ended", async () => {
  const at = (name: string) => join(folder, name);
  const [row] = await all<{ certificate: Uint8Array }[]>`
    select certificate from soft_token where end_reason = 'lost_phone'`;
  const [live] = await all<{ certificate: Uint8Array }[]>`
    select certificate from soft_token where state = 'live'`;
  const pem = (der: Uint8Array | undefined) =>
    new x509.X509Certificate(Uint8Array.from(der ?? [])).toString("pem");
  await writeFile(at("ca.pem"), world.ports.tokenAuthority.certificate ?? "");
  await writeFile(at("lost.pem"), pem(row?.certificate));
  await writeFile(at("live.pem"), pem(live?.certificate));
  await writeFile(at("list.der"), await fetched());
  const { stdout, stderr } = await run("openssl", [
    ..."crl -inform DER -text -CAfile".split(" "),
    ...[at("ca.pem"), "-in", at("list.der"), "-out", at("list.pem")],
  ]);
  expect(stderr).toContain("verify OK");
  expect(stdout).toBe("");
  const moment = String(Math.floor(world.clock.now().getTime() / 1000));
  const verify = (name: string) =>
    run("openssl", [
      ...["verify", "-attime", moment, "-crl_check", "-CAfile", at("ca.pem")],
      ...["-CRLfile", at("list.pem"), at(name)],
    ]);
  expect((await verify("live.pem")).stdout).toContain("OK");
  await expect(verify("lost.pem")).rejects.toThrow("certificate revoked");
});
