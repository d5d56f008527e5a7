import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { deleteDraft, findCompany, insertDraft, lockService } from "../store/service-making.ts";
import { findService, findVersion } from "../store/service.ts";
import { lockSeenDraft, type DraftRefusal } from "../desk/draft-seen.ts";
import type { SeenDraft } from "../draft-change.ts";

/**
 * Opens a draft of what a service has in use; what is in use stays as it is. Two at once open one. Refuses a service of
 * nobody's, and one without a version in use.
 */
export async function beginVersion(
  ports: Ports,
  actor: Staff,
  { serviceId }: { readonly serviceId: string },
): Promise<Result<undefined, { readonly kind: "service_missing" }>> {
  const { agencyId } = actor;
  if (!isUuid(serviceId)) return refuse({ kind: "service_missing" });
  return ports.db.as(actor, async (tx) => {
    await lockService(tx, agencyId, serviceId);
    const service = await findService(tx, agencyId, serviceId);
    if (service?.version == null) return refuse({ kind: "service_missing" });
    const version = await findVersion(tx, agencyId, serviceId, service.version);
    if (version === null) return refuse({ kind: "service_missing" });
    const { examples } = await findCompany(tx, agencyId, serviceId, service.version);
    const made = { definition: version.definition, examples, notes: null };
    const by = { madeBy: actor.staffId, madeAt: ports.clock.now() };
    if (await insertDraft(tx, { agencyId, serviceId, ...made, ...by })) {
      const refs = { from: service.version };
      await record(ports, tx, { action: "service_version.begun", actor, subjectId: serviceId, refs });
    }
    return ok();
  });
}

/** Drops a draft for good; what is in use stays. Refuses one that was changed meanwhile. */
export async function dropDraft(
  ports: Ports,
  actor: Staff,
  input: SeenDraft,
): Promise<Result<undefined, DraftRefusal>> {
  const { agencyId } = actor;
  return ports.db.as(actor, async (tx) => {
    const draft = await lockSeenDraft(tx, agencyId, input);
    if (!draft.ok) return draft;
    await deleteDraft(tx, agencyId, input.serviceId);
    const refs = { version: draft.value.version };
    await record(ports, tx, {
      action: "service_version.dropped",
      actor,
      subjectId: input.serviceId,
      refs,
    });
    return ok();
  });
}
