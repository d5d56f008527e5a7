import { listStaffNames } from "../../agencies/store/staff-names.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { Category } from "../catalogue.ts";
import { stepBetween } from "../definition-step.ts";
import type { MadeService, MadeVersion, ServiceLine } from "../service-making.ts";
import { listCategories } from "../store/catalogue.ts";
import { listServiceLines } from "../store/service-list.ts";
import { findCompany, findDraft, listVersions } from "../store/service-making.ts";
import { findService, findVersion } from "../store/service.ts";
import { listUnits } from "../store/unit.ts";

export interface SeenServices {
  readonly categories: readonly Category[];
  readonly services: readonly ServiceLine[];
  readonly units: readonly { readonly id: string; readonly nameTh: string; readonly nameEn: string }[];
}

/** Every service of the actor's agency with its categories and the units that work. */
export async function seeServices(ports: Ports, actor: Staff): Promise<SeenServices> {
  const { agencyId } = actor;
  return ports.db.as(actor, async (tx) => ({
    categories: await listCategories(tx, agencyId),
    services: await listServiceLines(tx, agencyId),
    units: (await listUnits(tx, agencyId)).filter(({ closedAt }) => closedAt === null),
  }));
}

/** A service as it is made: its draft, or what is in use. Refuses one of nobody's. */
export async function seeMadeService(
  ports: Ports,
  actor: Staff,
  { serviceId }: { readonly serviceId: string },
): Promise<Result<MadeService, { readonly kind: "service_missing" }>> {
  const { agencyId } = actor;
  if (!isUuid(serviceId)) return refuse({ kind: "service_missing" });
  return ports.db.as(actor, async (tx) => {
    const service = await findService(tx, agencyId, serviceId);
    if (service === null) return refuse({ kind: "service_missing" });
    const draft = await findDraft(tx, agencyId, serviceId);
    const used =
      service.version === null ? null : await findVersion(tx, agencyId, serviceId, service.version);
    const shown = draft ?? used;
    if (shown === null) return refuse({ kind: "service_missing" });
    const changer = draft?.changedBy ?? null;
    const names = await listStaffNames(ports, tx, changer === null ? [] : [changer]);
    return ok({
      ...service,
      definition: shown.definition,
      shownVersion: shown.version,
      examples: draft?.examples ?? (await findCompany(tx, agencyId, serviceId, shown.version)).examples,
      draft: draft && {
        revision: draft.revision,
        notes: draft.notes,
        lastStep: draft.before && stepBetween(draft.before, draft.definition),
        changedAt: draft.changedAt,
        changedBy: changer === null ? null : (names.get(changer) ?? null),
      },
      categories: await listCategories(tx, agencyId),
      units: (await listUnits(tx, agencyId)).filter(({ closedAt }) => closedAt === null),
    });
  });
}

/** The versions of a service, the latest first, with who made and changed them. Refuses a service of nobody's. */
export async function seeVersions(
  ports: Ports,
  actor: Staff,
  { serviceId }: { readonly serviceId: string },
): Promise<Result<readonly MadeVersion[], { readonly kind: "service_missing" }>> {
  const { agencyId } = actor;
  if (!isUuid(serviceId)) return refuse({ kind: "service_missing" });
  return ports.db.as(actor, async (tx) => {
    if ((await findService(tx, agencyId, serviceId)) === null) return refuse({ kind: "service_missing" });
    const versions = await listVersions(tx, agencyId, serviceId);
    const ids = versions.flatMap(({ madeBy, changedBy }) => [madeBy, changedBy]).filter((id) => id !== null);
    const names = await listStaffNames(ports, tx, ids);
    return ok(
      versions.map(({ madeBy, changedBy, ...line }) => ({
        ...line,
        madeBy: madeBy && (names.get(madeBy) ?? null),
        changedBy: changedBy && (names.get(changedBy) ?? null),
      })),
    );
  });
}
