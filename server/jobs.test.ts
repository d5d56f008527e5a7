import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSuperuser } from "../tests/support/citizens.ts";
import { testConfig } from "../tests/support/settings.ts";
import { testWorld, type TestWorld } from "../tests/support/ports.ts";
import { whenAllEnded } from "../tests/support/sealed-log.ts";
import { siteOf } from "./http/env.ts";
import { runJobs, runSeal } from "./jobs.ts";
import { queue } from "./notices/store.ts";
import type { Line, LineAnswer } from "./ports.ts";

let world: TestWorld;
let all: postgres.Sql;
const failed: unknown[] = [];
const pushed: string[] = [];
const site = siteOf(testConfig(), "c", {});
const sent: LineAnswer = { kind: "sent" };

/** LINE as far as jobs meet it: takes every push and keeps whom it was for. */
const line: Line = {
  reply: () => Promise.resolve(sent),
  push: (to) => Promise.resolve(sent).finally(() => pushed.push(to)),
  showLoading: () => Promise.resolve(),
  markAsRead: () => Promise.resolve(),
  displayName: () => Promise.resolve(null),
  plan: () => Promise.resolve(null),
};

beforeAll(async () => {
  const log = {
    info: () => {},
    warn: () => {},
    error: (_event: string, _error: unknown, fields?: object) => void failed.push(fields),
  };
  world = await testWorld({ line, log });
  all = asSuperuser(world);
});

afterAll(async () => {
  await all.end();
  await world.close();
});

const ago = (hours: number) => new Date(world.clock.now().getTime() - hours * 60 * 60_000).toISOString();
const bytes = () => Buffer.from(world.ports.random.bytes(32));
const uuid = () => world.ports.random.uuid();

/** One row of each thing that is purged, so many hours old, told apart by `name`. */
async function leaveBehind(name: string, hours: number): Promise<void> {
  const at = ago(hours);
  await all`insert into scan_ticket (nonce, channel, line_user_id, owned_at) values (${name}, 'c', 'U', ${at})`;
  await all`insert into limit_count (name, key, bucket, count) values ('n', ${name}, ${at}, 1)`;
  await all`insert into otp (id, channel, line_user_id, purpose, subject_id, phone_index, data_key, sealed_phone,
      reference, created_at, expires_at)
    values (${uuid()}, 'c', ${name}, 'registration', ${uuid()}, ${bytes()}, ${bytes()}, ${bytes()}, 'BCDF', ${at}, ${at})`;
  await all`insert into session (token_hash, id, channel, line_user_id, via, device, signed_in_at, last_used_at)
    values (${bytes()}, ${uuid()}, 'c', ${name}, 'liff', 'd', ${at}, ${at})`;
  await all`insert into console_link (token_hash, agency_id, made_at, expires_at)
    values (${bytes()}, ${uuid()}, ${at}, ${at})`;
  await all`insert into registration (id, channel, line_user_id, kind, step, version, data_key, sealed, started_at,
      changed_at, reminded_at)
    values (${uuid()}, 'c', ${name}, 'registration', 'pin', 1, ${bytes()}, ${bytes()}, ${at}, ${at}, ${at})`;
}

const tables = ["scan_ticket", "limit_count", "otp", "session", "console_link", "registration"] as const;

async function counts(): Promise<Record<string, number>> {
  const rows = await Promise.all(
    tables.map((table) => all<{ n: number }[]>`select count(*)::int as n from ${all(table)}`),
  );
  return Object.fromEntries(tables.map((table, at) => [table, rows[at]?.[0]?.n ?? 0]));
}

test("purges what is over and keeps what is not", async () => {
  await leaveBehind("fresh", 1);
  await leaveBehind("days old", 3 * 24);
  await leaveBehind("months old", 60 * 24);
  await runJobs(world.ports, site);
  expect(failed).toEqual([]);
  expect(await counts()).toEqual({
    scan_ticket: 1,
    limit_count: 1,
    otp: 1,
    session: 1,
    console_link: 1,
    registration: 2,
  });
});

test("does its chores once a minute, and sends every time", async () => {
  await leaveBehind("again", 3 * 24);
  await put("Usecond");
  await runJobs(world.ports, site);
  expect((await counts())["otp"]).toBe(2);
  expect(pushed).toContain("Usecond");
  world.clock.pass(60);
  await runJobs(world.ports, site);
  expect((await counts())["otp"]).toBe(1);
});

test("seals the audit twice a minute", async () => {
  const write = async () => {
    await all`insert into audit_entry (id, at, action, actor_kind, refs)
      values (${uuid()}, ${world.clock.now().toISOString()}, 'a.b', 'gate', '{}')`;
    await whenAllEnded(world);
  };
  const unsealed = async () => {
    const rows =
      await all`select from audit_entry e where not exists (select from audit_leaf where entry_id = e.id)`;
    return rows.length;
  };
  await write();
  await runSeal(world.ports);
  expect(await unsealed()).toBe(0);
  await write();
  await runSeal(world.ports);
  expect(await unsealed()).toBe(1);
  world.clock.pass(30);
  await runSeal(world.ports);
  expect([await unsealed(), failed]).toEqual([0, []]);
});

test("lets no chore that fails keep notices from going out, and says which it was", async () => {
  await all`revoke delete on scan_ticket from pratu_system`;
  await put("Uthird");
  world.clock.pass(60);
  await runJobs(world.ports, site);
  expect(failed).toEqual([{ job: "purge_tickets" }]);
  expect(pushed).toContain("Uthird");
});

function put(lineUserId: string): Promise<string> {
  const to = { channel: "c", lineUserId };
  const made = { kind: "registered", medium: "line", to, refs: { personId: "p" } } as const;
  return world.ports.db.as({ kind: "system", job: "test" }, (tx) => queue(world.ports, tx, made));
}
