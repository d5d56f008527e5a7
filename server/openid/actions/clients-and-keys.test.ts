import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { callback, relyingParty, signIn } from "../../../tests/support/relying-party.ts";
import { seatSomebody } from "../../../tests/support/seated.ts";
import { publishKeys } from "./publish-keys.ts";
import { purgeOpenId } from "./purge-openid.ts";
import {
  endClient,
  registerClient,
  renewClientSecret,
  replaceClient,
  seeClients,
} from "./register-client.ts";
import { hurryKeys, rotateKeys } from "./rotate-keys.ts";

let world: TestWorld;
let superuser: postgres.Sql;
const actor = { kind: "system", job: "test" } as const;
const day = 86_400;

beforeAll(async () => {
  world = await testWorld();
  superuser = postgres(world.database.superuserUrl, { max: 1 });
});
afterAll(async () => {
  await superuser.end();
  await world.close();
});

async function kids(): Promise<readonly string[]> {
  const keys = await publishKeys(world.ports, { kind: "gate" });
  return keys.ok ? keys.value.map(({ kid }) => kid) : [];
}

test("before the first round no key is announced, and none can be hurried", async () => {
  expect(await kids()).toEqual([]);
  expect(await hurryKeys(world.ports, actor, { forget: false })).toMatchObject({ ok: false });
});

test("two rounds at the same moment make each generation once", async () => {
  await Promise.all([rotateKeys(world.ports, actor), rotateKeys(world.ports, actor)]);
  expect(await kids()).toHaveLength(2);
  await rotateKeys(world.ports, actor);
  expect(await kids()).toHaveLength(2);
});

test("the key that signs was published for ninety days before it did, and stays for a day after", async () => {
  const [first, second] = await kids();
  world.clock.pass(90 * day);
  await rotateKeys(world.ports, actor);
  const turned = await kids();
  expect(turned.slice(0, 2)).toEqual([first, second]);
  expect(turned).toHaveLength(3);
  world.clock.pass(day);
  await rotateKeys(world.ports, actor);
  expect(await kids()).toEqual(turned.slice(1));
});

test("a private key stands nowhere in the clear, and the audit names no key but its generation", async () => {
  const [{ found } = { found: "" }] = await superuser`
    select string_agg(k::text, ' ') || (select string_agg(a::text, ' ') from audit_entry a
      where a.action like 'openid_key%') as found from openid_key k`;
  expect(found).toContain("openid_key.made");
  expect(found).not.toMatch(/"d":/);
});

const form = {
  ...{ id: "portal", nameTh: "ระบบ", nameEn: "Portal", auth: "client_secret_basic", keys: [] },
  ...{ redirectUris: [callback], postLogoutUris: [], rights: [] },
};

test("an id is given once, ended or not", async () => {
  expect(await registerClient(world.ports, actor, form)).toMatchObject({ ok: true });
  expect(await registerClient(world.ports, actor, form)).toMatchObject({ refusal: { kind: "client_taken" } });
  await endClient(world.ports, actor, "portal");
  expect(await registerClient(world.ports, actor, form)).toMatchObject({ refusal: { kind: "client_taken" } });
  expect(await replaceClient(world.ports, actor, form)).toMatchObject({
    refusal: { kind: "client_missing" },
  });
  expect(await renewClientSecret(world.ports, actor, "portal")).toMatchObject({ ok: false });
  expect(await endClient(world.ports, actor, "portal")).toMatchObject({ ok: false });
});

test("a change of a registration keeps its secret, and no change makes another proof of it", async () => {
  await registerClient(world.ports, actor, { ...form, id: "changing" });
  const [{ before } = { before: null }] =
    await superuser`select secret_hash as before from openid_client where id = 'changing'`;
  const changed = { ...form, id: "changing", nameEn: "Changed" };
  expect(await replaceClient(world.ports, actor, changed)).toMatchObject({ ok: true });
  expect(await replaceClient(world.ports, actor, { ...changed, auth: "none" })).toMatchObject({ ok: false });
  const [row] = await superuser`select secret_hash, name_en from openid_client where id = 'changing'`;
  expect(row).toEqual({ secret_hash: before, name_en: "Changed" });
  const all = await seeClients(world.ports, actor);
  expect(all.ok && all.value.map(({ id }) => id)).toEqual(["changing", "portal"]);
});

test("a new secret ends the old one at once", async () => {
  world.clock.set(new Date());
  const party = await relyingParty(world, { id: "renewing" });
  const somebody = await seatSomebody(world);
  expect((await signIn(party, somebody.cookie)).claims()).toMatchObject({ aud: "renewing" });
  expect(await renewClientSecret(world.ports, actor, "renewing")).toMatchObject({ ok: true });
  await expect(signIn(party, somebody.cookie)).rejects.toThrow();
});

test("sign-ins are forgotten after a day, and the audit keeps that they were", async () => {
  const count = async () => (await superuser`select id from openid_grant`).length;
  expect(await count()).toBeGreaterThan(0);
  await purgeOpenId(world.ports, actor);
  expect(await count()).toBeGreaterThan(0);
  world.clock.pass(day + 1);
  await purgeOpenId(world.ports, actor);
  expect(await count()).toBe(0);
  const entries = await superuser`select actor_kind from audit_entry where action = 'openid.signed_in'`;
  expect(entries.map(({ actor_kind }) => actor_kind as string)).toContain("holder");
});
