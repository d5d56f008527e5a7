import { counterPerson, type CounterPerson } from "../../identity/counter-person.ts";
import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";

/** The person of a draft that was handed over, for the officer who took it; writes the look. */
export async function lookAtHanded(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  { handOverId, personId }: { readonly handOverId: string; readonly personId: string },
): Promise<CounterPerson> {
  const look = {
    what: "counter",
    purpose: "hand_over",
    subjectId: handOverId,
    personIds: [personId],
  } as const;
  const person = (await listLookedAt(ports, tx, actor, look)).get(personId);
  if (!person) throw new Error("a draft of nobody was handed over");
  return counterPerson(person);
}
