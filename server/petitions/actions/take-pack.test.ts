import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, type Town } from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { packFileFormat, packLimits, writePackFile, type PackSigner } from "../pack-file.ts";
import { servicePacks } from "../packs/index.ts";
import type { ServicePack } from "../service-pack.ts";
import { bringPack, seeImport } from "./bring-pack.ts";
import { closeUnit, seeUnits } from "./change-units.ts";
import { exportPack } from "./export-pack.ts";
import { publishService } from "./publish-service.ts";
import { seeMadeService, seeServices } from "./see-services.ts";
import { takePack, type TakePackInput } from "./take-pack.ts";

let world: TestWorld;
let town: Town;
let elsewhere: Town;
beforeAll(async () => {
  world = await testWorld();
  town = await openTown(world.ports);
  elsewhere = await openTown(world.ports);
});
afterAll(() => world.close());

const [pack] = servicePacks as readonly [ServicePack];
const bring = (text: string, actor = town.localAdmin) => bringPack(world.ports, actor, { text });
const take = (from: TakePackInput["from"], more: Partial<TakePackInput> = {}, actor = town.localAdmin) =>
  takePack(world.ports, actor, {
    ...{ from, as: "service", signerAccepted: false, requestKey: world.ports.random.uuid() },
    ...more,
  });
/** Somebody else's deployment. */
async function foreignSigner(): Promise<PackSigner> {
  const ecdsa = { name: "ECDSA", namedCurve: "P-256" };
  const pair = await crypto.subtle.generateKey(ecdsa, true, ["sign", "verify"]);
  const { x = "", y = "" } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  const signed = { ...ecdsa, hash: "SHA-256" };
  const sign = async (message: Uint8Array<ArrayBuffer>) =>
    new Uint8Array(await crypto.subtle.sign(signed, pair.privateKey, message));
  return { key: { x, y }, sign };
}

test("a service of the gallery becomes a draft with its category, unit, examples and notes, and is published", async () => {
  const { ports } = world;
  const requestKey = ports.random.uuid();
  const from = { slug: pack.slug };
  const [one, other] = [await granted(take(from, { requestKey })), await granted(take(from, { requestKey }))];
  expect(one).toEqual(other);
  const made = await granted(seeMadeService(ports, town.localAdmin, one));
  expect(made).toMatchObject({ slug: pack.slug, version: null, definition: pack.definition });
  expect(made.draft?.notes).toEqual(pack.notes);
  expect(made.examples).toHaveLength(pack.examples.length);
  expect(made.unitId).not.toBeNull();
  const seen = made.draft?.revision ?? -1;
  await granted(publishService(ports, town.localAdmin, { ...one, seen }));
  const second = await granted(take(from));
  const { slug } = await granted(seeMadeService(ports, town.localAdmin, second));
  expect(slug).toBe(`${pack.slug}-2`);
});

test("a pack whose unit is closed here comes with none", async () => {
  const { ports } = world;
  const admin = (await openTown(ports)).localAdmin;
  const { units } = await seeUnits(ports, admin);
  const unitId = units.find(({ nameTh }) => nameTh === pack.unit?.th)?.id ?? "";
  await granted(closeUnit(ports, admin, { unitId, closed: true }));
  const taken = await granted(take({ slug: pack.slug }, {}, admin));
  expect((await granted(seeMadeService(ports, admin, taken))).unitId).toBeNull();
});

test("a pack goes from town to town: written, brought, looked at, taken in", async () => {
  const { ports } = world;
  const { services } = await seeServices(ports, town.localAdmin);
  const serviceId = services.find(({ version }) => version !== null)?.id ?? "";
  const { text } = await granted(exportPack(ports, town.localAdmin, { serviceId }));
  const brought = await granted(bring(text, elsewhere.localAdmin));
  const { seal, pack: read } = await granted(seeImport(ports, elsewhere.localAdmin, brought));
  expect(seal).toMatchObject({ isKnown: true });
  expect(seal?.fingerprint).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/);
  expect(read.definition).toEqual(pack.definition);
  expect(read.examples).toEqual(pack.examples);
  const taken = await granted(take(brought, {}, elsewhere.localAdmin));
  expect((await granted(seeMadeService(ports, elsewhere.localAdmin, taken))).slug).toBe(pack.slug);
  expect((await refusal(seeImport(ports, town.localAdmin, brought))).kind).toBe("pack_missing");
  expect((await refusal(take(brought))).kind).toBe("pack_missing");
});

test("a pack of a key we do not know, or of no key, needs somebody's yes", async () => {
  const foreign = await granted(bring(await writePackFile(await foreignSigner(), "เทศบาลอื่น", pack)));
  const unsigned = await granted(bring(JSON.stringify({ format: packFileFormat, pack })));
  for (const brought of [foreign, unsigned]) {
    expect((await refusal(take(brought))).kind).toBe("signer_not_accepted");
    await granted(take(brought, { signerAccepted: true }));
  }
  const { seal } = await granted(seeImport(world.ports, town.localAdmin, foreign));
  expect(seal).toMatchObject({ name: "เทศบาลอื่น", isKnown: false });
});

test("a pack changed after it was signed is refused, by one letter, by its signer, by its signature", async () => {
  const text = await writePackFile(await foreignSigner(), "เทศบาลอื่น", pack);
  const file = JSON.parse(text) as Record<string, unknown>;
  const forged = [
    text.replace(pack.definition.name.th, `${pack.definition.name.th}!`),
    text.replace("เทศบาลอื่น", "เทศบาลเรา"),
    JSON.stringify({ ...file, signature: undefined }),
    JSON.stringify({ ...file, signature: "AAAA" }),
    JSON.stringify({ ...file, signer: { name: "x", key: { x: "AA", y: "AA" } } }),
    JSON.stringify({ ...file, more: 1 }),
  ];
  for (const each of forged) expect((await refusal(bring(each))).kind).toBe("pack_forged");
  await granted(bring(JSON.stringify(file)));
});

test("what is no pack, too large, too deep or wrong inside is refused", async () => {
  const file = (inner: unknown) => JSON.stringify({ format: packFileFormat, pack: inner });
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const kinds: readonly (readonly [string, string])[] = [
    ["pack_shape", "no json"],
    ["pack_shape", "null"],
    ["pack_shape", JSON.stringify({ format: "pratu-service-pack/9" })],
    ["pack_shape", `{"format":"${packFileFormat}","pack":${deep}}`],
    ["pack_large", file("ก".repeat(packLimits.bytes / 3 + 1))],
    ["pack_wrong", file({})],
    ["pack_wrong", file({ ...pack, slug: "../etc" })],
    ["pack_wrong", file({ ...pack, script: "x" })],
  ];
  for (const [kind, text] of kinds) expect([kind, (await refusal(bring(text))).kind]).toEqual([kind, kind]);
  const twice = {
    ...pack.definition.form,
    fields: [...pack.definition.form.fields, ...pack.definition.form.fields],
  };
  const wrong = await refusal(bring(file({ ...pack, definition: { ...pack.definition, form: twice } })));
  expect(wrong).toMatchObject({ kind: "pack_wrong" });
  if (wrong.kind === "pack_wrong") expect(wrong.faults).toContain("problem key_taken");
});

test("a pack becomes the next draft of the service at its slug, and no second draft", async () => {
  const { ports } = world;
  const { serviceId } = await granted(take({ slug: pack.slug }, { as: "draft" }));
  const made = await granted(seeMadeService(ports, town.localAdmin, { serviceId }));
  expect([made.slug, made.version, made.shownVersion]).toEqual([pack.slug, 1, 2]);
  expect((await refusal(take({ slug: pack.slug }, { as: "draft" }))).kind).toBe("draft_there");
});
