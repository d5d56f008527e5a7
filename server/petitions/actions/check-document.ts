import { findAgencyPlace } from "../../agencies/store/office.ts";
import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { Names } from "../../visits/names.ts";
import { parseDocumentCode, type DocumentCode, type DocumentCodeRefusal } from "../document-code.ts";
import { standingOf, type DocumentStanding } from "../document-standing.ts";
import type { DocumentKind } from "../issued-document.ts";
import { readShowing, type Shown } from "../showing.ts";
import { findDocument, findDocumentOfCode, type KeptDocument } from "../store/issued-document.ts";
import { findLocalSetting } from "../store/local-government.ts";

/** What anybody with the code of a paper may know of it: what stands on it, the holder by first letters only. */
export interface CheckedDocument {
  readonly code: DocumentCode;
  readonly standing: DocumentStanding;
  readonly kind: DocumentKind;
  readonly title: Names;
  readonly number: string;
  readonly holder: string;
  readonly agency: Names;
  /** Where the agency's licences are listed; null: nowhere. */
  readonly slug: string | null;
  readonly issuedAt: Date;
  readonly validUntil: BangkokDay | null;
  readonly endedAt: Date | null;
  /** The code of the one in use; null: there is none. */
  readonly newCode: DocumentCode | null;
  /** What the QR said of its moment; null: it was on paper or typed. */
  readonly shown: Shown | null;
}

export type CheckRefusal = DocumentCodeRefusal | { readonly kind: "document_unknown" };

/**
 * Tells of the document with that code, for anybody (N19). Refuses a code that was mistyped (told by its check letters)
 * and one that none of ours has. Nothing is written: whoever checks leaves no trace.
 */
export async function checkDocument(
  ports: Pick<Ports, "db" | "clock" | "keys">,
  actor: Gate,
  input: { readonly text: string; readonly showing: string | null },
): Promise<Result<CheckedDocument, CheckRefusal>> {
  const code = parseDocumentCode(input.text);
  if (!code.ok) return code;
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    const kept = await findDocumentOfCode(tx, code.value);
    const agency = kept && (await findAgencyPlace(tx, kept.agencyId));
    if (!kept || !agency) return refuse({ kind: "document_unknown" });
    const { kind, number, holder, issuedAt, validUntil, endedAt } = kept;
    return ok({
      ...{ kind, number, holder, issuedAt, validUntil, endedAt, code: code.value },
      standing: standingOf(kept, bangkokDay(now)),
      title: { nameTh: kept.titleTh, nameEn: kept.titleEn },
      agency: { nameTh: agency.nameTh, nameEn: agency.nameEn },
      slug: (await findLocalSetting(tx, kept.agencyId))?.slug ?? null,
      newCode: await newestCode(tx, kept),
      shown: input.showing === null ? null : readShowing(ports.keys.qr, code.value, input.showing, now),
    });
  });
}

/** Replaced again and again, a paper leads to the last one at once. */
async function newestCode(tx: Tx, kept: KeptDocument): Promise<DocumentCode | null> {
  let newest: KeptDocument | null = null;
  for (let id = kept.replacedBy; id !== null; id = newest?.replacedBy ?? null) {
    newest = await findDocument(tx, kept.agencyId, id);
  }
  return newest?.checkCode ?? null;
}
