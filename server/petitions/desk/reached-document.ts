import type { Staff } from "../../kernel/actor.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Tx } from "../../ports.ts";
import type { DeskDocument } from "../desk-document.ts";
import { standingOf } from "../document-standing.ts";
import { isDestroyed } from "../issued-document.ts";
import { findDocument, lockDocument, type KeptDocument } from "../store/issued-document.ts";
import { findReached } from "./reach.ts";

/**
 * A document of a petition within the reach of the staff; one of no petition is every officer's of its agency. Null: it is
 * not there, another agency's, or of a petition that lies with another unit. `hold` keeps the petition and then the
 * document against change until the transaction ends, in the order in which issuing holds them.
 */
export async function findReachedDocument(
  tx: Tx,
  staff: Staff,
  documentId: string,
  how: "hold" | "look" = "look",
): Promise<KeptDocument | null> {
  const kept = isUuid(documentId) ? await findDocument(tx, staff.agencyId, documentId) : null;
  if (kept === null) return null;
  const { agencyId, id, petitionId } = kept;
  if (petitionId !== null && (await findReached(tx, staff, petitionId, how)) === null) return null;
  return how === "hold" ? lockDocument(tx, agencyId, id) : kept;
}

/** A document as its agency sees it `today`, its holder by first letters. */
export function deskDocument(kept: KeptDocument, today: BangkokDay): DeskDocument {
  const { id, kind, number, holder, petitionId, templateKey, issuedAt, issuedBy } = kept;
  const { validUntil, endedAt, endReason, replacedBy, checkCode } = kept;
  return {
    ...{ id, kind, number, holder, petitionId, templateKey, issuedAt, issuedBy },
    ...{ validUntil, endedAt, endReason, replacedBy, code: checkCode },
    title: { nameTh: kept.titleTh, nameEn: kept.titleEn },
    standing: standingOf(kept, today),
    isDestroyed: isDestroyed(kept),
  };
}
