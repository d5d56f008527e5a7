import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { lockSeenDraft, type DraftRefusal } from "../desk/draft-seen.ts";
import { applyChange, type DraftChange, type DraftChangeRefusal, type SeenDraft } from "../draft-change.ts";
import { saveDraftStep } from "../store/service-making.ts";

/**
 * Takes one step of an officer in the builder and saves it, with what was before it. Refuses a draft that somebody else
 * changed meanwhile, and a step that is wrong in itself; a draft as a whole may be unfinished until it is published.
 */
export async function changeDraft(
  ports: Ports,
  actor: Staff,
  input: SeenDraft & { readonly change: DraftChange },
): Promise<Result<{ readonly key: string | null }, DraftRefusal | DraftChangeRefusal>> {
  const { agencyId, staffId } = actor;
  const { serviceId, change } = input;
  return ports.db.as(actor, async (tx) => {
    const draft = await lockSeenDraft(tx, agencyId, input);
    if (!draft.ok) return draft;
    const { definition: before, examples, version } = draft.value;
    const changed = applyChange(before, change);
    if (!changed.ok) return changed;
    const { definition, key } = changed.value;
    const step = { definition, before, examples, by: staffId, at: ports.clock.now() };
    await saveDraftStep(tx, agencyId, serviceId, step);
    const refs = { version, change: change.kind, at: "key" in change ? change.key : key };
    await record(ports, tx, { action: "service_version.changed", actor, subjectId: serviceId, refs });
    return ok({ key });
  });
}

/**
 * Takes the last step of a draft back; done again it brings that step again. Refuses a draft that was changed meanwhile,
 * and one of which nothing can be taken back.
 */
export async function undoDraft(
  ports: Ports,
  actor: Staff,
  input: SeenDraft,
): Promise<Result<undefined, DraftRefusal | { readonly kind: "nothing_to_undo" }>> {
  const { agencyId, staffId } = actor;
  return ports.db.as(actor, async (tx) => {
    const draft = await lockSeenDraft(tx, agencyId, input);
    if (!draft.ok) return draft;
    const { definition, before, examples, version } = draft.value;
    if (before === null) return refuse({ kind: "nothing_to_undo" });
    const step = { definition: before, before: definition, examples, by: staffId, at: ports.clock.now() };
    await saveDraftStep(tx, agencyId, input.serviceId, step);
    const refs = { version, change: "undone" };
    await record(ports, tx, { action: "service_version.changed", actor, subjectId: input.serviceId, refs });
    return ok();
  });
}
