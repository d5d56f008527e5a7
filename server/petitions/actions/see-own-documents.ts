import { findAgencyPlace } from "../../agencies/store/office.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { turnedPage, type Turn, type TurnedPage } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { standingOf } from "../document-standing.ts";
import { isDestroyed } from "../issued-document.ts";
import type { OwnDocument, ShownLicence } from "../own-document.ts";
import { makeShowing, showingsAhead, stepOf } from "../showing.ts";
import {
  documentPlace,
  findOwnDocument,
  listDocuments,
  openIssued,
  type KeptDocument,
} from "../store/issued-document.ts";

const size = 20;
/** So many licences on one screen are turned through at most. */
const mostShown = 30;

type NotFound = { readonly kind: "document_missing" };

/** One's own documents from every agency, latest first. */
export async function seeOwnDocuments(
  ports: Ports,
  actor: Citizen,
  input: { readonly turn: Turn<MomentPlace> | null },
): Promise<TurnedPage<OwnDocument, MomentPlace>> {
  const { turn } = input;
  const today = bangkokDay(ports.clock.now());
  return ports.db.as(actor, async (tx) => {
    const found = await listDocuments(tx, { personId: actor.personId }, { turn, limit: size + 1 });
    const rows = await ownDocuments(tx, found, today);
    return turnedPage(rows, { turn, size }, ({ issuedAt, id }) => ({ at: issuedAt, id }));
  });
}

/** One of one's own documents. Refuses another's as not found. */
export async function seeOwnDocument(
  ports: Ports,
  actor: Citizen,
  input: { readonly documentId: string },
): Promise<Result<OwnDocument, NotFound>> {
  const today = bangkokDay(ports.clock.now());
  return ports.db.as(actor, async (tx) => {
    const [own] = await ownDocuments(tx, await findOwn(tx, actor, input.documentId), today);
    return own ? ok(own) : refuse({ kind: "document_missing" });
  });
}

/**
 * The file of one of one's own documents. Refuses another's as not found, and one whose content was destroyed; a file that
 * is gone before its time throws.
 */
export async function readOwnFile(
  ports: Ports,
  actor: Citizen,
  input: { readonly documentId: string },
): Promise<
  Result<
    { readonly bytes: Uint8Array; readonly mediaType: string; readonly number: string },
    NotFound | { readonly kind: "document_destroyed" }
  >
> {
  const [kept] = await ports.db.as(actor, (tx) => findOwn(tx, actor, input.documentId));
  if (!kept) return refuse({ kind: "document_missing" });
  if (isDestroyed(kept)) return refuse({ kind: "document_destroyed" });
  const sealed = await ports.files.get(kept.fileKey);
  if (sealed === null) throw new Error("the file of a document is gone");
  const bytes = ports.vault.openBytes(kept.dataKey, documentPlace(kept.id), sealed);
  return ok({ bytes, mediaType: kept.mediaType, number: kept.number });
}

/**
 * One's own licences that are good now, for showing to an inspector (Electronic Official Performance Act 2565, s. 13 and
 * 14), each with what its QR says in the steps from now on; `documentId` alone where one is named.
 */
export async function seeShown(
  ports: Ports,
  actor: Citizen,
  input: { readonly documentId: string | null },
): Promise<readonly ShownLicence[]> {
  const now = ports.clock.now();
  const step = stepOf(now);
  return ports.db.as(actor, async (tx) => {
    const found =
      input.documentId === null
        ? await listDocuments(
            tx,
            { personId: actor.personId, kind: "licence" },
            { turn: null, limit: mostShown },
          )
        : await findOwn(tx, actor, input.documentId);
    const own = await ownDocuments(tx, found, bangkokDay(now));
    const names = new Map(found.map((kept) => [kept.id, openIssued(ports, kept).name]));
    return own
      .filter(({ standing, isDestroyed: isGone }) => standing === "genuine" && !isGone)
      .map((document) => ({
        ...document,
        name: names.get(document.id) ?? "",
        showings: Array.from({ length: showingsAhead }, (_, ahead) =>
          makeShowing(ports.keys.qr, document.code, step + ahead),
        ),
      }));
  });
}

async function findOwn(tx: Tx, { personId }: Citizen, documentId: string): Promise<readonly KeptDocument[]> {
  const kept = isUuid(documentId) ? await findOwnDocument(tx, personId, documentId) : null;
  return kept ? [kept] : [];
}

async function ownDocuments(
  tx: Tx,
  found: readonly KeptDocument[],
  today: BangkokDay,
): Promise<readonly OwnDocument[]> {
  const agencies = new Map<string, OwnDocument["agency"]>();
  for (const { agencyId } of found) {
    if (agencies.has(agencyId)) continue;
    const place = await findAgencyPlace(tx, agencyId);
    if (!place) throw new Error("a document of no agency");
    agencies.set(agencyId, { nameTh: place.nameTh, nameEn: place.nameEn });
  }
  return found.map((kept) => {
    const { id, agencyId, petitionId, kind, number, mediaType, issuedAt, validUntil } = kept;
    const { endedAt, endReason, replacedBy, checkCode } = kept;
    return {
      ...{ id, agencyId, petitionId, kind, number, mediaType, issuedAt, validUntil },
      ...{ endedAt, endReason, replacedBy, code: checkCode },
      title: { nameTh: kept.titleTh, nameEn: kept.titleEn },
      agency: agencies.get(agencyId) ?? { nameTh: "", nameEn: "" },
      standing: standingOf(kept, today),
      isDestroyed: isDestroyed(kept),
      hasQr: kept.templateKey !== null,
    };
  });
}
