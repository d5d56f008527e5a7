import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { writePackFile } from "../pack-file.ts";
import { packFormat, type ServicePack } from "../service-pack.ts";
import { findTownOfAgency, listCategories } from "../store/catalogue.ts";
import { findCompany, findDraft } from "../store/service-making.ts";
import { findService, findVersion } from "../store/service.ts";
import { listUnits } from "../store/unit.ts";

/**
 * A service as one signed file: what is in use, or the draft of one that never was, with its category, unit and
 * examples and notes, in the name of the agency and by the key of this deployment. Refuses a service of nobody's.
 */
export async function exportPack(
  ports: Ports,
  actor: Staff,
  { serviceId }: { readonly serviceId: string },
): Promise<Result<{ readonly slug: string; readonly text: string }, { readonly kind: "service_missing" }>> {
  if (!isUuid(serviceId)) return refuse({ kind: "service_missing" });
  const read = await readPackOf(ports, actor, serviceId);
  if (read === null) return refuse({ kind: "service_missing" });
  const [key] = ports.keys.codePublicKeys;
  if (!key) throw new Error("a deployment without a key signs no packs");
  const signer = { key, sign: (message: Uint8Array<ArrayBuffer>) => ports.keys.codeSigner.sign(message) };
  const text = await writePackFile(signer, read.agencyName, read.pack);
  return ok({ slug: read.pack.slug, text });
}

function readPackOf(
  ports: Ports,
  actor: Staff,
  serviceId: string,
): Promise<{ readonly pack: ServicePack; readonly agencyName: string } | null> {
  const { agencyId } = actor;
  return ports.db.as(actor, async (tx) => {
    const service = await findService(tx, agencyId, serviceId);
    if (service === null) return null;
    const used =
      service.version === null ? null : await findVersion(tx, agencyId, serviceId, service.version);
    const shown = used ?? (await findDraft(tx, agencyId, serviceId));
    if (shown === null) return null;
    const category = (await listCategories(tx, agencyId)).find(({ id }) => id === service.categoryId);
    const unit = (await listUnits(tx, agencyId)).find(({ id }) => id === service.unitId);
    const named = (one: { nameTh: string; nameEn: string }) => ({ th: one.nameTh, en: one.nameEn });
    const town = await findTownOfAgency(tx, agencyId);
    await record(ports, tx, { action: "service_pack.written", actor, subjectId: serviceId });
    const { examples, notes } = await findCompany(tx, agencyId, serviceId, shown.version);
    const pack: ServicePack = {
      format: packFormat,
      slug: service.slug,
      category: category ? named(category) : { th: service.slug, en: null },
      unit: unit ? named(unit) : null,
      notes: notes ?? { th: "", en: null },
      definition: shown.definition,
      examples,
    };
    return { pack, agencyName: town?.nameTh ?? "" };
  });
}
