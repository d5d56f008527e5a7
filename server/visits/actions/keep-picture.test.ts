import { afterAll, beforeAll, expect, test } from "vitest";
import { drawnPng, exif, withSegment } from "../../../tests/support/drawn-picture.ts";
import { pictureWorld, type PictureWorld } from "../../../tests/support/kept-pictures.ts";
import { layPerson, type LaidPerson } from "../../../tests/support/lay-visits.ts";
import { granted } from "../../../tests/support/people.ts";
import { completeCitizenId } from "../../kernel/citizen-id.ts";
import { cancelDraft } from "./cancel-draft.ts";
import { confirmVisit } from "./confirm-visit.ts";
import { keepPicture } from "./keep-picture.ts";
import { purgePictures } from "./purge-pictures.ts";
import { seeOwnPicture } from "./see-picture.ts";

let at: PictureWorld;
beforeAll(async () => {
  at = await pictureWorld();
});
afterAll(() => at.close());

const keep = (person: Pick<LaidPerson, "citizenId">, bytes: Uint8Array, ports = at.world.ports) =>
  keepPicture(ports, at.clerk, { of: { citizenId: person.citizenId }, bytes });
const fileOf = (id: string) => `pictures/${at.clerk.agencyId}/${id}`;
const rowOf = async (id: string) => (await at.all`select * from visit_picture where id = ${id}`)[0];

test("a picture is kept sealed, without place or device, and only its person's key opens it", async () => {
  const person = await layPerson(at.world.ports);
  const withPlace = withSegment(at.jpeg, 0xe1, exif(1, "N13.7563 E100.5018"));
  const { pictureId } = await granted(keep(person, withPlace));
  const stored = Buffer.from(at.files.kept.get(fileOf(pictureId)) ?? []);
  expect([stored.length > 1_000, stored.includes("JFIF")]).toEqual([true, false]);
  const seen = Buffer.from(await granted(seeOwnPicture(at.world.ports, at.clerk, { pictureId })));
  expect([seen.subarray(0, 2).toString("hex"), seen.includes("N13.7563"), seen.includes("Exif")]).toEqual([
    "ffd8",
    false,
    false,
  ]);
});

test("what is no picture, or too large, small or broken a one, leaves nothing behind", async () => {
  const person = await layPerson(at.world.ports);
  const before = at.files.kept.size;
  const large = drawnPng();
  new DataView(large.buffer, large.byteOffset).setUint32(16, 8_000);
  const text = (value: string) => new TextEncoder().encode(value);
  const given: readonly (readonly [Uint8Array, string])[] = [
    [text("MZ\u0090\0 This program cannot be run in DOS mode"), "picture_unreadable"],
    [text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), "picture_unreadable"],
    [large, "picture_large"],
    [at.jpeg.subarray(0, at.jpeg.length / 2), "picture_broken"],
    [new Uint8Array(3_000_000), "picture_heavy"],
    [drawnPng(300, 200), "picture_small"],
  ];
  for (const [bytes, kind] of given) {
    expect(await keep(person, bytes)).toEqual({ ok: false, refusal: { kind } });
  }
  const nobody = { citizenId: completeCitizenId("880000000001") };
  expect(await keep(nobody, at.jpeg)).toEqual({ ok: false, refusal: { kind: "person_unknown" } });
  const rows = await at.all`select id from visit_picture where person_id = ${person.id}`;
  expect([at.files.kept.size, rows.length]).toEqual([before, 0]);
});

test("a store that fails is told as such, and nothing is shown as kept", async () => {
  const person = await layPerson(at.world.ports);
  const files = { ...at.files, put: () => Promise.reject(new Error("the store is down")) };
  const log = { ...at.world.ports.log, error: () => {} };
  expect(await keep(person, at.jpeg, { ...at.world.ports, files, log })).toEqual({
    ok: false,
    refusal: { kind: "picture_not_kept" },
  });
});

test("the database keeps a confirmed visit's picture from whoever would change or remove it", async () => {
  const person = await layPerson(at.world.ports);
  const pictureId = await at.kept(person);
  await granted(confirmVisit(at.world.ports, at.clerk, await at.drafted(person, pictureId)));
  const refused = [
    at.all`delete from visit_picture where id = ${pictureId}`,
    at.all`update visit_picture set visit_id = null where id = ${pictureId}`,
  ];
  for (const change of refused) await expect(change).rejects.toThrow(/confirmed visit stays/);
  const other = await at.kept(person);
  await expect(at.all`update visit_picture set person_id = ${pictureId} where id = ${other}`).rejects.toThrow(
    /never rewritten/,
  );
});

test("a day later pictures of no visit and of cancelled drafts are gone, file and row, and the others stay", async () => {
  const { ports, clock } = at.world;
  const person = await layPerson(ports);
  const [left, cancelled, drafted] = [await at.kept(person), await at.kept(person), await at.kept(person)];
  await granted(cancelDraft(ports, at.clerk, await at.drafted(person, cancelled)));
  await at.drafted(person, drafted);
  const purge = () => purgePictures(ports, { kind: "system", job: "test" });
  await purge();
  expect(await rowOf(left)).toBeDefined();
  clock.pass(24 * 60 * 60 + 1);
  await purge();
  const there = async (id: string) => [at.files.kept.has(fileOf(id)), (await rowOf(id)) !== undefined];
  expect([await there(left), await there(cancelled), await there(drafted)]).toEqual([
    [false, false],
    [false, false],
    [true, true],
  ]);
});

test("a file that the store does not let go keeps its row, and the others go", async () => {
  const { ports, clock } = at.world;
  const person = await layPerson(ports);
  const [held, other] = [await at.kept(person), await at.kept(person)];
  clock.pass(24 * 60 * 60 + 1);
  const files = {
    ...at.files,
    delete: (key: string) =>
      key === fileOf(held) ? Promise.reject(new Error("the store is down")) : at.files.delete(key),
  };
  const log = { ...ports.log, error: () => {} };
  await purgePictures({ ...ports, files, log }, { kind: "system", job: "test" });
  expect([await rowOf(held), await rowOf(other)]).toEqual([expect.anything(), undefined]);
});
