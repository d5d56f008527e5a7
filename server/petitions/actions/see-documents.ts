import { listStaffNames } from "../../agencies/store/staff-names.ts";
import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { Staff } from "../../kernel/actor.ts";
import { turnedPage, type Turn, type TurnedPage } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import type { DeskDocument } from "../desk-document.ts";
import { findReach } from "../desk/reach.ts";
import { deskDocument, findReachedDocument } from "../desk/reached-document.ts";
import { isDestroyed } from "../issued-document.ts";
import { documentPlace, listDocuments } from "../store/issued-document.ts";

const size = 50;
const longestSearch = 60;

type NotFound = { readonly kind: "document_missing" };

/**
 * The documents of petitions within the reach of the staff, latest first; `text` stands in the number. Nobody is looked
 * at.
 */
export async function seeDocuments(
  ports: Ports,
  actor: Staff,
  input: { readonly text: string; readonly turn: Turn<MomentPlace> | null },
): Promise<TurnedPage<DeskDocument, MomentPlace>> {
  const { agencyId } = actor;
  const { turn } = input;
  const text = input.text.trim().slice(0, longestSearch);
  const found = await ports.db.as(actor, async (tx) => {
    const { reach } = await findReach(tx, actor);
    const filter = { agencyId, reach, ...(text === "" ? {} : { numberText: text }) };
    return listDocuments(tx, filter, { turn, limit: size + 1 });
  });
  const today = bangkokDay(ports.clock.now());
  const rows = found.map((kept) => deskDocument(kept, today));
  return turnedPage(rows, { turn, size }, ({ issuedAt, id }) => ({ at: issuedAt, id }));
}

/** One document within the reach of the staff, and who issued it. Refuses every other as not found. */
export async function seeDocument(
  ports: Ports,
  actor: Staff,
  input: { readonly documentId: string },
): Promise<Result<{ readonly document: DeskDocument; readonly issuer: string | null }, NotFound>> {
  const { documentId } = input;
  return ports.db.as(actor, async (tx) => {
    const kept = await findReachedDocument(tx, actor, documentId);
    if (!kept) return refuse({ kind: "document_missing" });
    const issuer = (await listStaffNames(ports, tx, [kept.issuedBy])).get(kept.issuedBy) ?? null;
    return ok({ document: deskDocument(kept, bangkokDay(ports.clock.now())), issuer });
  });
}

/**
 * The file of a document within the reach of the staff; the look at its person is written. Refuses every other as not
 * found, and one whose content was destroyed; a file that is gone before its time throws.
 */
export async function readDocumentFile(
  ports: Ports,
  actor: Staff,
  input: { readonly documentId: string },
): Promise<
  Result<
    { readonly bytes: Uint8Array; readonly mediaType: string; readonly number: string },
    NotFound | { readonly kind: "document_destroyed" }
  >
> {
  const { documentId } = input;
  const kept = await ports.db.as(actor, async (tx) => {
    const found = await findReachedDocument(tx, actor, documentId);
    if (!found || isDestroyed(found)) return found;
    const { personId, id: subjectId } = found;
    const look = { what: "document", purpose: "document", subjectId, personIds: [personId] } as const;
    return (await listLookedAt(ports, tx, actor, look)).has(personId) ? found : null;
  });
  if (!kept) return refuse({ kind: "document_missing" });
  if (isDestroyed(kept)) return refuse({ kind: "document_destroyed" });
  const sealed = await ports.files.get(kept.fileKey);
  if (sealed === null) throw new Error("the file of a document is gone");
  const bytes = ports.vault.openBytes(kept.dataKey, documentPlace(kept.id), sealed);
  return ok({ bytes, mediaType: kept.mediaType, number: kept.number });
}
