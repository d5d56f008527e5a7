import type { BirthDate } from "../kernel/birth-date.ts";
import type { CitizenId } from "../kernel/citizen-id.ts";
import type { PersonName } from "../kernel/person-name.ts";
import type { AssuranceLevel } from "./assurance.ts";

/** A person as the counter sees them. Names are null until somebody told them. */
export interface CounterPerson {
  readonly id: string;
  readonly citizenId: CitizenId;
  readonly firstName: PersonName | null;
  readonly lastName: PersonName | null;
  readonly birth: BirthDate | null;
  readonly assurance: AssuranceLevel;
}

/** Of what is kept of a person, what the counter sees. */
export function counterPerson(kept: CounterPerson): CounterPerson {
  const { id, citizenId, firstName, lastName, birth, assurance } = kept;
  return { id, citizenId, firstName, lastName, birth, assurance };
}
