import type { SystemActor } from "../../server/kernel/actor.ts";
import { addLocalGovernment } from "../../server/petitions/actions/add-local-government.ts";
import { openPack } from "../../server/petitions/actions/open-pack.ts";
import { servicePacks } from "../../server/petitions/packs/index.ts";
import type { Ports } from "../../server/ports.ts";

const actor: SystemActor = { kind: "system", job: "demo" };

/** The demo's local government. */
export const demoTown = {
  nameTh: "เทศบาลตำบลบ้านประตู (จำลอง)",
  nameEn: "Ban Pratu Subdistrict Municipality (simulated)",
  slug: "banpratu",
} as const;

/** The services that are open from the start; the others wait as packs for whoever tries to take one in. */
const opened = new Set(["street-light", "road-damage", "food-shop", "child-grant", "information-request"]);

/** Opens the demo's local government with its services. Run again, it changes nothing. */
export async function openDemoTown(ports: Ports): Promise<string> {
  const added = await addLocalGovernment(ports, actor, demoTown);
  if (!added.ok && added.refusal.kind !== "name_taken")
    throw new Error(`the demo's town was refused: ${added.refusal.kind}`);
  const agencyId = added.ok ? added.value.agencyId : townOf(added.refusal);
  for (const pack of servicePacks.filter(({ slug }) => opened.has(slug))) {
    const open = await openPack(ports, actor, { agencyId, pack });
    if (!open.ok && open.refusal.kind !== "slug_taken")
      throw new Error(`a service of the demo was refused: ${JSON.stringify(open.refusal)}`);
  }
  return agencyId;
}

function townOf(refusal: { readonly kind: string; readonly agencyId?: string }): string {
  if (refusal.agencyId === undefined) throw new Error(`no town: ${refusal.kind}`);
  return refusal.agencyId;
}
