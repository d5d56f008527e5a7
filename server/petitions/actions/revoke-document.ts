import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { tellPerson } from "../../notices/store/tell-person.ts";
import type { Ports } from "../../ports.ts";
import { hasDeclaredConflict } from "../desk/conflict.ts";
import { findReached } from "../desk/reach.ts";
import { findReachedDocument } from "../desk/reached-document.ts";
import { endDocument } from "../store/issued-document.ts";

const fewestLetters = 10;
const mostLetters = 500;

export type RevokeRefusal =
  | { readonly kind: "document_missing" }
  /** The officer gave its petition back: they may not act in it (s. 13). */
  | { readonly kind: "conflict_declared" }
  | { readonly kind: "reason_short" }
  /** It was replaced, or revoked by somebody else. */
  | { readonly kind: "document_ended" };

/**
 * Revokes a document within the reach of the staff: the check page says so from now on, and its holder is told with the
 * reason. What one pressed twice is revoked once. Refuses every other as not found before the reason is judged, an officer who declared a conflict, a
 * reason of fewer than ten letters, and a document that has ended.
 */
export async function revokeDocument(
  ports: Ports,
  actor: Staff,
  input: { readonly documentId: string; readonly reason: string },
): Promise<Result<null, RevokeRefusal>> {
  const reason = input.reason.normalize("NFC").trim().slice(0, mostLetters);
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    const kept = await findReachedDocument(tx, actor, input.documentId, "hold");
    if (!kept) return refuse({ kind: "document_missing" });
    const petition = kept.petitionId && (await findReached(tx, actor, kept.petitionId));
    if (petition && (await hasDeclaredConflict(ports, tx, actor, petition)))
      return refuse({ kind: "conflict_declared" });
    if ([...reason].length < fewestLetters) return refuse({ kind: "reason_short" });
    if (kept.state === "revoked" && kept.endReason === reason) return ok(null);
    if (kept.state !== "genuine") return refuse({ kind: "document_ended" });
    await endDocument(tx, kept, { state: "revoked", endedAt: now, endReason: reason });
    const { agencyId, personId, id: subjectId, petitionId } = kept;
    await record(ports, tx, { action: "document.revoked", actor, agencyId, personId, subjectId });
    const refs = { agencyId, documentId: subjectId, ...(petitionId === null ? {} : { petitionId }) };
    await tellPerson(ports, tx, { kind: "document_revoked", personId, refs });
    return ok(null);
  });
}
