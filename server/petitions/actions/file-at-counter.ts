import { judgeAnswers, type AnswersRefusal } from "../../forms/answers.ts";
import { textsAt } from "../../forms/typed-value.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { AttachmentRefusal } from "../attachment.ts";
import { barePath, fileFieldOf, filesIn, withAt, type ServiceClosed } from "../draft.ts";
import { filePetition } from "../desk/file-petition.ts";
import { dropFile, putOwnFile } from "../desk/keep-own-file.ts";
import type { ToldAtCounter } from "../petition-content.ts";
import type { SentFile } from "../sent-file.ts";
import type { ServiceDefinition } from "../service-definition.ts";
import { insertDeskFile } from "../store/desk-file.ts";
import type { NewPetitionFile } from "../store/own-file.ts";
import { findPetitionOfRequest } from "../store/petition.ts";
import { listServiceNames, type NamedService } from "../store/service-names.ts";
import { findService, findVersion, type KeptService } from "../store/service.ts";

/** A service as it is filled at the counter. */
export interface CounterForm {
  readonly service: KeptService;
  readonly version: number;
  readonly definition: ServiceDefinition;
}

/** A file that came with the form, and where in it. */
export interface CounterFile extends SentFile {
  readonly path: string;
}

export type CounterFilingRefusal =
  | ServiceClosed
  | AnswersRefusal
  /** A new version was published since the form was opened: it is shown anew, with what was typed. */
  | { readonly kind: "form_changed" }
  | {
      readonly kind: "file_refused";
      readonly path: string;
      readonly name: string;
      readonly why: AttachmentRefusal;
    };

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
 * The same request again makes no second one. Refuses a service that is offered no more, a form that changed, answers
 * that are wrong, and files that may not be attached; then no file is kept.
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
    readonly files: readonly CounterFile[];
    readonly wantsPaper: boolean;
    readonly requestKey: string;
  },
): Promise<Result<{ readonly petitionId: string }, CounterFilingRefusal>> {
  const found = await seeCounterForm(ports, actor, input.serviceId);
  if (!found.ok) return found;
  const before = await filedBefore(ports, actor, input);
  if (before !== null) return ok(before);
  if (found.value.version !== input.version) return refuse({ kind: "form_changed" });
  const put = await putFiles(ports, actor, found.value, input);
  if (!put.ok) return put;
  const { kept, answers } = put.value;
  const judged = judgeAnswers(found.value.definition.form, answers, ports.clock.now());
  if (!judged.ok) {
    await dropAll(ports, kept);
    return judged;
  }
  const { service, version, definition } = found.value;
  const { accepted } = judged.value;
  const { personId, told, wantsPaper, requestKey } = input;
  const filing = { personId, told, service, version, definition, answers: accepted, wantsPaper, requestKey };
  try {
    const petitionId = await ports.db.as(actor, async (tx) => {
      const petition = await filePetition(ports, tx, actor, { ...filing, via: "counter" });
      const inUse = filesIn(definition.form, accepted);
      for (const { id, key } of inUse) {
        const file = kept.find((each) => each.id === id);
        if (file) await insertDeskFile(ports, tx, petition, { ...file, field: key }, ports.clock.now());
      }
      return petition.id;
    });
    return ok({ petitionId });
  } catch (error) {
    // Sent twice at once: the other one was first.
    await dropAll(ports, kept);
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

interface PutFiles {
  readonly kept: readonly NewPetitionFile[];
  readonly answers: Readonly<Record<string, unknown>>;
}

/** Puts the files into the store one by one and names them in the answers; of a refused one nothing stays behind. */
async function putFiles(
  ports: Ports,
  { agencyId }: Staff,
  { definition }: CounterForm,
  input: { readonly answers: PutFiles["answers"]; readonly files: readonly CounterFile[] },
): Promise<Result<PutFiles, Extract<CounterFilingRefusal, { kind: "file_refused" }>>> {
  const kept: NewPetitionFile[] = [];
  // Ids that came as text name no file of this post.
  let answers = filesIn(definition.form, input.answers).reduce(
    (cleared, { path }) => withAt(cleared, path, undefined),
    input.answers,
  );
  for (const { path, ...sent } of input.files) {
    const field = fileFieldOf(definition.form, barePath(path));
    if (field === null) continue;
    const put = await putOwnFile(ports, agencyId, sent, field.accepts);
    if (!put.ok) {
      await dropAll(ports, kept);
      return refuse({ kind: "file_refused", path, name: sent.name, why: put.refusal });
    }
    kept.push(put.value);
    answers = withAt(answers, path, [...textsAt(answers, path), put.value.id]);
  }
  return ok({ kept, answers });
}

async function dropAll(ports: Ports, kept: readonly NewPetitionFile[]): Promise<void> {
  for (const file of kept) await dropFile(ports, file);
}
