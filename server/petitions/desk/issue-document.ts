import { listStaffNames } from "../../agencies/store/staff-names.ts";
import { record } from "../../audit/store.ts";
import type { Wording } from "../../forms/field.ts";
import type { Staff } from "../../kernel/actor.ts";
import { maskPersonName } from "../../kernel/person-name.ts";
import { bangkokDay, toBuddhistYear, type BangkokDay } from "../../kernel/thai-date.ts";
import { tellPerson } from "../../notices/store/tell-person.ts";
import type { Ports, Tx } from "../../ports.ts";
import { documentCodeBytes, makeDocumentCode, type DocumentCode } from "../document-code.ts";
import type { FilledField } from "../document-fields.ts";
import { makeDocumentNumber, seriesOf } from "../document-number.ts";
import type { DocumentPaperWords } from "../document-paper.ts";
import { validUntilOf } from "../document-standing.ts";
import type { DocumentTemplate } from "../document-template.ts";
import { documentKey, type DocumentKind } from "../issued-document.ts";
import type { PaperCheck } from "../issuing.ts";
import { publicItems } from "../public-item.ts";
import {
  documentPlace,
  endDocument,
  findDocument,
  findDocumentOfRequest,
  insertDocument,
  sealIssued,
  type KeptDocument,
} from "../store/issued-document.ts";
import { takeNumber } from "../store/number-series.ts";
import { drawPaper } from "./draw-paper.ts";
import type { ReadIssuing } from "./read-issuing.ts";

/** What is issued: a template with its fields filled, or a file that was made elsewhere. */
export type IssueSource =
  | {
      readonly kind: "template";
      readonly template: DocumentTemplate;
      readonly fields: readonly FilledField[];
    }
  | {
      readonly kind: "file";
      readonly documentKind: DocumentKind;
      readonly title: Wording;
      readonly validUntil: BangkokDay | null;
      readonly bytes: Uint8Array;
      readonly mediaType: string;
    };

export interface IssueInput {
  readonly read: Pick<ReadIssuing, "petition" | "person" | "agency" | "replaces">;
  readonly source: IssueSource;
  readonly check: PaperCheck;
  readonly words: DocumentPaperWords;
  readonly requestKey: string;
}

/**
 * Issues a document: takes its number, sets it on paper, seals it in the file store, ends the one it stands in place
 * of, writes the audit and queues what the citizen is told. The same request answers the document it issued before. The
 * file is kept while the number is held: a store that fails throws, and so leaves neither a document nor a gap.
 */
export async function issueDocument(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  input: IssueInput,
): Promise<KeptDocument> {
  const { agencyId } = actor;
  const { petition, person, replaces } = input.read;
  const before = await findDocumentOfRequest(tx, agencyId, input.requestKey);
  if (before) return before;
  const now = ports.clock.now();
  const today = bangkokDay(now);
  const described = describe(input.source, today);
  const yearBe = toBuddhistYear(Number(today.slice(0, 4)));
  const count = await takeNumber(tx, agencyId, seriesOf(described.kind), yearBe);
  const [id, dataKey] = [ports.random.uuid(), ports.vault.newDataKey()];
  const numbered: Numbered = {
    number: makeDocumentNumber(described.kind, yearBe, count),
    checkCode: makeDocumentCode(ports.random.bytes(documentCodeBytes)),
    validUntil: described.validUntil,
  };
  const fileKey = documentKey(agencyId, id);
  const bytes = await fileOf(ports, tx, actor, input, numbered);
  await ports.files.put(
    fileKey,
    ports.vault.sealBytes(dataKey, documentPlace(id), bytes),
    "application/octet-stream",
  );
  const name = [person.firstName, person.lastName].flatMap((part) => part ?? []);
  const values = input.source.kind === "template" ? valuesOf(input.source.fields) : {};
  await insertDocument(tx, {
    ...described,
    ...numbered,
    ...{ agencyId, id, dataKey, fileKey },
    personId: person.id,
    petitionId: petition.id,
    serviceId: petition.serviceId,
    holder: name.map(maskPersonName).join(" "),
    sealed: sealIssued(ports, { id, dataKey }, { name: name.join(" "), values }),
    issuedBy: actor.staffId,
    issuedAt: now,
    requestKey: input.requestKey,
  });
  if (replaces) {
    await endDocument(tx, replaces, { state: "replaced", replacedBy: id, endedAt: now, endReason: null });
  }
  const about = { actor, agencyId, personId: person.id, subjectId: id };
  const refs = { petitionId: petition.id, replaces: replaces?.id ?? null };
  await record(ports, tx, { action: "document.issued", ...about, refs });
  // By the petition, too: its officers see what became of the message.
  const told = { agencyId, documentId: id, petitionId: petition.id };
  await tellPerson(ports, tx, { kind: "document_issued", personId: person.id, refs: told });
  const kept = await findDocument(tx, agencyId, id);
  if (!kept) throw new Error("a document that was just issued is not there");
  return kept;
}

interface Numbered {
  readonly number: string;
  readonly checkCode: DocumentCode;
  readonly validUntil: BangkokDay | null;
}

/** What of the row the source alone says. */
function describe(source: IssueSource, today: BangkokDay) {
  if (source.kind === "file") {
    const { documentKind: kind, title, validUntil, mediaType } = source;
    const titles = { titleTh: title.th, titleEn: title.en ?? title.th };
    return { kind, ...titles, validUntil, mediaType, templateKey: null, isListed: false, listed: null };
  }
  const { template, fields } = source;
  return {
    kind: template.kind,
    titleTh: template.title.th,
    titleEn: template.title.en ?? template.title.th,
    validUntil: validUntilOf(template.validity, today),
    mediaType: "application/pdf",
    templateKey: template.key,
    isListed: template.isListed,
    listed: template.isListed ? publicItems(fields) : null,
  };
}

async function fileOf(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  { source, read, check, words }: IssueInput,
  numbered: Numbered,
): Promise<Uint8Array> {
  if (source.kind === "file") return source.bytes;
  const issuer = (await listStaffNames(ports, tx, [actor.staffId])).get(actor.staffId) ?? "";
  const replaces = read.replaces?.number ?? null;
  return drawPaper(ports, { ...source, ...numbered, agency: read.agency, replaces, issuer, check, words });
}

function valuesOf(fields: readonly FilledField[]): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.map(({ key, value }) => [key, value]));
}
