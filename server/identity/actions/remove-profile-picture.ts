import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { deleteProfilePicture } from "../store/profile-picture.ts";

/** Ends the citizen's own picture: its key at once, its file as soon as the store answers. None there: nothing to do. */
export async function removeProfilePicture(
  ports: Ports,
  actor: Citizen,
): Promise<Result<undefined, { readonly kind: "session_locked" }>> {
  if (!actor.unlocked) return refuse({ kind: "session_locked" });
  const gone = await ports.db.as(actor, async (tx) => {
    const keys = await deleteProfilePicture(tx, actor.personId);
    if (keys.length > 0) await record(ports, tx, { action: "profile_picture.removed", actor });
    return keys;
  });
  for (const key of gone) {
    // Without its row nobody can open it any more, so a store that is away loses nothing.
    await ports.files
      .delete(key)
      .catch((error: unknown) => ports.log.error("profile_picture.not_purged", error));
  }
  return ok();
}
