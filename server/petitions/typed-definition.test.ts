import { expect, test } from "vitest";
import { servicePacks } from "./packs/index.ts";
import { shownRules } from "./shown-definition.ts";
import type { ServiceDefinition } from "./service-definition.ts";
import { readRules } from "./typed-definition.ts";

test.each(servicePacks.map(({ slug, definition }) => [slug, definition] as const))(
  "the rules of %s read back from their inputs as they stand",
  (_, definition) => {
    expect(readRules(definition, shownRules(definition))).toEqual({ ok: true, value: definition });
  },
);

test("whether a place is about homes is what was ticked last", () => {
  const [pack] = servicePacks;
  if (!pack) throw new Error("no pack");
  const ticked = (definition: ServiceDefinition, isAboutHomes: boolean): ServiceDefinition => {
    const read = readRules(definition, { ...shownRules(definition), isAboutHomes });
    if (!read.ok) throw new Error(read.refusal.kind);
    return read.value;
  };
  const homes = ticked(pack.definition, true);
  expect([homes, ticked(homes, false)].map(({ isAboutHomes }) => isAboutHomes)).toEqual([true, false]);
});
