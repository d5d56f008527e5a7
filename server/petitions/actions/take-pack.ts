import { record } from "../../audit/store.ts";
import type { Wording } from "../../forms/field.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { freeSlug } from "../desk/free-slug.ts";
import type { PackSeal } from "../pack-file.ts";
import { servicePacks } from "../packs/index.ts";
import type { ServicePack } from "../service-pack.ts";
import { ensureCategory, ensureUnit } from "../store/open-service.ts";
import { findImport } from "../store/pack-import.ts";
import {
  findServiceOfRequest,
  insertDraft,
  insertService,
  lockCatalogue,
  lockService,
} from "../store/service-making.ts";
import { findServiceOfSlug } from "../store/service.ts";

export type TakePackRefusal =
  | { readonly kind: "pack_missing" }
  /** Nobody we know signed it, and nobody here answered for it. */
  | { readonly kind: "signer_not_accepted" }
  /** The service it would change has a draft already. */
  | { readonly kind: "draft_there" };

export interface TakePackInput {
  /** One that comes with the product, or one that was brought in. */
  readonly from: { readonly slug: string } | { readonly importId: string };
  /** As a service of its own, or as a new draft of the service at its slug. */
  readonly as: "service" | "draft";
  /** The officer says that the sender was asked. */
  readonly signerAccepted: boolean;
  readonly requestKey: string;
}

/**
 * Makes a draft of a pack: of a new service with its category and unit, or of the service that has its slug. Nobody
 * outside sees it before it is published by hand. Sent twice it makes one. Refuses a pack of nobody's, one whose signer
 * is not known while nobody answers for it, and a second draft of one service.
 */
export async function takePack(
  ports: Ports,
  actor: Staff,
  input: TakePackInput,
): Promise<Result<{ readonly serviceId: string }, TakePackRefusal>> {
  const { agencyId, staffId } = actor;
  return ports.db.as(actor, async (tx) => {
    await lockCatalogue(tx, agencyId);
    const there = await findServiceOfRequest(tx, agencyId, input.requestKey);
    if (there !== null) return ok({ serviceId: there });
    const kept = await packOf(tx, agencyId, input.from);
    if (kept === null) return refuse({ kind: "pack_missing" });
    const { pack, seal, isBuiltIn } = kept;
    if (!isBuiltIn && !seal?.isKnown && !input.signerAccepted) return refuse({ kind: "signer_not_accepted" });
    const old = input.as === "draft" ? await findServiceOfSlug(tx, agencyId, pack.slug) : null;
    const serviceId = old?.id ?? (await newService(ports, tx, agencyId, pack, input.requestKey));
    await lockService(tx, agencyId, serviceId);
    const { definition, examples, notes } = pack;
    const draft = { definition, examples, notes, madeBy: staffId, madeAt: ports.clock.now() };
    if (!(await insertDraft(tx, { agencyId, serviceId, ...draft }))) return refuse({ kind: "draft_there" });
    const signer = isBuiltIn ? "built_in" : (seal?.fingerprint ?? null);
    const refs = { pack: pack.slug, signer, accepted: input.signerAccepted };
    await record(ports, tx, { action: "service_pack.taken", actor, subjectId: serviceId, refs });
    return ok({ serviceId });
  });
}

interface FoundPack {
  readonly pack: ServicePack;
  readonly seal: PackSeal | null;
  readonly isBuiltIn: boolean;
}

async function packOf(tx: Tx, agencyId: string, from: TakePackInput["from"]): Promise<FoundPack | null> {
  if ("slug" in from) {
    const pack = servicePacks.find(({ slug }) => slug === from.slug);
    return pack ? { pack, seal: null, isBuiltIn: true } : null;
  }
  const kept = isUuid(from.importId) ? await findImport(tx, agencyId, from.importId) : null;
  return kept && { ...kept, isBuiltIn: false };
}

async function newService(
  ports: Ports,
  tx: Tx,
  agencyId: string,
  pack: ServicePack,
  requestKey: string,
): Promise<string> {
  const named = ({ th, en }: Wording) => ({ id: ports.random.uuid(), nameTh: th, nameEn: en ?? th });
  const id = ports.random.uuid();
  await insertService(tx, {
    id,
    agencyId,
    categoryId: await ensureCategory(tx, agencyId, named(pack.category)),
    unitId: pack.unit && (await ensureUnit(tx, agencyId, named(pack.unit))),
    slug: await freeSlug(tx, agencyId, pack.slug),
    requestKey,
    madeAt: ports.clock.now(),
  });
  return id;
}
