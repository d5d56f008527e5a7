import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { idPictureWorld, type IdPictureWorld } from "../../../tests/support/id-pictures.ts";
import { granted, newVisitor, registered, somebody } from "../../../tests/support/people.ts";
import { residueOf } from "../../../tests/support/residue.ts";
import { purgeIdentity } from "../../identity/actions/purge-identity.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { endFiles } from "./end-files.ts";
import { eraseMe } from "./erase-me.ts";

const job = { kind: "system", job: "test" } as const;
let at: IdPictureWorld;
let all: postgres.Sql;
beforeAll(async () => {
  at = await idPictureWorld();
  all = asSuperuser(at.world);
});
afterAll(async () => {
  await all.end();
  await at.close();
});

const { pin } = somebody();
const erase = (citizen: Citizen) => granted(eraseMe(at.world.ports, citizen, pin));

/** A chat as the bot keeps it, a scan that was begun, and a message that waits to be pushed. */
async function layChat({ channel, lineUserId, personId }: Citizen): Promise<void> {
  const now = at.world.clock.now();
  await all`insert into chat (channel, line_user_id, version, state, last_event_at, changed_at)
    values (${channel}, ${lineUserId}, 1, '{"asked":null,"misses":1}', ${now}, ${now})`;
  await all`insert into scan_ticket (nonce, channel, line_user_id, owned_at)
    values (${lineUserId.slice(0, 8)}, ${channel}, ${lineUserId}, ${now})`;
  await all`insert into notice
    (id, medium, kind, channel, line_user_id, person_id, refs, state, queued_at, due_at, dies_at, attempts)
    values (${at.world.ports.random.uuid()}, 'line', 'pin_changed', ${channel}, ${lineUserId}, ${personId},
      '{}', 'waiting', ${now}, ${now}, ${now}, 0)`;
}

test("the chat of an erased LINE user is gone, nothing is pushed there, and their id stands in the audit alone", async () => {
  const visitor = await newVisitor(at.world.ports, "erased-and-gone");
  const citizen = await registered(at.world.ports, somebody(), visitor);
  await layChat(citizen);
  expect(await residueOf(all, citizen.lineUserId)).toContain("chat.line_user_id");
  await erase(citizen);
  expect((await residueOf(all, citizen.lineUserId)).toSorted()).toEqual([
    "audit_entry.actor_id",
    "limit_count.key",
  ]);
  at.world.clock.pass(3 * 24 * 3600);
  await purgeIdentity(at.world.ports, job);
  expect(await residueOf(all, citizen.lineUserId)).toEqual(["audit_entry.actor_id"]);
  const notices = await all`select state, failure from notice where person_id = ${citizen.personId}
    and kind = 'pin_changed'`;
  expect([...notices]).toEqual([{ state: "dropped", failure: "erased" }]);
});

test("another's chat stays as it is", async () => {
  const [mine, other] = [await registered(at.world.ports), await registered(at.world.ports)];
  await layChat(other);
  await erase(mine);
  const chats = await all`select state from chat where line_user_id = ${other.lineUserId}`;
  expect([...chats]).toEqual([{ state: { asked: null, misses: 1 } }]);
  const [told] = await all`select state from notice where line_user_id = ${other.lineUserId}
    and kind = 'pin_changed'`;
  expect(told).toEqual({ state: "waiting" });
});

test("ID pictures of an erased person, sent or not, are gone from rows and files; another's stay", async () => {
  const [sent, begun, other] = [await at.citizen(), await at.citizen(), await at.citizen()];
  await at.sent(sent);
  await at.kept(begun, ["card_front"]);
  await at.sent(other);
  const keysOf = async ({ personId }: Citizen) => {
    const rows = await all<
      { key: string }[]
    >`select file_key as key from id_picture where person_id = ${personId}`;
    return rows.map(({ key }) => key);
  };
  const [mine, theirs] = [[...(await keysOf(sent)), ...(await keysOf(begun))], await keysOf(other)];
  expect([mine.length, theirs.length]).toEqual([4, 3]);
  for (const citizen of [sent, begun]) await erase(citizen);
  await endFiles(at.world.ports, job);
  const lies = (keys: readonly string[]) => keys.map((key) => at.files.kept.has(key));
  expect(lies(mine)).toEqual([false, false, false, false]);
  expect(lies(theirs)).toEqual([true, true, true]);
  expect([await keysOf(sent), await keysOf(begun)]).toEqual([[], []]);
  const waiting = await all`select 1 from id_check where person_id = ${sent.personId}`;
  expect(waiting).toHaveLength(0);
  expect(await keysOf(other)).toHaveLength(3);
});

test("a store of files that refuses is asked again until the bytes are gone", async () => {
  const citizen = await at.citizen();
  await at.kept(citizen, ["card_front"]);
  const [row] = await all<{ key: string }[]>`
    select file_key as key from id_picture where person_id = ${citizen.personId}`;
  await erase(citizen);
  const { ports } = at.world;
  const broken = { ...at.files, delete: () => Promise.reject(new Error("away")) };
  await endFiles({ ...ports, files: broken, log: { ...ports.log, error: () => {} } }, job);
  expect(at.files.kept.has(row?.key ?? "")).toBe(true);
  await endFiles(ports, job);
  expect(at.files.kept.has(row?.key ?? "")).toBe(false);
});
