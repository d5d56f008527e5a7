import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { ownPetition, type OwnPetitionRef } from "../desk/own-petition.ts";
import { insertStars } from "../store/own-petition.ts";

export type RateRefusal =
  | { readonly kind: "petition_missing" }
  | { readonly kind: "not_completed" }
  | { readonly kind: "stars_missing" };

/**
 * Keeps how content a citizen is with how their petition went, from 1 to 5; what was said first stands. Refuses before it
 * is completed, another number, and somebody else's petition as one that is not there.
 */
export async function ratePetition(
  ports: Ports,
  actor: Citizen,
  input: OwnPetitionRef & { readonly stars: number },
): Promise<Result<undefined, RateRefusal>> {
  const { stars } = input;
  return ports.db.as(actor, async (tx) => {
    const petition = await ownPetition(tx, actor, input);
    if (petition === null) return refuse({ kind: "petition_missing" });
    if (petition.status !== "completed") return refuse({ kind: "not_completed" });
    if (!Number.isInteger(stars) || stars < 1 || stars > 5) return refuse({ kind: "stars_missing" });
    const { agencyId, id: petitionId, serviceId } = petition;
    const { personId } = actor;
    const saidAt = ports.clock.now();
    await insertStars(tx, { agencyId, petitionId, personId, serviceId, stars, saidAt });
    await record(ports, tx, { action: "petition.rated", actor, agencyId, personId, subjectId: petitionId });
    return ok();
  });
}
