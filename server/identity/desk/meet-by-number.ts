import type { CitizenId } from "../../kernel/citizen-id.ts";
import type { Ports, Tx } from "../../ports.ts";
import { ensurePerson } from "../store/person.ts";

/**
 * The id of the person behind a citizen id, kept as met when nobody of that number is known yet. What somebody else
 * says they are called is not kept with them. Runs as the gate.
 */
export async function meetByNumber(ports: Ports, tx: Tx, citizenId: CitizenId): Promise<string> {
  const facts = { citizenId, firstName: null, lastName: null, birth: null };
  const made = { id: ports.random.uuid(), facts, assurance: "line", now: ports.clock.now() } as const;
  return (await ensurePerson(ports, tx, made)).id;
}
