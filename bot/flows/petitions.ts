import type { Answer } from "../answer.ts";
import type { Facts } from "../facts.ts";
import type { Say } from "../say.ts";
import { openDrafts } from "./drafts.ts";
import { joinFirst } from "./registration.ts";

/** What was left unsent, then the latest petitions or how to file one; an account first. */
export function showPetitions(facts: Facts): Answer {
  if (!facts.linked) return joinFirst("petitions", facts);
  const { petitions } = facts;
  const filed: Say = petitions.length === 0 ? { kind: "no_petitions" } : { kind: "petitions", petitions };
  return { say: [...openDrafts(facts), filed] };
}

/** What was left unsent, then the way to the services, which anybody may look through. */
export function beginPetition(facts: Facts): Answer {
  return { say: [...openDrafts(facts), { kind: "services" }] };
}

/** The petition whose number was typed, when it is theirs. Anybody else's is answered like one that does not exist. */
export function showTypedPetition(facts: Facts): Answer {
  if (!facts.linked) return joinFirst("petitions", facts);
  const { typedPetition } = facts;
  return {
    say: [typedPetition ? { kind: "petitions", petitions: [typedPetition] } : { kind: "petition_not_found" }],
  };
}
