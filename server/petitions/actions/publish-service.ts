import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { unnamedLabels } from "../../words/services/unnamed.ts";
import { definitionFaults, type DefinitionFault } from "../definition-faults.ts";
import { readDefinition, type DefinitionRefusal } from "../definition-schema.ts";
import { lockSeenDraft, type DraftRefusal } from "../desk/draft-seen.ts";
import { changeService, lockCatalogue, lockService, publishDraft } from "../store/service-making.ts";
import { findService } from "../store/service.ts";
import { findOpenUnit } from "../store/unit.ts";
import type { SeenDraft } from "../draft-change.ts";
import { unfitExamples, type UnfitExample } from "../pack-example.ts";

export type PublishRefusal =
  | DraftRefusal
  /** Every place that is wrong, by the page it stands on. */
  | { readonly kind: "draft_wrong"; readonly faults: readonly DefinitionFault[] }
  /** Wrong in a way the builder cannot make. */
  | { readonly kind: "definition_refused"; readonly refusal: DefinitionRefusal }
  /** Examples the form no longer judges as it should, which nobody answered for. */
  | { readonly kind: "examples_unfit"; readonly examples: readonly UnfitExample[] };

export interface PublishInput extends SeenDraft {
  /** The officer saw which examples no longer fit, and publishes all the same. */
  readonly despiteExamples?: boolean;
}

/**
 * Puts a draft in use: from now on new petitions begin with it, while those that run keep the version they began with.
 * Refuses a draft that was changed since it was looked at, tells every fault at its place, and does not pass over
 * examples that no longer fit unless it is told to.
 */
export async function publishService(
  ports: Ports,
  actor: Staff,
  input: PublishInput,
): Promise<Result<{ readonly version: number }, PublishRefusal>> {
  const { agencyId } = actor;
  const { serviceId } = input;
  return ports.db.as(actor, async (tx) => {
    if (isUuid(serviceId)) await lockService(tx, agencyId, serviceId);
    const draft = await lockSeenDraft(tx, agencyId, input);
    if (!draft.ok) return draft;
    const { definition, version } = draft.value;
    const now = ports.clock.now();
    const faults = definitionFaults(definition, unnamedLabels);
    if (faults.length > 0) return refuse({ kind: "draft_wrong", faults });
    const read = readDefinition(definition);
    if (!read.ok) return refuse({ kind: "definition_refused", refusal: read.refusal });
    const unfit = unfitExamples(definition.form, draft.value.examples, now);
    if (unfit.length > 0 && !input.despiteExamples)
      return refuse({ kind: "examples_unfit", examples: unfit });
    await publishDraft(tx, agencyId, serviceId, { version, at: now });
    const refs = { version, unfitExamples: unfit.length };
    await record(ports, tx, { action: "service_version.published", actor, subjectId: serviceId, refs });
    return ok({ version });
  });
}

export type CloseServiceRefusal =
  | { readonly kind: "service_missing" }
  /** Opened again, its petitions would go to a unit that was closed meanwhile: another one is chosen first. */
  | { readonly kind: "unit_closed" };

/**
 * Closes a service to new petitions, or opens it again; those that run go on. Refuses a service of nobody's, and to open
 * one whose unit is closed.
 */
export async function closeService(
  ports: Ports,
  actor: Staff,
  { serviceId, closed }: { readonly serviceId: string; readonly closed: boolean },
): Promise<Result<undefined, CloseServiceRefusal>> {
  const { agencyId } = actor;
  if (!isUuid(serviceId)) return refuse({ kind: "service_missing" });
  return ports.db.as(actor, async (tx) => {
    await lockCatalogue(tx, agencyId);
    if (!(await lockService(tx, agencyId, serviceId))) return refuse({ kind: "service_missing" });
    const unitId = (await findService(tx, agencyId, serviceId))?.unitId ?? null;
    if (!closed && unitId !== null && !(await findOpenUnit(tx, agencyId, unitId)))
      return refuse({ kind: "unit_closed" });
    await changeService(tx, agencyId, serviceId, { closedAt: closed ? ports.clock.now() : null });
    const action = closed ? "service.closed" : "service.reopened";
    await record(ports, tx, { action, actor, subjectId: serviceId });
    return ok();
  });
}
