import type { Citizen } from "../../server/kernel/actor.ts";
import type { Refusal, Result } from "../../server/kernel/result.ts";
import { openDraft } from "../../server/petitions/actions/open-draft.ts";
import { saveDraft } from "../../server/petitions/actions/save-draft.ts";
import { submitPetition } from "../../server/petitions/actions/submit-petition.ts";
import { foodShopPack } from "../../server/petitions/packs/food-shop.ts";
import { streetLightPack } from "../../server/petitions/packs/street-light.ts";
import type { ServicePack } from "../../server/petitions/service-pack.ts";
import { demoTown } from "../demo/town.ts";
import { layJoined } from "./lay-joined.ts";
import type { BenchCitizen, BenchWorld } from "./world.ts";

/** A page of e-Service on a phone, by the name it is reported under. */
export interface EServicePage {
  readonly name: string;
  readonly path: string;
}

/**
 * The pages of e-Service that a citizen passes, from choosing a town to the petition that was filed. Lays out what they
 * show: somebody who joined, the longest form of the demo with its answers, and a petition.
 */
export async function layEService(world: BenchWorld, who: BenchCitizen): Promise<readonly EServicePage[]> {
  await layJoined(world, who);
  const { channel, seeded } = world;
  const citizen: Citizen = { kind: "citizen", channel, ...who, unlocked: true };
  const form = await filled(world, citizen, foodShopPack);
  const lamp = await filled(world, citizen, streetLightPack);
  const filing = { ...lamp, via: "line", wantsPaper: false } as const;
  const { petitionId } = given(await submitPetition(world.ports, citizen, filing));
  const town = `/liff/e-service/${demoTown.slug}`;
  return [
    { name: "e-service", path: "/liff/e-service" },
    { name: "e-service/catalogue", path: town },
    { name: "e-service/service", path: `${town}/${foodShopPack.slug}` },
    { name: "e-service/form", path: `/liff/drafts/${form.draftId}` },
    { name: "petitions", path: "/liff/petitions" },
    { name: "petitions/one", path: `/liff/petitions/${seeded.town}/${petitionId}` },
  ];
}

/** A draft with the answers of the pack's first example, as they are typed; files are left out. */
async function filled({ ports }: BenchWorld, citizen: Citizen, { slug, examples, definition }: ServicePack) {
  const named = { slug: demoTown.slug, service: slug };
  const { draftId } = given(await openDraft(ports, citizen, named));
  const isFile = (key: string) =>
    definition.form.fields.some((field) => field.key === key && ["files", "photo"].includes(field.type));
  const typed = Object.entries(examples[0]?.answers ?? {}).filter(([key]) => !isFile(key));
  const saved = await saveDraft(ports, citizen, { draftId, seen: 1, answers: Object.fromEntries(typed) });
  return { draftId, seen: given(saved).version };
}

function given<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`what was laid out was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
