import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import type { ServiceClosed } from "../draft.ts";
import { findTown } from "../store/catalogue.ts";
import { findOpenDraft, insertDraft } from "../store/draft.ts";
import { findServiceOfSlug } from "../store/service.ts";

/**
 * Begins a draft of a service, or answers the one the citizen has open already: there is one for each person and
 * service, however often and wherever it is begun. Refuses a service that is not offered.
 */
export async function openDraft(
  ports: Ports,
  actor: Citizen,
  named: { readonly slug: string; readonly service: string },
): Promise<Result<{ readonly draftId: string }, ServiceClosed>> {
  const { personId } = actor;
  return ports.db.as(actor, async (tx) => {
    const town = await findTown(tx, named.slug);
    const service = town && (await findServiceOfSlug(tx, town.agencyId, named.service));
    if (!service || service.version === null || service.closedAt !== null)
      return refuse({ kind: "service_closed" });
    const of = { personId, agencyId: service.agencyId, serviceId: service.id };
    const there = await findOpenDraft(tx, of);
    if (there) return ok({ draftId: there.id });
    const id = ports.random.uuid();
    const content = { answers: {}, news: null };
    const made = { ...of, id, serviceVersion: service.version, content, now: ports.clock.now() };
    if (await insertDraft(ports, tx, made)) {
      await record(ports, tx, {
        action: "petition_draft.opened",
        actor,
        agencyId: of.agencyId,
        subjectId: id,
      });
      return ok({ draftId: id });
    }
    const other = await findOpenDraft(tx, of);
    if (!other) throw new Error("a draft that stood in the way is not there");
    return ok({ draftId: other.id });
  });
}
