import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { KeptPerson } from "../../identity/store/person.ts";
import type { Staff } from "../../kernel/actor.ts";
import { bahtOnPaper } from "../../kernel/baht-text.ts";
import { formatCitizenId } from "../../kernel/citizen-id.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { fillFields } from "../document-fields.ts";
import type { DocumentTemplate } from "../document-template.ts";
import type { IssueRefusal, Issuing } from "../issuing.ts";
import { paidSum } from "../paid-sum.ts";
import { lockDocument, type KeptDocument } from "../store/issued-document.ts";
import { listEvents } from "../store/petition-event.ts";
import { openContent, type KeptPetition } from "../store/petition.ts";
import { findVersion } from "../store/service.ts";
import { readAgencyPaper, type AgencyPaper } from "./agency-paper.ts";
import { addressTexts } from "./address-text.ts";
import { hasDeclaredConflict } from "./conflict.ts";
import { findReached } from "./reach.ts";

/** What is asked to be issued, as addresses and forms name it. */
export interface AskedIssue {
  readonly petitionId: string;
  readonly templateKey: string | null;
  readonly replacesId: string | null;
}

/** All that issuing reads, held until the transaction ends. */
export interface ReadIssuing {
  readonly issuing: Issuing;
  readonly petition: KeptPetition;
  readonly person: KeptPerson;
  readonly agency: AgencyPaper;
  readonly replaces: KeptDocument | null;
}

type Refused = Extract<
  IssueRefusal,
  { kind: `${"petition" | "template" | "document"}_missing` | "document_ended" | "conflict_declared" }
>;

/**
 * Reads a petition within the reach of the staff with its person (the look is written), the templates of its service and,
 * where one is chosen, its fields filled with what was answered. The petition is held, so that what is sent twice waits
 * for itself. Refuses what is another agency's, staff who declared a conflict, a template that the version has not, and a document that has ended.
 */
export async function readIssuing(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  asked: AskedIssue,
): Promise<Result<ReadIssuing, Refused>> {
  const { agencyId } = actor;
  const petition = await findReached(tx, actor, asked.petitionId, "hold");
  if (!petition) return refuse({ kind: "petition_missing" });
  if (await hasDeclaredConflict(ports, tx, actor, petition)) return refuse({ kind: "conflict_declared" });
  const { personId, id: subjectId } = petition;
  const look = { what: "document", purpose: "issue", subjectId, personIds: [personId] } as const;
  const person = (await listLookedAt(ports, tx, actor, look)).get(personId);
  const version = await findVersion(tx, agencyId, petition.serviceId, petition.serviceVersion);
  if (!person || !version) return refuse({ kind: "petition_missing" });
  const replaces = await readReplaced(tx, petition, asked.replacesId);
  if (!replaces.ok) return replaces;
  const { templates, name, fee } = version.definition;
  const template = templates.find(({ key }) => key === asked.templateKey) ?? null;
  if (asked.templateKey !== null && template === null) return refuse({ kind: "template_missing" });
  const agency = await readAgencyPaper(ports, tx, agencyId);
  // What was seen to be paid; where nobody was asked in here, what the service costs.
  const paid = paidSum(await listEvents(ports, tx, petition)) ?? fee.satang;
  const own = {
    name: nameOf(person),
    citizen_id: formatCitizenId(person.citizenId),
    petition_number: petition.number,
    agency: agency.nameTh,
    service: name.th,
    paid: paid === null ? "" : bahtOnPaper(paid),
  };
  const issuing: Issuing = {
    petitionId: petition.id,
    petitionNumber: petition.number,
    serviceName: name.th,
    name: own.name,
    templates,
    chosen: template && {
      template,
      fields: await filled(ports, petition, version.definition.form, template, own),
    },
    replaces: replaces.value && { id: replaces.value.id, number: replaces.value.number },
  };
  return ok({ issuing, petition, person, agency, replaces: replaces.value });
}

async function filled(
  ports: Ports,
  petition: KeptPetition,
  form: Parameters<typeof fillFields>[1],
  template: DocumentTemplate,
  own: Parameters<typeof fillFields>[3],
) {
  const { answers } = openContent(ports, petition);
  return fillFields(template, form, answers, own, await addressTexts(ports, form, answers));
}

async function readReplaced(
  tx: Tx,
  { agencyId, id }: KeptPetition,
  replacesId: string | null,
): Promise<Result<KeptDocument | null, Refused>> {
  if (replacesId === null) return ok(null);
  const kept = isUuid(replacesId) ? await lockDocument(tx, agencyId, replacesId) : null;
  if (kept?.petitionId !== id) return refuse({ kind: "document_missing" });
  return kept.state === "genuine" ? ok(kept) : refuse({ kind: "document_ended" });
}

function nameOf({ firstName, lastName }: KeptPerson): string {
  return [firstName, lastName].flatMap((name) => name ?? []).join(" ");
}
