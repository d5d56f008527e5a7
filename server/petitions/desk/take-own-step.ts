import type { Citizen } from "../../kernel/actor.ts";
import { refuse, ok, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { listEvents } from "../store/petition-event.ts";
import type { KeptPetition } from "../store/petition.ts";
import type { OwnStepRefusal } from "../own-step-refusal.ts";
import { ownPetition, type OwnPetitionRef } from "./own-petition.ts";
import { takeStep, type StepInput } from "./take-step.ts";

/** The petition after the step; `isNew` false: the same post had taken it before. */
export interface TakenStep {
  readonly petition: KeptPetition;
  readonly isNew: boolean;
}

/** The step itself, and at most an assignment after it, which the citizen does not see. */
const mostSince = 2;

/**
 * A step of the citizen on their own petition, from the version their page showed. The same post again, its step being the
 * last that was taken, changes nothing and is granted: sent twice, taken once. Refuses what `takeStep` refuses, and
 * somebody else's petition as one that is not there.
 */
export async function takeOwnStep(
  ports: Ports,
  tx: Tx,
  actor: Citizen,
  ref: OwnPetitionRef,
  input: Omit<StepInput, "petition">,
): Promise<Result<TakenStep, OwnStepRefusal>> {
  const petition = await ownPetition(tx, actor, ref, true);
  if (petition === null) return refuse({ kind: "petition_missing" });
  if (petition.version !== input.seen) {
    const events = await listEvents(ports, tx, petition);
    const last = events.at(-1)?.happenedAt.getTime();
    const isTaken = events.some(
      ({ kind, doer, happenedAt }) =>
        kind === input.step && doer === "citizen" && happenedAt.getTime() === last,
    );
    const since = petition.version - input.seen;
    if (since > 0 && since <= mostSince && isTaken) return ok({ petition, isNew: false });
  }
  const taken = await takeStep(ports, tx, actor, { ...input, petition });
  return taken.ok ? ok({ petition: taken.value, isNew: true }) : taken;
}
