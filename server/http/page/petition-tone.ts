import type { PetitionOutcome } from "../../petitions/petition.ts";
import type { PetitionStatus } from "../../petitions/petition-status.ts";
import type { Tone } from "./status-tag.tsx";

const toneOfStatus: Readonly<Record<PetitionStatus, Tone>> = {
  submitted: "plain",
  received: "plain",
  in_progress: "waiting",
  completed: "done",
};

const toneOfOutcome: Readonly<Record<PetitionOutcome, Tone>> = {
  granted: "done",
  done: "done",
  refused: "refused",
  withdrawn: "plain",
  not_ours: "plain",
};

/** How a petition looks: once it ended by how it ended, so that a refusal never looks like a success. */
export function toneOfPetition(petition: {
  readonly status: PetitionStatus;
  readonly outcome: PetitionOutcome | null;
}): Tone {
  const { status, outcome } = petition;
  return outcome === null ? toneOfStatus[status] : toneOfOutcome[outcome];
}
