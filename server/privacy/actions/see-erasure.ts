import type { Citizen } from "../../kernel/actor.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import { listHeldPetitions, type HeldPetition } from "../../petitions/store/held.ts";
import type { Ports } from "../../ports.ts";
import { findLatestVisitDay } from "../../visits/store/erase.ts";
import { holdOf, holdsContact, visitHeldUntil, type PetitionHold } from "../holding.ts";

/** A petition that stays for now, why, and until when as far as that is known. */
export interface HeldHere extends HeldPetition {
  readonly why: PetitionHold;
  readonly until: BangkokDay | null;
}

/** What would stay if the citizen asked to be erased now; everything else goes at once. */
export interface ErasureSeen {
  readonly held: readonly HeldHere[];
  /** Petitions whose content would go at once. */
  readonly free: number;
  /** Name and number stay until then for claims of visits; null: no visit holds them. */
  readonly visitsUntil: BangkokDay | null;
  /** True: e-mail and address stay until the last result was mailed. */
  readonly keepsContact: boolean;
}

/** What holds the citizen's data today, before they decide (PDPA s. 33, 37 (3)). */
export function seeErasure(ports: Ports, actor: Citizen): Promise<ErasureSeen> {
  const today = bangkokDay(ports.clock.now());
  return ports.db.as(actor, async (tx) => {
    const petitions = await listHeldPetitions(tx, actor.personId);
    const held = petitions.flatMap((petition) => {
      const hold = holdOf(petition, today);
      return hold === null ? [] : [{ ...petition, ...hold }];
    });
    const visited = await findLatestVisitDay(tx, actor.personId);
    const until = visited === null ? null : visitHeldUntil(visited);
    return {
      held,
      free: petitions.length - held.length,
      visitsUntil: until !== null && today <= until ? until : null,
      keepsContact: holdsContact(petitions, today),
    };
  });
}
