import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townsman, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { endFiles } from "../../privacy/actions/end-files.ts";
import { attachmentKey, attachmentPlace } from "../attachment.ts";
import { takeStep } from "../desk/take-step.ts";
import { findPetition, openContent, type KeptPetition } from "../store/petition.ts";
import { shredPetitions } from "./shred-petitions.ts";

const system = { kind: "system", job: "test" } as const;
const day = 24 * 60 * 60;
let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let citizen: Citizen;
let serviceId: string;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  town = await openTown(world.ports);
  citizen = await townsman(world.ports);
  ({ serviceId } = await town.serviceOf());
  await all`update local_setting set keep_days = 30 where agency_id = ${town.agencyId}`;
});
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(() => world.clock.set(new Date("2026-11-23T09:00:00+07:00")));

async function completed(): Promise<KeptPetition> {
  const petition = await town.filed(citizen, serviceId, {
    place: "ปากซอย",
    spot: { latitude: 15, longitude: 104 },
  });
  for (const more of [{ step: "received" }, { step: "completed", outcome: "granted" }] as const) {
    await world.ports.db.as(town.officer, async (tx) => {
      const found = await findPetition(tx, town.agencyId, petition.id);
      if (!found) throw new Error("no petition");
      await granted(
        takeStep(world.ports, tx, town.officer, { petition: found, seen: found.version, ...more }),
      );
    });
  }
  return petition;
}

const kept = async (petition: KeptPetition) => {
  const found = await world.ports.db.as(system, (tx) => findPetition(tx, town.agencyId, petition.id));
  if (!found) throw new Error("the row of a petition stays");
  return found;
};

/** A file of a petition; answers under which key its bytes lie. */
async function fileOf(of: { petitionId: string }): Promise<string> {
  const { ports } = world;
  const id = ports.random.uuid();
  const dataKey = ports.vault.newDataKey();
  const fileKey = attachmentKey(town.agencyId, id);
  await ports.files.put(
    fileKey,
    ports.vault.sealBytes(dataKey, attachmentPlace(id), new Uint8Array(9)),
    "image/jpeg",
  );
  const sealed = Buffer.from(ports.vault.seal(dataKey, attachmentPlace(id), { name: "a.jpg" }));
  await all`insert into petition_file (agency_id, id, person_id, draft_id, petition_id, media_type, size, data_key,
      sealed, file_key, kept_at)
    values (${town.agencyId}, ${id}, ${citizen.personId}, null, ${of.petitionId}, 'image/jpeg',
      9, ${Buffer.from(dataKey)}, ${sealed}, ${fileKey}, ${ports.clock.now()})`;
  return fileKey;
}

test("a completed petition is destroyed the day after the agency's days are over, not before; its row stays", async () => {
  const petition = await completed();
  const fileKey = await fileOf({ petitionId: petition.id });
  world.clock.pass(30 * day);
  expect(await shredPetitions(world.ports, system)).toBe(0);
  world.clock.pass(day);
  expect(await shredPetitions(world.ports, system)).toBe(1);
  const gone = await kept(petition);
  expect(openContent(world.ports, gone).answers).toEqual({});
  expect(gone).toMatchObject({
    number: petition.number,
    outcome: "granted",
    latitude: null,
    longitude: null,
  });
  expect(await shredPetitions(world.ports, system)).toBe(0);
  expect(await world.ports.files.get(fileKey)).not.toBeNull();
  await endFiles(world.ports, system);
  expect(await world.ports.files.get(fileKey)).toBeNull();
});

test("one that runs is not destroyed, however old it is", async () => {
  const petition = await town.filed(citizen, serviceId, { place: "ปากซอย" });
  world.clock.pass(4000 * day);
  await shredPetitions(world.ports, system);
  expect(openContent(world.ports, await kept(petition)).answers).toEqual({ place: "ปากซอย" });
});

test("the database lets nobody but jobs put another key, and nothing moves what was destroyed", async () => {
  const petition = await completed();
  const key = Buffer.from(world.ports.vault.newDataKey());
  const ofThis = all`agency_id = ${town.agencyId} and id = ${petition.id}`;
  const at = world.clock.now();
  await expect(
    all`update petition set data_key = ${key}, shredded_at = ${at}, version = version + 1 where ${ofThis}`,
  ).rejects.toThrow(/keeps its key/);
  world.clock.pass(40 * day);
  await shredPetitions(world.ports, system);
  await expect(all`update petition set version = version + 1 where ${ofThis}`).rejects.toThrow(
    /never moves again/,
  );
});

test("a file that the store refuses to end comes up again and holds no other up", async () => {
  const petition = await completed();
  const [stubborn, easy] = [
    await fileOf({ petitionId: petition.id }),
    await fileOf({ petitionId: petition.id }),
  ];
  world.clock.pass(40 * day);
  await shredPetitions(world.ports, system);
  const { files } = world.ports;
  const refusing = {
    ...files,
    delete: (key: string) => (key === stubborn ? Promise.reject(new Error("busy")) : files.delete(key)),
  };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  await endFiles({ ...world.ports, files: refusing, log }, system);
  expect([await files.get(easy), (await files.get(stubborn)) === null]).toEqual([null, false]);
  await endFiles(world.ports, system);
  expect(await files.get(stubborn)).toBeNull();
});

test("one that cannot be destroyed is logged and leaves those after it alone", async () => {
  const [bad, good] = [await completed(), await completed()];
  await all.unsafe(`create function refuse_row() returns trigger language plpgsql as $$ begin raise 'bad row'; end $$;
    create trigger refuse_row before update on petition for each row
      when (old.id = '${bad.id}') execute function refuse_row()`);
  world.clock.pass(40 * day);
  const logged: string[] = [];
  const log = { info: () => {}, warn: () => {}, error: (event: string) => void logged.push(event) };
  await shredPetitions({ ...world.ports, log }, system);
  await all.unsafe("drop trigger refuse_row on petition; drop function refuse_row()");
  expect([logged, (await kept(good)).shreddedAt === null]).toEqual([["petition.not_shredded"], false]);
  await shredPetitions(world.ports, system);
  expect((await kept(bad)).shreddedAt).not.toBeNull();
});

test("a licence that ended goes with its petition: nobody's name stays in it or in the public list", async () => {
  const petition = await completed();
  const { ports } = world;
  const [id, dataKey] = [ports.random.uuid(), Buffer.from(ports.vault.newDataKey())];
  await all`insert into issued_document (agency_id, id, person_id, petition_id, media_type, kind, number, title_th,
      title_en, check_code, state, valid_until, is_listed, holder, listed, data_key, sealed, file_key, issued_by,
      issued_at, request_key)
    values (${town.agencyId}, ${id}, ${citizen.personId}, ${petition.id}, 'application/pdf', 'licence', ${id}, 'ใบอนุญาต',
      '', ${id}, 'genuine', '2026-11-25', true, 'ส*** ใ***', ${all.json([{ value: "สมใจ ใจดี" }])}, ${dataKey}, ${dataKey},
      ${`documents/${id}`}, ${town.officer.staffId}, ${ports.clock.now()}, ${id})`;
  world.clock.pass(40 * day);
  await shredPetitions(ports, system);
  const [row] = await all`select holder, listed, is_listed, number from issued_document where id = ${id}`;
  expect(row).toEqual({ holder: "–", listed: null, is_listed: false, number: id });
});
