import type { Staff } from "../../kernel/actor.ts";
import type { Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import type { DeskRefusal } from "../desk-refusal.ts";
import { untypedStep } from "../desk-step.ts";
import { takeOfficerStep } from "../desk/officer-step.ts";
import { petitionsAPage } from "../queue.ts";
import { listNumbers } from "../store/queue.ts";
import type { TrackingNumber } from "../tracking-number.ts";

/** A petition that was chosen, as its line showed it. */
export interface ChosenLine {
  readonly petitionId: string;
  readonly seen: number;
}

export interface MovedLine {
  readonly petitionId: string;
  /** Null: nothing of that id is within the officer's reach. */
  readonly number: TrackingNumber | null;
  readonly result: Result<{ readonly petitionId: string }, DeskRefusal>;
}

/**
 * Receives or assigns several petitions at once, each for itself: what is refused of one stops no other, and each has
 * its own answer. A page's worth at most; what is past it is left alone. Sent twice, each is moved once.
 */
export async function movePetitions(
  ports: Ports,
  actor: Staff,
  input: {
    readonly lines: readonly ChosenLine[];
    readonly what: "received" | "assigned";
    readonly officerId: string;
    readonly requestKey: string;
  },
): Promise<readonly MovedLine[]> {
  const { what, officerId, requestKey } = input;
  const lines = input.lines.slice(0, petitionsAPage);
  const ids = lines.map(({ petitionId }) => petitionId);
  const numbers = await ports.db.as(actor, (tx) => listNumbers(tx, actor.agencyId, ids));
  const typed = { ...untypedStep(what), officerId: what === "assigned" ? officerId : "" };
  const moved: MovedLine[] = [];
  for (const line of lines) {
    const step = { ...line, typed, requestKey };
    const result = await ports.db.as(actor, (tx) => takeOfficerStep(ports, tx, actor, step));
    const isHidden = !result.ok && result.refusal.kind === "petition_not_found";
    const number = isHidden ? null : (numbers.get(line.petitionId) ?? null);
    moved.push({ petitionId: line.petitionId, number, result });
  }
  return moved;
}
