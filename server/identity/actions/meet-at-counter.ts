import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { BirthDate } from "../../kernel/birth-date.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import type { PersonName } from "../../kernel/person-name.ts";
import type { Ports } from "../../ports.ts";
import { isAtLeast } from "../assurance.ts";
import { ensurePerson, savePerson, type KeptPerson } from "../store/person.ts";

/**
 * Who stands at the counter, and how the clerk knows: read from the chip of the card, or typed from it. Names are null
 * where a hospital's system tells none.
 */
export interface MetPerson {
  readonly citizenId: CitizenId;
  readonly firstName: PersonName | null;
  readonly lastName: PersonName | null;
  readonly birth: BirthDate | null;
  readonly source: "card" | "typed";
}

/**
 * Keeps somebody the counter met, if nobody of that number is known, and answers the person's id. A chip that was read
 * corrects names nobody checked against a card before; what was typed only fills in what is missing. What a person
 * proved themselves is never overwritten by typing.
 */
export async function meetAtCounter(
  ports: Ports,
  actor: Staff,
  met: MetPerson,
): Promise<{ readonly personId: string }> {
  const { citizenId, firstName, lastName, birth } = met;
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const id = ports.random.uuid();
    const facts = { citizenId, firstName, lastName, birth };
    const kept = await ensurePerson(ports, tx, { id, facts, assurance: "line", now: ports.clock.now() });
    const merged = mergeMet(kept, met);
    if (merged !== kept) await savePerson(ports, tx, merged);
    if (kept.id === id || merged !== kept) {
      await record(ports, tx, {
        action: kept.id === id ? "person.met" : "person.corrected",
        actor,
        personId: kept.id,
        refs: { source: met.source },
      });
    }
    return { personId: kept.id };
  });
}

/** What is kept of a person after meeting them; the same object when nothing changes. */
export function mergeMet(kept: KeptPerson, met: MetPerson): KeptPerson {
  const corrects = met.source === "card" && !isAtLeast(kept.assurance, "card_checked");
  const firstName = corrects ? (met.firstName ?? kept.firstName) : (kept.firstName ?? met.firstName);
  const lastName = corrects ? (met.lastName ?? kept.lastName) : (kept.lastName ?? met.lastName);
  const birth = corrects ? (met.birth ?? kept.birth) : (kept.birth ?? met.birth);
  const same = firstName === kept.firstName && lastName === kept.lastName && sameBirth(birth, kept.birth);
  return same ? kept : { ...kept, firstName, lastName, birth };
}

function sameBirth(one: BirthDate | null, other: BirthDate | null): boolean {
  if (one === null || other === null) return one === other;
  return one.yearBe === other.yearBe && one.month === other.month && one.day === other.day;
}
