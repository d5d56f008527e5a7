import { judgeAnswers, type AnswersRefusal } from "../../forms/answers.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { filesIn, type ServiceClosed } from "../draft.ts";
import { counterFormId, listCounterFiles, withKeptFiles } from "../desk/counter-files.ts";
import { filePetition } from "../desk/file-petition.ts";
import type { ToldAtCounter } from "../petition-content.ts";
import type { ServiceDefinition } from "../service-definition.ts";
import { tieAttachments } from "../store/attachment.ts";
import { findPetitionOfRequest } from "../store/petition.ts";
import { listServiceNames, type NamedService } from "../store/service-names.ts";
import { findService, findVersion, type KeptService } from "../store/service.ts";

/** A service as it is filled at the counter. */
export interface CounterForm {
  readonly service: KeptService;
  readonly version: number;
  readonly definition: ServiceDefinition;
}

export type CounterFilingRefusal =
  | ServiceClosed
  | AnswersRefusal
  /** A new version was published since the form was opened: it is shown anew, with what was typed. */
  | { readonly kind: "form_changed" };

export type CounterServices = readonly Pick<NamedService, "id" | "name">[];

/** The services a petition can be filed for at the officer's agency now, by name. */
export async function seeCounterServices(ports: Ports, actor: Staff): Promise<CounterServices> {
  const services = await ports.db.as(actor, (tx) => listServiceNames(tx, actor.agencyId));
  return services.filter(({ isClosed }) => !isClosed);
}

/** The form of a service of the officer's agency as it is offered now. Refuses one that is not. */
export async function seeCounterForm(
  ports: Ports,
  actor: Staff,
  serviceId: string,
): Promise<Result<CounterForm, ServiceClosed>> {
  const found = isUuid(serviceId) ? await ports.db.as(actor, (tx) => offered(tx, actor, serviceId)) : null;
  return found === null ? refuse({ kind: "service_closed" }) : ok(found);
}

/**
 * Files a petition for somebody who came to the counter (E5.5): the same form, judged the same, marked as filed by this
 * officer, and told to the citizen. Who the person is the officer saw, so the service's rung of assurance is not asked.
 * Its files are those of `keepCounterFiles` that the answers name. The same request again makes no second one.
 * Refuses a service that is offered no more, a form that changed, and answers that are wrong.
 */
export async function fileAtCounter(
  ports: Ports,
  actor: Staff,
  input: {
    readonly serviceId: string;
    readonly version: number;
    readonly personId: string;
    /** What was told of the person beside. */
    readonly told: ToldAtCounter;
    readonly answers: Readonly<Record<string, unknown>>;
    readonly wantsPaper: boolean;
    readonly requestKey: string;
  },
): Promise<Result<{ readonly petitionId: string }, CounterFilingRefusal>> {
  const found = await seeCounterForm(ports, actor, input.serviceId);
  if (!found.ok) return found;
  const before = await filedBefore(ports, actor, input);
  if (before !== null) return ok(before);
  if (found.value.version !== input.version) return refuse({ kind: "form_changed" });
  const { service, version, definition } = found.value;
  const { personId, told, wantsPaper, requestKey } = input;
  const kept = await ports.db.as(actor, (tx) => listCounterFiles(ports, tx, actor, input));
  const judged = judgeAnswers(
    definition.form,
    withKeptFiles(definition.form, input.answers, kept),
    ports.clock.now(),
  );
  if (!judged.ok) return judged;
  const answers = judged.value.accepted;
  const filing = { personId, told, service, version, definition, answers, wantsPaper, requestKey };
  try {
    const petitionId = await ports.db.as(actor, async (tx) => {
      const petition = await filePetition(ports, tx, actor, { ...filing, via: "counter" });
      const ids = [...new Set(filesIn(definition.form, answers).map(({ id }) => id))];
      const of = { personId, draftId: counterFormId(actor, input) };
      if ((await tieAttachments(tx, of, ids, petition.id)) !== ids.length) {
        throw new Error("a file of a counter form that was there is not");
      }
      return petition.id;
    });
    return ok({ petitionId });
  } catch (error) {
    // Sent twice at once: the other one was first.
    const twin = await filedBefore(ports, actor, input);
    if (twin === null) throw error;
    return ok(twin);
  }
}

async function offered(tx: Tx, { agencyId }: Staff, serviceId: string): Promise<CounterForm | null> {
  const service = await findService(tx, agencyId, serviceId);
  if (!service || service.version === null || service.closedAt !== null) return null;
  const version = await findVersion(tx, agencyId, serviceId, service.version);
  return version && { service, version: version.version, definition: version.definition };
}

async function filedBefore(
  ports: Ports,
  actor: Staff,
  { personId, requestKey }: { readonly personId: string; readonly requestKey: string },
): Promise<{ readonly petitionId: string } | null> {
  const there = await ports.db.as(actor, (tx) => findPetitionOfRequest(tx, personId, requestKey));
  return there && { petitionId: there.id };
}
