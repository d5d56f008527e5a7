import type { Citizen, Staff, SystemActor } from "../kernel/actor.ts";
import type { PetitionDoer } from "./petition.ts";

/** Who may do something to a petition. */
export type StepActor = Citizen | Staff | SystemActor;

/** Who did it, as an event says it, and their id: a person, an account; none of a job. */
export function doerOf(actor: StepActor): { readonly doer: PetitionDoer; readonly doerId: string | null } {
  switch (actor.kind) {
    case "citizen":
      return { doer: "citizen", doerId: actor.personId };
    case "staff":
      return { doer: "staff", doerId: actor.staffId };
    case "system":
      return { doer: "system", doerId: null };
  }
}
