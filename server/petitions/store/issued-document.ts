import { and, asc, desc, eq, sql, type SQL } from "drizzle-orm";
import { issuedDocument, petition } from "../../../db/schema/index.ts";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { DocumentCode } from "../document-code.ts";
import type { DocumentKind, DocumentState, IssuedContent } from "../issued-document.ts";
import type { PublicItem } from "../public-item.ts";
import type { Reach } from "../reach.ts";
import { isShownDocument } from "./shown-petition.ts";
import { withinReach } from "./within-reach.ts";

/** A document's row; `sealed` opens by `openIssued`. */
export interface KeptDocument {
  readonly agencyId: string;
  readonly id: string;
  readonly personId: string;
  readonly petitionId: string | null;
  readonly serviceId: string | null;
  readonly templateKey: string | null;
  readonly mediaType: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly titleTh: string;
  readonly titleEn: string;
  readonly checkCode: DocumentCode;
  readonly state: DocumentState;
  readonly validUntil: BangkokDay | null;
  readonly replacedBy: string | null;
  readonly endReason: string | null;
  readonly isListed: boolean;
  readonly holder: string;
  readonly listed: readonly PublicItem[] | null;
  readonly dataKey: Uint8Array;
  readonly sealed: Uint8Array;
  readonly fileKey: string;
  readonly issuedBy: string;
  readonly issuedAt: Date;
  readonly endedAt: Date | null;
}

/** The columns of a KeptDocument, for lists too. */
export const documentColumns = {
  agencyId: issuedDocument.agencyId,
  id: issuedDocument.id,
  personId: issuedDocument.personId,
  petitionId: issuedDocument.petitionId,
  serviceId: issuedDocument.serviceId,
  templateKey: issuedDocument.templateKey,
  mediaType: issuedDocument.mediaType,
  kind: sql<DocumentKind>`${issuedDocument.kind}`,
  number: issuedDocument.number,
  titleTh: issuedDocument.titleTh,
  titleEn: issuedDocument.titleEn,
  checkCode: sql<DocumentCode>`${issuedDocument.checkCode}`,
  state: sql<DocumentState>`${issuedDocument.state}`,
  validUntil: sql<BangkokDay | null>`${issuedDocument.validUntil}`,
  replacedBy: issuedDocument.replacedBy,
  endReason: issuedDocument.endReason,
  isListed: issuedDocument.isListed,
  holder: issuedDocument.holder,
  listed: sql<readonly PublicItem[] | null>`${issuedDocument.listed}`,
  dataKey: issuedDocument.dataKey,
  sealed: issuedDocument.sealed,
  fileKey: issuedDocument.fileKey,
  issuedBy: issuedDocument.issuedBy,
  issuedAt: issuedDocument.issuedAt,
  endedAt: issuedDocument.endedAt,
};

const byId = (agencyId: string, id: string) =>
  and(eq(issuedDocument.agencyId, agencyId), eq(issuedDocument.id, id));

/** A document of an agency, if the actor may see it. */
export async function findDocument(tx: Tx, agencyId: string, id: string): Promise<KeptDocument | null> {
  const [row] = await tx.select(documentColumns).from(issuedDocument).where(byId(agencyId, id));
  return row ?? null;
}

/** The same, held against change until the transaction ends. */
export async function lockDocument(tx: Tx, agencyId: string, id: string): Promise<KeptDocument | null> {
  const [row] = await tx.select(documentColumns).from(issuedDocument).where(byId(agencyId, id)).for("update");
  return row ?? null;
}

/** A document by the code on its paper; null: none of ours has it. */
export async function findDocumentOfCode(tx: Tx, code: DocumentCode): Promise<KeptDocument | null> {
  const [row] = await tx
    .select(documentColumns)
    .from(issuedDocument)
    .where(eq(issuedDocument.checkCode, code));
  return row ?? null;
}

/** One's own document by its id, whichever agency issued it. */
export async function findOwnDocument(tx: Tx, personId: string, id: string): Promise<KeptDocument | null> {
  const [row] = await tx
    .select(documentColumns)
    .from(issuedDocument)
    .where(and(eq(issuedDocument.personId, personId), eq(issuedDocument.id, id), isShownDocument));
  return row ?? null;
}

/** The document that a request issued already; null: none. */
export async function findDocumentOfRequest(
  tx: Tx,
  agencyId: string,
  requestKey: string,
): Promise<KeptDocument | null> {
  const [row] = await tx
    .select(documentColumns)
    .from(issuedDocument)
    .where(and(eq(issuedDocument.agencyId, agencyId), eq(issuedDocument.requestKey, requestKey)));
  return row ?? null;
}

/** The documents of a petition, the first one first. */
export async function listDocumentsOfPetition(
  tx: Tx,
  agencyId: string,
  petitionId: string,
): Promise<readonly KeptDocument[]> {
  return tx
    .select(documentColumns)
    .from(issuedDocument)
    .where(and(eq(issuedDocument.agencyId, agencyId), eq(issuedDocument.petitionId, petitionId)))
    .orderBy(asc(issuedDocument.issuedAt), asc(issuedDocument.id));
}

/** Whose documents a list holds, of which kind, which numbers (what stands in the number typed), and within whose reach. */
export interface DocumentFilter {
  readonly agencyId?: string;
  readonly personId?: string;
  readonly kind?: DocumentKind;
  readonly numberText?: string;
  /** Only those of petitions within it, and those of no petition. */
  readonly reach?: Reach;
}

/** Documents, latest first: at most `limit` from where `turn` says, nearest first. */
export async function listDocuments(
  tx: Tx,
  filter: DocumentFilter,
  { turn, limit }: { readonly turn: Turn<MomentPlace> | null; readonly limit: number },
): Promise<readonly KeptDocument[]> {
  const up = readsUp(turn, "down");
  const { agencyId, personId, kind, numberText, reach } = filter;
  return tx
    .select(documentColumns)
    .from(issuedDocument)
    .where(
      and(
        agencyId === undefined ? undefined : eq(issuedDocument.agencyId, agencyId),
        personId === undefined ? undefined : and(eq(issuedDocument.personId, personId), isShownDocument),
        kind === undefined ? undefined : eq(issuedDocument.kind, kind),
        numberText === undefined ? undefined : contains(issuedDocument.number, numberText),
        reach === undefined ? undefined : within(reach),
        turn ? beyond(turn.place, up) : undefined,
      ),
    )
    .orderBy(...[issuedDocument.issuedAt, issuedDocument.id].map(up ? asc : desc))
    .limit(limit);
}

export type NewDocument = Omit<KeptDocument, "state" | "replacedBy" | "endReason" | "endedAt"> & {
  readonly requestKey: string;
};

/** Keeps an issued document; what stands in it is never changed again. */
export async function insertDocument(tx: Tx, made: NewDocument): Promise<void> {
  await tx.insert(issuedDocument).values({ ...made, state: "genuine" });
}

/** Ends a document that is genuine: replaced by another, or revoked for a reason. */
export async function endDocument(
  tx: Tx,
  { agencyId, id }: Pick<KeptDocument, "agencyId" | "id">,
  end: { readonly endedAt: Date; readonly endReason: string | null } & (
    { readonly state: "replaced"; readonly replacedBy: string } | { readonly state: "revoked" }
  ),
): Promise<void> {
  await tx.update(issuedDocument).set(end).where(byId(agencyId, id));
}

/** Seals what a document was made of, under its own key. */
export function sealIssued(
  ports: Pick<Ports, "vault">,
  { id, dataKey }: { readonly id: string; readonly dataKey: Uint8Array },
  content: IssuedContent,
): Uint8Array {
  return ports.vault.seal(dataKey, documentPlace(id), content);
}

/** Opens what a document was made of. */
export function openIssued(ports: Pick<Ports, "vault">, kept: KeptDocument): IssuedContent {
  return ports.vault.open<IssuedContent>(kept.dataKey, documentPlace(kept.id), kept.sealed);
}

/** Where a document stands sealed, its file too: bound to its row, so that no file can take another's place. */
export function documentPlace(rowId: string) {
  return { table: "issued_document", rowId };
}

/** True of rows whose column holds the text, whatever its case; its own wildcards mean themselves. */
export function contains(column: typeof issuedDocument.number, text: string): SQL {
  return sql`${column} ilike ${`%${text.replace(/[\\%_]/g, "\\$&")}%`}`;
}

/** Documents of petitions within the reach, and those of none. */
function within(reach: Reach): SQL | undefined {
  const reached = withinReach(reach, { unitId: sql`p.unit_id`, officerId: sql`p.officer_id` });
  if (reached === undefined) return undefined;
  return sql`(${issuedDocument.petitionId} is null or exists (select 1 from ${petition} p
    where p.agency_id = ${issuedDocument.agencyId} and p.id = ${issuedDocument.petitionId} and ${reached}))`;
}

function beyond({ at, id }: MomentPlace, up: boolean): SQL {
  return sql`(${issuedDocument.issuedAt}, ${issuedDocument.id}) ${up ? sql`>` : sql`<`} (${at.toISOString()}::timestamptz, ${id}::uuid)`;
}
