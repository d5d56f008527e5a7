import { listStaffNames } from "../../agencies/store/staff-names.ts";
import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { Staff } from "../../kernel/actor.ts";
import { turnedPage, type Turn, type TurnedPage } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { DeskDocument } from "../desk-document.ts";
import { standingOf } from "../document-standing.ts";
import { documentPlace, findDocument, listDocuments, type KeptDocument } from "../store/issued-document.ts";

const size = 50;
const longestSearch = 60;

type NotFound = { readonly kind: "document_missing" };

/** The documents the staff's own agency issued, latest first; `text` stands in the number. Nobody is looked at. */
export async function seeDocuments(
  ports: Ports,
  actor: Staff,
  input: { readonly text: string; readonly turn: Turn<MomentPlace> | null },
): Promise<TurnedPage<DeskDocument, MomentPlace>> {
  const { agencyId } = actor;
  const { turn } = input;
  const text = input.text.trim().slice(0, longestSearch);
  const filter = { agencyId, ...(text === "" ? {} : { numberText: text }) };
  const found = await ports.db.as(actor, (tx) => listDocuments(tx, filter, { turn, limit: size + 1 }));
  const today = bangkokDay(ports.clock.now());
  const rows = found.map((kept) => deskDocument(kept, today));
  return turnedPage(rows, { turn, size }, ({ issuedAt, id }) => ({ at: issuedAt, id }));
}

/** One document of the staff's own agency, and who issued it. Refuses another agency's as not found. */
export async function seeDocument(
  ports: Ports,
  actor: Staff,
  input: { readonly documentId: string },
): Promise<Result<{ readonly document: DeskDocument; readonly issuer: string | null }, NotFound>> {
  const { documentId } = input;
  return ports.db.as(actor, async (tx) => {
    const kept = isUuid(documentId) ? await findDocument(tx, actor.agencyId, documentId) : null;
    if (!kept) return refuse({ kind: "document_missing" });
    const issuer = (await listStaffNames(ports, tx, [kept.issuedBy])).get(kept.issuedBy) ?? null;
    return ok({ document: deskDocument(kept, bangkokDay(ports.clock.now())), issuer });
  });
}

/**
 * The file of a document of the staff's own agency; the look at its person is written. Refuses another agency's as not
 * found; a file that is gone throws.
 */
export async function readDocumentFile(
  ports: Ports,
  actor: Staff,
  input: { readonly documentId: string },
): Promise<
  Result<{ readonly bytes: Uint8Array; readonly mediaType: string; readonly number: string }, NotFound>
> {
  const { documentId } = input;
  const kept = await ports.db.as(actor, async (tx) => {
    const found = isUuid(documentId) ? await findDocument(tx, actor.agencyId, documentId) : null;
    if (!found) return null;
    const { personId, id: subjectId } = found;
    const look = { what: "document", purpose: "document", subjectId, personIds: [personId] } as const;
    return (await listLookedAt(ports, tx, actor, look)).has(personId) ? found : null;
  });
  if (!kept) return refuse({ kind: "document_missing" });
  const sealed = await ports.files.get(kept.fileKey);
  if (sealed === null) throw new Error("the file of a document is gone");
  const bytes = ports.vault.openBytes(kept.dataKey, documentPlace(kept.id), sealed);
  return ok({ bytes, mediaType: kept.mediaType, number: kept.number });
}

function deskDocument(kept: KeptDocument, today: BangkokDay): DeskDocument {
  const { id, kind, number, holder, petitionId, templateKey, issuedAt, issuedBy } = kept;
  const { validUntil, endedAt, endReason, replacedBy, checkCode } = kept;
  return {
    ...{ id, kind, number, holder, petitionId, templateKey, issuedAt, issuedBy },
    ...{ validUntil, endedAt, endReason, replacedBy, code: checkCode },
    title: { nameTh: kept.titleTh, nameEn: kept.titleEn },
    standing: standingOf(kept, today),
  };
}
