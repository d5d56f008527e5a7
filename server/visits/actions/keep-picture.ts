import { createHash } from "node:crypto";
import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { personOfDraft, personOfNumber } from "../desk/draft-person.ts";
import { judgePicture, pictureKey, picturePlace, type KeepPictureRefusal } from "../picture.ts";
import { findVisit, insertPicture } from "../store.ts";

/**
 * Keeps a picture of face and card (F3, way 2): drawn anew with its light line, sealed under the person's key, in the
 * file store; of no visit until a draft is saved with it, and by this member of staff alone. Whose it is, the number
 * says that was typed, or the draft that goes on. Refuses what judgePicture refuses, what does not decode, a person
 * nobody met, and a store that fails.
 */
export async function keepPicture(
  ports: Ports,
  actor: Staff,
  input: { readonly of: PictureOf; readonly bytes: Uint8Array },
): Promise<Result<{ readonly pictureId: string }, KeepPictureRefusal>> {
  const judged = judgePicture(input.bytes);
  if (!judged.ok) return judged;
  const drawn = await ports.pictures.crossOut(input.bytes, judged.value);
  if (!drawn) return refuse({ kind: "picture_broken" });
  const id = ports.random.uuid();
  const fileKey = pictureKey(actor.agencyId, id);
  const sealed = await ports.db.as(actor, async (tx) => {
    const person = await personOf(ports, tx, actor, input.of);
    if (!person) return null;
    const bytes = ports.vault.sealBytes(person.dataKey, picturePlace(id), drawn);
    await insertPicture(tx, {
      id,
      fileKey,
      agencyId: actor.agencyId,
      personId: person.id,
      sha256: createHash("sha256").update(bytes).digest(),
      size: bytes.length,
      madeBy: actor.staffId,
      madeAt: ports.clock.now(),
    });
    await record(ports, tx, { action: "picture.kept", actor, personId: person.id, subjectId: id });
    return bytes;
  });
  if (!sealed) return refuse({ kind: "person_unknown" });
  return (await wasPut(ports, fileKey, sealed))
    ? ok({ pictureId: id })
    : refuse({ kind: "picture_not_kept" });
}

/** Whose picture it is: of somebody whose number was typed, or of a draft's person. */
export type PictureOf = { readonly citizenId: CitizenId } | { readonly visitId: string };

async function personOf(ports: Ports, tx: Tx, actor: Staff, of: PictureOf) {
  if ("citizenId" in of) return personOfNumber(ports, tx, actor, of.citizenId);
  const visit = isUuid(of.visitId) ? await findVisit(tx, actor.agencyId, of.visitId) : null;
  if (visit?.status !== "draft" || visit.way !== "picture") return null;
  return personOfDraft(ports, tx, actor, visit);
}

/** The row is there first: a file that was put and then lost its answer is still found and purged. */
async function wasPut(ports: Ports, fileKey: string, sealed: Uint8Array): Promise<boolean> {
  try {
    await ports.files.put(fileKey, sealed, "application/octet-stream");
    return true;
  } catch (error) {
    ports.log.error("picture.not_kept", error);
    return false;
  }
}
