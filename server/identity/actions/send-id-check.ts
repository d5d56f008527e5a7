import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { isAtLeast } from "../assurance.ts";
import { readOwnIdCheck } from "../desk/own-id-check.ts";
import type { SendIdCheckRefusal } from "../id-check-refusal.ts";
import { insertIdCheck } from "../store/id-check.ts";
import { tieIdPictures } from "../store/id-picture.ts";

/**
 * Sends the citizen's ID pictures to the officers of an agency (E1.3, E1.4): the new ones, and those of the last check that
 * were found good. Sent twice or at once is sent once. Refuses while a demanded picture is missing, naming which.
 */
export async function sendIdCheck(
  ports: Ports,
  actor: Citizen,
  slug: string,
): Promise<Result<undefined, SendIdCheckRefusal>> {
  if (!actor.unlocked) return refuse({ kind: "session_locked" });
  return ports.db.as(actor, async (tx) => {
    const own = await readOwnIdCheck(ports, tx, actor, slug);
    if (!own) return refuse({ kind: "agency_unknown" });
    if (own.state === "waiting") return ok();
    if (isAtLeast(own.assurance, "photo_checked")) return refuse({ kind: "id_checked_already" });
    const slots = own.pictures.filter(({ pictureId }) => pictureId === null).map(({ slot }) => slot);
    if (slots.length > 0 || own.pictures.length === 0) return refuse({ kind: "id_pictures_missing", slots });
    const of = { agencyId: own.agency.id, personId: actor.personId };
    const id = ports.random.uuid();
    if (!(await insertIdCheck(tx, { ...of, id, now: ports.clock.now() }))) return ok();
    const ids = own.pictures.flatMap(({ pictureId }) => pictureId ?? []);
    await tieIdPictures(tx, of, id, ids);
    await record(ports, tx, { action: "id_check.sent", actor, agencyId: of.agencyId, subjectId: id });
    return ok();
  });
}
