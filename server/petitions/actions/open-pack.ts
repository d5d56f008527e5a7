import { record } from "../../audit/store.ts";
import type { Wording } from "../../forms/field.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { readDefinition, type DefinitionRefusal } from "../definition-schema.ts";
import type { ServicePack } from "../service-pack.ts";
import { ensureCategory, ensureUnit, insertOpenService } from "../store/open-service.ts";
import { lockCatalogue } from "../store/service-making.ts";
import { findServiceOfSlug } from "../store/service.ts";

/**
 * Opens a service of a pack at an agency, in use at once, with its category, unit, examples and notes: how an administrator starts a town
 * (a town's own people take a pack in as a draft and publish it). Refuses a definition that is wrong, and a slug that is
 * there.
 */
export async function openPack(
  ports: Ports,
  actor: SystemActor,
  input: { readonly agencyId: string; readonly pack: ServicePack },
): Promise<Result<{ readonly serviceId: string }, DefinitionRefusal | { readonly kind: "slug_taken" }>> {
  const { agencyId, pack } = input;
  const read = readDefinition(pack.definition);
  if (!read.ok) return read;
  return ports.db.as(actor, async (tx) => {
    await lockCatalogue(tx, agencyId);
    if (await findServiceOfSlug(tx, agencyId, pack.slug)) return refuse({ kind: "slug_taken" });
    const id = ports.random.uuid();
    const named = (words: Wording) => ({
      id: ports.random.uuid(),
      nameTh: words.th,
      nameEn: words.en ?? words.th,
    });
    await insertOpenService(tx, {
      agencyId,
      id,
      categoryId: await ensureCategory(tx, agencyId, named(pack.category)),
      unitId: pack.unit && (await ensureUnit(tx, agencyId, named(pack.unit))),
      slug: pack.slug,
      definition: read.value,
      examples: pack.examples,
      notes: pack.notes.th === "" ? null : pack.notes,
      now: ports.clock.now(),
    });
    await record(ports, tx, {
      action: "service.opened",
      actor,
      agencyId,
      subjectId: id,
      refs: { slug: pack.slug },
    });
    return ok({ serviceId: id });
  });
}
