import type { CitizenId } from "../../kernel/citizen-id.ts";
import type { Ports } from "../../ports.ts";
import { findPersonByNumber } from "../store/person.ts";

/**
 * True when the person of a number told us a name before, so that nobody has to type it again. Nothing of them is answered
 * but that; the caller counts how many numbers are asked for.
 */
export async function isNameKnown(ports: Ports, citizenId: CitizenId): Promise<boolean> {
  const person = await ports.db.as({ kind: "gate" }, (tx) => findPersonByNumber(ports, tx, citizenId));
  return person !== null && person.firstName !== null && person.lastName !== null;
}
