import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { judgePicture } from "../../visits/picture.ts";
import { limits } from "../limit.ts";
import {
  profilePictureKey,
  profilePicturePlace,
  profilePictureSide,
  type KeepProfilePictureRefusal,
} from "../profile-picture.ts";
import { countUp } from "../store/limit.ts";
import { putProfilePicture } from "../store/profile-picture.ts";

/**
 * Keeps a picture a citizen shows of themselves: judged by its bytes, its middle square drawn anew as a small JPEG (so no
 * place, device or hidden text is in it), sealed under a key of its own. It takes the place of the one before. Refuses
 * what judgePicture refuses and what does not decode, and more than an hour allows.
 */
export async function keepProfilePicture(
  ports: Ports,
  actor: Citizen,
  bytes: Uint8Array,
): Promise<Result<undefined, KeepProfilePictureRefusal>> {
  if (!actor.unlocked) return refuse({ kind: "session_locked" });
  const judged = judgePicture(bytes);
  if (!judged.ok) return judged;
  const { most } = limits.profilePictures;
  const count = await ports.db.as(actor, (tx) =>
    countUp(tx, limits.profilePictures, actor.personId, ports.clock.now()),
  );
  if (count > most) return refuse({ kind: "pictures_too_many" });
  const drawn = await ports.pictures.portrait(bytes, judged.value, profilePictureSide);
  return drawn ? keep(ports, actor, drawn) : refuse({ kind: "picture_broken" });
}

async function keep(
  ports: Ports,
  actor: Citizen,
  drawn: Uint8Array,
): Promise<Result<undefined, KeepProfilePictureRefusal>> {
  const { personId } = actor;
  const [id, dataKey, keptAt] = [ports.random.uuid(), ports.vault.newDataKey(), ports.clock.now()];
  const fileKey = profilePictureKey(id);
  const sealed = ports.vault.sealBytes(dataKey, profilePicturePlace(id), drawn);
  try {
    // The file first: a row never points nowhere, and a file without a row opens with no key.
    await ports.files.put(fileKey, sealed, "application/octet-stream");
  } catch (error) {
    ports.log.error("profile_picture.not_kept", error);
    return refuse({ kind: "picture_not_kept" });
  }
  const gone = await ports.db.as(actor, async (tx) => {
    const replaced = await putProfilePicture(tx, { personId, id, dataKey, fileKey, keptAt });
    await record(ports, tx, { action: "profile_picture.kept", actor, subjectId: id });
    return replaced;
  });
  for (const old of gone) {
    await ports.files
      .delete(old)
      .catch((error: unknown) => ports.log.error("profile_picture.not_purged", error));
  }
  return ok();
}
