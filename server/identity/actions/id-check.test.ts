import { afterAll, beforeAll, expect, test } from "vitest";
import { crossOutSeen, pixelsOfJpeg } from "../../../tests/support/cross-out-seen.ts";
import { exif, drawnJpeg, withSegment } from "../../../tests/support/drawn-picture.ts";
import { idPictureWorld, type IdPictureWorld } from "../../../tests/support/id-pictures.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import { idPicturePlace } from "../id-check.ts";
import { limits } from "../limit.ts";
import { keepIdPicture } from "./keep-id-picture.ts";
import { purgeIdPictures } from "./purge-id-pictures.ts";
import { sendIdCheck } from "./send-id-check.ts";
import { seeOwnIdPicture } from "./see-id-picture.ts";

let at: IdPictureWorld;
let ports: IdPictureWorld["world"]["ports"];
beforeAll(async () => {
  at = await idPictureWorld();
  ({ ports } = at.world);
});
afterAll(() => at.close());

const text = (value: string) => new TextEncoder().encode(value);

test("a file that is no whole picture is refused with what is wrong, and the pictures before it stay", async () => {
  const citizen = await at.citizen();
  await at.kept(citizen, ["card_front"]);
  const refused = (bytes: Uint8Array) =>
    refusal(keepIdPicture(ports, citizen, { slug: at.town.slug, slot: "card_back", bytes }));
  const kinds = [
    [text("%PDF-1.7\n1 0 obj<</JS(app.alert(1))>>"), "picture_unreadable"],
    [text('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), "picture_unreadable"],
    [text("PK\u0003\u0004 a zip"), "picture_unreadable"],
    [new Uint8Array(0), "picture_unreadable"],
    [new Uint8Array(1_500_001), "picture_heavy"],
    [await drawnJpeg(2_001, 300), "picture_large"],
    [await drawnJpeg(300, 239), "picture_small"],
    [at.jpeg.subarray(0, at.jpeg.length - 40), "picture_broken"],
    [Buffer.concat([at.jpeg, text("<script>")]), "picture_broken"],
  ] as const;
  for (const [bytes, kind] of kinds) expect(await refused(bytes)).toEqual({ kind });
  const { pictures } = await at.own(citizen);
  expect(pictures.map(({ slot, pictureId }) => [slot, pictureId !== null])).toEqual([
    ["card_front", true],
    ["card_back", false],
    ["card_with_face", false],
  ]);
});

test("what is kept is crossed out, holds no place and no plain copy, and opens with no other key", async () => {
  const citizen = await at.citizen();
  const bytes = withSegment(at.jpeg, 0xe1, exif(1, "N 13.7563 E 100.5018"));
  const before = new Set(at.files.kept.keys());
  await granted(keepIdPicture(ports, citizen, { slug: at.town.slug, slot: "card_front", bytes }));
  const [key, ...others] = [...at.files.kept.keys()].filter((each) => !before.has(each));
  expect(others).toEqual([]);
  const sealed = Buffer.from(at.files.kept.get(key ?? "") ?? []);
  expect(sealed.includes(Buffer.from(bytes.subarray(0, 24)))).toBe(false);
  const [row] = await at.all`select id, data_key from id_picture where file_key = ${key ?? ""}`;
  const place = idPicturePlace(String(row?.["id"]));
  const opened = Buffer.from(ports.vault.openBytes(row?.["data_key"] as Uint8Array, place, sealed));
  for (const gone of ["Exif", "13.7563"]) expect(opened.includes(gone)).toBe(false);
  const { rules, words, beside } = await crossOutSeen(
    await pixelsOfJpeg(at.jpeg),
    await pixelsOfJpeg(opened),
    (await at.own(citizen)).words,
  );
  for (const rule of rules) expect(rule).toBeGreaterThan(0.9);
  expect(words).toBeGreaterThan(0.2);
  expect(beside).toBeLessThan(0.01);
  const person = await at.personOf(citizen);
  expect(() => ports.vault.openBytes(person.dataKey, place, sealed)).toThrow();
});

test("a picture sent again takes the place of the one before, and its file is gone", async () => {
  const citizen = await at.citizen();
  await at.kept(citizen, ["card_front"]);
  const before = at.files.kept.size;
  const [first] = (await at.own(citizen)).pictures;
  await at.kept(citizen, ["card_front"]);
  const [second] = (await at.own(citizen)).pictures;
  expect(second?.pictureId).not.toBe(first?.pictureId);
  expect(at.files.kept.size).toBe(before);
});

test("the pictures are sent when all of them are there, and five times at once is once", async () => {
  const citizen = await at.citizen();
  await at.kept(citizen, ["card_front", "card_with_face"]);
  expect(await refusal(sendIdCheck(ports, citizen, at.town.slug))).toEqual({
    kind: "id_pictures_missing",
    slots: ["card_back"],
  });
  await at.kept(citizen, ["card_back"]);
  await Promise.all(Array.from({ length: 5 }, () => granted(sendIdCheck(ports, citizen, at.town.slug))));
  const rows = await at.all`select state from id_check where person_id = ${citizen.personId}`;
  expect([...rows]).toEqual([{ state: "waiting" }]);
  const tied =
    await at.all`select 1 from id_picture where person_id = ${citizen.personId} and check_id is not null`;
  expect(tied).toHaveLength(3);
  const input = { slug: at.town.slug, slot: "card_front", bytes: at.jpeg } as const;
  expect(await refusal(keepIdPicture(ports, citizen, input))).toEqual({ kind: "id_check_waiting" });
});

test("a slot the agency does not ask for, a locked session and an unknown agency take no picture", async () => {
  const citizen = await at.citizen();
  const { agencyId, slug } = at.elsewhere;
  await at.all`update local_setting set id_pictures = '{card_with_face}' where agency_id = ${agencyId}`;
  const keep = (more: object, who = citizen) =>
    refusal(keepIdPicture(ports, who, { slug, slot: "card_front", bytes: at.jpeg, ...more }));
  expect(await keep({})).toEqual({ kind: "id_picture_not_asked" });
  expect(await keep({ slug: "nowhere" })).toEqual({ kind: "agency_unknown" });
  expect(await keep({}, { ...citizen, unlocked: false })).toEqual({ kind: "session_locked" });
});

test("so many pictures an hour are taken and no more; those that were kept stay", async () => {
  const citizen = await at.citizen();
  await at.kept(citizen, ["card_front"]);
  await at.all`update limit_count set count = ${limits.idPictures.most}
    where name = ${limits.idPictures.name} and key = ${citizen.personId}`;
  const input = { slug: at.town.slug, slot: "card_front", bytes: at.jpeg } as const;
  expect(await refusal(keepIdPicture(ports, citizen, input))).toEqual({ kind: "id_pictures_too_many" });
  expect((await at.own(citizen)).pictures[0]?.pictureId).not.toBeNull();
});

test("somebody sees their own pictures, and nobody else's", async () => {
  const [citizen, other] = [await at.citizen(), await at.citizen()];
  await at.kept(citizen, ["card_front"]);
  const pictureId = (await at.own(citizen)).pictures[0]?.pictureId ?? "";
  const see = (who: typeof citizen) => seeOwnIdPicture(ports, who, { slug: at.town.slug, pictureId });
  expect([...(await granted(see(citizen))).subarray(0, 2)]).toEqual([0xff, 0xd8]);
  expect(await refusal(see(other))).toEqual({ kind: "picture_not_found" });
  expect(await refusal(see({ ...citizen, unlocked: false }))).toEqual({ kind: "picture_not_found" });
});

test("when the store of files fails nothing of the picture is anywhere, and it can be sent again", async () => {
  const citizen = await at.citizen();
  const broken = { ...at.files, put: () => Promise.reject(new Error("full")) };
  const quiet = { ...ports, files: broken, log: { ...ports.log, error: () => {} } };
  const input = { slug: at.town.slug, slot: "card_front", bytes: at.jpeg } as const;
  expect(await refusal(keepIdPicture(quiet, citizen, input))).toEqual({ kind: "picture_not_kept" });
  expect(await at.all`select 1 from id_picture where person_id = ${citizen.personId}`).toHaveLength(0);
  await granted(keepIdPicture(ports, citizen, input));
});

test("pictures that were not sent are gone after thirty days, their key with them", async () => {
  const citizen = await at.citizen();
  await at.kept(citizen, ["card_front"]);
  const [row] = await at.all`select file_key from id_picture where person_id = ${citizen.personId}`;
  const fileKey = String(row?.["file_key"]);
  const job = { kind: "system", job: "test" } as const;
  await purgeIdPictures(ports, job);
  expect(at.files.kept.has(fileKey)).toBe(true);
  at.world.clock.pass(30 * 24 * 3600 + 1);
  await purgeIdPictures(ports, job);
  expect(at.files.kept.has(fileKey)).toBe(false);
  expect(await at.all`select 1 from id_picture where person_id = ${citizen.personId}`).toHaveLength(0);
});
