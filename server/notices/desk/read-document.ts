import { findAgencyPlace } from "../../agencies/store/office.ts";
import type { ToldDocument } from "../../petitions/document-notice.ts";
import { findDocument } from "../../petitions/store/issued-document.ts";
import type { Tx } from "../../ports.ts";

/** A document as a notice speaks of it; null: it or its agency is gone. */
export async function findToldDocument(
  tx: Tx,
  agencyId: string,
  documentId: string,
): Promise<ToldDocument | null> {
  const kept = await findDocument(tx, agencyId, documentId);
  const agency = await findAgencyPlace(tx, agencyId);
  if (!kept || !agency) return null;
  const { id, number, titleTh, titleEn, validUntil, endReason } = kept;
  return {
    ...{ id, number, validUntil, endReason },
    title: { nameTh: titleTh, nameEn: titleEn },
    agency: { nameTh: agency.nameTh, nameEn: agency.nameEn },
  };
}
