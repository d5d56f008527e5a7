import { afterAll, beforeAll, expect, test } from "vitest";
import { pictureWorld, type PictureWorld } from "../../../tests/support/kept-pictures.ts";
import { layPerson, type LaidPerson } from "../../../tests/support/lay-visits.ts";
import { granted } from "../../../tests/support/people.ts";
import type { Staff } from "../../kernel/actor.ts";
import { addDays, bangkokDay } from "../../kernel/thai-date.ts";
import type { Hcode } from "../facility.ts";
import type { PictureSearch } from "../picture-search.ts";
import type { ServiceCode } from "../service-code.ts";
import { confirmVisit } from "./confirm-visit.ts";
import { seeOwnPicture, seePicture } from "./see-picture.ts";

let at: PictureWorld;
beforeAll(async () => {
  at = await pictureWorld();
});
afterAll(() => at.close());

const notFound = { ok: false, refusal: { kind: "picture_not_found" } };
const looksAt = async (person: LaidPerson) =>
  at.all`select agency_id, staff_id, what, purpose from look where person_id = ${person.id} and what = 'picture'`;

/** Somebody served by number and picture, and what a registrar types to see the picture. */
async function served(): Promise<{ person: LaidPerson; pictureId: string; asked: PictureSearch }> {
  const person = await layPerson(at.world.ports);
  const pictureId = await at.kept(person);
  const { codes } = await granted(
    confirmVisit(at.world.ports, at.clerk, await at.drafted(person, pictureId)),
  );
  const code = codes[0]?.code ?? ("" as ServiceCode);
  const day = bangkokDay(at.world.clock.now());
  return { person, pictureId, asked: { day, code, hcode: "99901" as Hcode, reason: "ตรวจสอบการเบิกจ่าย" } };
}

test("the clerk who took it sees it until the visit is confirmed, and nobody else does", async () => {
  const { ports } = at.world;
  const person = await layPerson(ports);
  const pictureId = await at.kept(person);
  const see = (by: Staff) => seeOwnPicture(ports, by, { pictureId });
  const saved = await at.drafted(person, pictureId);
  expect((await see(at.clerk)).ok).toBe(true);
  for (const other of [at.colleague, at.stranger, at.registrar]) expect(await see(other)).toEqual(notFound);
  await granted(confirmVisit(ports, at.clerk, saved));
  expect(await see(at.clerk)).toEqual(notFound);
  expect(await seeOwnPicture(ports, at.clerk, { pictureId: "no id" })).toEqual(notFound);
});

test("the registrar of the region opens it with a reason that the person is shown, and an audit entry", async () => {
  const { person, pictureId, asked } = await served();
  const seen = await granted(seePicture(at.world.ports, at.registrar, asked));
  expect(Buffer.from(seen).subarray(0, 2).toString("hex")).toBe("ffd8");
  expect(await looksAt(person)).toEqual([
    {
      agency_id: at.registrar.agencyId,
      staff_id: at.registrar.staffId,
      what: "picture",
      purpose: "ตรวจสอบการเบิกจ่าย",
    },
  ]);
  const entries = await at.all`select actor_id, agency_id from audit_entry
    where action = 'picture.opened' and subject_id = ${pictureId}`;
  expect([...entries]).toEqual([{ actor_id: at.registrar.staffId, agency_id: at.registrar.agencyId }]);
});

test("another region's registrar, another day, facility or code find nothing, and nobody was looked at", async () => {
  const { person, asked } = await served();
  const { ports } = at.world;
  const wrong: readonly (readonly [Staff, PictureSearch])[] = [
    [at.registrarElsewhere, asked],
    [at.registrar, { ...asked, hcode: "99902" as Hcode }],
    [at.registrar, { ...asked, day: addDays(asked.day, -1) }],
    [at.registrar, { ...asked, code: "PP0000000001" as ServiceCode }],
    [at.clerk, asked],
  ];
  for (const [by, search] of wrong) expect(await seePicture(ports, by, search)).toEqual(notFound);
  expect(await looksAt(person)).toHaveLength(0);
});

test("the database answers no picture without a purpose, nor in another agency's name", async () => {
  const { pictureId } = await served();
  const { ports } = at.world;
  const open = (agencyId: string, purpose: string) =>
    at.all.begin(async (sql) => {
      await sql`select set_config('app.agency', ${at.registrar.agencyId}, true),
        set_config('role', 'pratu_registrar', true)`;
      return sql`select * from open_picture(${ports.clock.now().toISOString()}, ${agencyId}, ${at.registrar.staffId},
        ${pictureId}, ${purpose}, ${ports.random.uuid()}, ${ports.random.uuid()})`;
    });
  for (const given of [open(at.registrar.agencyId, ""), open(at.clerk.agencyId, "ตรวจสอบ")]) {
    await expect(given).rejects.toThrow(/in the name of the agency/);
  }
});

test("a file that is gone, and a store that does not answer, are told apart from a picture that never was", async () => {
  const person = await layPerson(at.world.ports);
  const pictureId = await at.kept(person);
  const unavailable = { ok: false, refusal: { kind: "picture_unavailable" } };
  const files = { ...at.files, get: () => Promise.reject(new Error("the store is down")) };
  const ports = { ...at.world.ports, files, log: { ...at.world.ports.log, error: () => {} } };
  expect(await seeOwnPicture(ports, at.clerk, { pictureId })).toEqual(unavailable);
  await at.files.delete(`pictures/${at.clerk.agencyId}/${pictureId}`);
  expect(await seeOwnPicture(at.world.ports, at.clerk, { pictureId })).toEqual(unavailable);
});
