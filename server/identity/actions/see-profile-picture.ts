import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { profilePicturePlace } from "../profile-picture.ts";
import { findProfilePicture } from "../store/profile-picture.ts";

/** The citizen's own picture, a JPEG. Refuses when there is none, or the store of files does not answer. */
export async function seeProfilePicture(
  ports: Ports,
  actor: Citizen,
): Promise<Result<Uint8Array, { readonly kind: "picture_not_found" }>> {
  if (!actor.unlocked) return refuse({ kind: "picture_not_found" });
  const kept = await ports.db.as(actor, (tx) => findProfilePicture(tx, actor.personId));
  if (!kept) return refuse({ kind: "picture_not_found" });
  const sealed = await ports.files.get(kept.fileKey).catch((error: unknown) => {
    ports.log.error("profile_picture.not_read", error);
    return null;
  });
  if (!sealed) return refuse({ kind: "picture_not_found" });
  return ok(ports.vault.openBytes(kept.dataKey, profilePicturePlace(kept.id), sealed));
}
