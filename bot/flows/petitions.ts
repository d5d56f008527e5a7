import type { Answer } from "../answer.ts";
import type { Facts } from "../facts.ts";
import { goOnOrRegister } from "./registration.ts";

/** The latest petitions, or how to file one; an account first. */
export function showPetitions(facts: Facts): Answer {
  if (!facts.linked) return goOnOrRegister(facts);
  if (facts.petitions.length === 0) return { say: [{ kind: "no_petitions" }] };
  return { say: [{ kind: "petitions", petitions: facts.petitions }] };
}

/** The petition whose number was typed, when it is theirs. Anybody else's is answered like one that does not exist. */
export function showTypedPetition(facts: Facts): Answer {
  if (!facts.linked) return goOnOrRegister(facts);
  const { typedPetition } = facts;
  return {
    say: [typedPetition ? { kind: "petitions", petitions: [typedPetition] } : { kind: "petition_not_found" }],
  };
}
