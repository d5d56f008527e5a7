import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { closingField } from "../desk/closing-photo.ts";
import { hasDeclaredConflict } from "../desk/conflict.ts";
import { dropFile, ofThings, putOwnFile } from "../desk/keep-own-file.ts";
import { findReached } from "../desk/reach.ts";
import { insertDeskFile, listFilesOfField } from "../store/desk-file.ts";
import { insertStepRequest, wasTaken } from "../store/step-request.ts";

/** Enough to show what was done from every side. */
export const mostClosingPhotos = 6;

export type ClosingPhotoRefusal =
  | { readonly kind: "petition_not_found" }
  /** The officer gave the petition back: they may not act in it (s. 13). */
  | { readonly kind: "conflict_declared" }
  /** No picture by its bytes, cut off, too large. */
  | { readonly kind: "photo_wrong" }
  | { readonly kind: "photos_many" }
  /** The petition is completed: nothing is added to what was closed. */
  | { readonly kind: "petition_closed" };

/**
 * Keeps a photo of what was done, before a petition is closed (N10); judged by its bytes, never by its name. The same
 * post again keeps nothing. Refuses an officer who declared a conflict, what is no picture, a seventh, a petition that is completed, and one out of the
 * officer's reach as not found.
 */
export async function keepClosingPhoto(
  ports: Ports,
  actor: Staff,
  input: { readonly petitionId: string; readonly bytes: Uint8Array; readonly requestKey: string },
): Promise<Result<undefined, ClosingPhotoRefusal>> {
  const { petitionId, bytes, requestKey } = input;
  const may = await ports.db.as(actor, (tx) => findReached(tx, actor, petitionId));
  if (may === null) return refuse({ kind: "petition_not_found" });
  const put = await putOwnFile(ports, actor.agencyId, { name: "photo", bytes }, ofThings);
  if (!put.ok) return refuse({ kind: "photo_wrong" });
  const kept = await ports.db.as(actor, async (tx) => {
    const petition = await findReached(tx, actor, petitionId, "hold");
    if (petition === null) return refuse({ kind: "petition_not_found" });
    if (await wasTaken(tx, actor, { petitionId, requestKey })) return ok(false);
    if (await hasDeclaredConflict(ports, tx, actor, petition)) return refuse({ kind: "conflict_declared" });
    if (petition.status === "completed") return refuse({ kind: "petition_closed" });
    const there = await listFilesOfField(tx, petition, closingField);
    if (there.length >= mostClosingPhotos) return refuse({ kind: "photos_many" });
    const now = ports.clock.now();
    await insertDeskFile(ports, tx, petition, { ...put.value, field: closingField }, now);
    await insertStepRequest(tx, actor, { petitionId, requestKey }, now);
    const { agencyId, personId } = petition;
    await record(ports, tx, {
      action: "petition.photo_kept",
      actor,
      agencyId,
      personId,
      subjectId: petitionId,
    });
    return ok(true);
  });
  if (!kept.ok || !kept.value) await dropFile(ports, put.value);
  return kept.ok ? ok() : kept;
}
