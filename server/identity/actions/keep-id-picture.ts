import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { judgePicture } from "../../visits/picture.ts";
import { isAtLeast } from "../assurance.ts";
import { readOwnIdCheck } from "../desk/own-id-check.ts";
import { idPictureKey, idPicturePlace, type IdPictureSlot } from "../id-check.ts";
import type { IdPictureNotWanted, KeepIdPictureRefusal } from "../id-check-refusal.ts";
import { limits } from "../limit.ts";
import type { OwnIdCheck } from "../own-id-check.ts";
import { putLooseIdPicture } from "../store/id-picture.ts";
import { countUp } from "../store/limit.ts";

/**
 * Keeps one ID picture (E1.3): judged by its bytes, drawn anew with two lines and the words of the cross-out, sealed under
 * a key of its own; the plain one is nowhere. It takes the place of the one sent before for the same slot. Refuses what
 * judgePicture refuses and what does not decode, and a picture nobody asks for.
 */
export async function keepIdPicture(
  ports: Ports,
  actor: Citizen,
  input: { readonly slug: string; readonly slot: IdPictureSlot; readonly bytes: Uint8Array },
): Promise<Result<undefined, KeepIdPictureRefusal>> {
  if (!actor.unlocked) return refuse({ kind: "session_locked" });
  const judged = judgePicture(input.bytes);
  if (!judged.ok) return judged;
  const asked = await ports.db.as(actor, (tx) => askedFor(ports, tx, actor, input));
  if (!asked.ok) return asked;
  const drawn = await ports.pictures.crossOut(input.bytes, judged.value, asked.value.words);
  if (!drawn) return refuse({ kind: "picture_broken" });
  return keep(ports, actor, { agencyId: asked.value.agency.id, slot: input.slot, drawn });
}

async function askedFor(
  ports: Ports,
  tx: Tx,
  actor: Citizen,
  { slug, slot }: { readonly slug: string; readonly slot: IdPictureSlot },
): Promise<Result<OwnIdCheck, IdPictureNotWanted>> {
  const own = await readOwnIdCheck(ports, tx, actor, slug);
  if (!own) return refuse({ kind: "agency_unknown" });
  if (own.state === "waiting") return refuse({ kind: "id_check_waiting" });
  if (isAtLeast(own.assurance, "photo_checked")) return refuse({ kind: "id_checked_already" });
  const wanted = own.pictures.find((each) => each.slot === slot);
  if (!wanted) return refuse({ kind: "id_picture_not_asked" });
  const limit = limits.idPictures;
  const count = await countUp(tx, limit, actor.personId, ports.clock.now());
  return count > limit.most ? refuse({ kind: "id_pictures_too_many" }) : ok(own);
}

async function keep(
  ports: Ports,
  actor: Citizen,
  {
    agencyId,
    slot,
    drawn,
  }: { readonly agencyId: string; readonly slot: IdPictureSlot; readonly drawn: Uint8Array },
): Promise<Result<undefined, KeepIdPictureRefusal>> {
  const { personId } = actor;
  const [id, dataKey, now] = [ports.random.uuid(), ports.vault.newDataKey(), ports.clock.now()];
  const fileKey = idPictureKey(agencyId, id);
  const sealed = ports.vault.sealBytes(dataKey, idPicturePlace(id), drawn);
  try {
    // The file first: a row never points nowhere, and a file without a row opens with no key.
    await ports.files.put(fileKey, sealed, "application/octet-stream");
  } catch (error) {
    ports.log.error("id_picture.not_kept", error);
    return refuse({ kind: "picture_not_kept" });
  }
  const gone = await ports.db.as(actor, async (tx) => {
    const replaced = await putLooseIdPicture(tx, {
      agencyId,
      id,
      personId,
      slot,
      dataKey,
      fileKey,
      keptAt: now,
    });
    await record(ports, tx, { action: "id_picture.kept", actor, agencyId, subjectId: id, refs: { slot } });
    return replaced;
  });
  for (const old of gone) {
    await ports.files.delete(old).catch((error: unknown) => ports.log.error("id_picture.not_purged", error));
  }
  return ok();
}
