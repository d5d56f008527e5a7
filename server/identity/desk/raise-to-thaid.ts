import { record } from "../../audit/store.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { ThaIdIdentity } from "../../kernel/thaid-port.ts";
import type { Ports, Tx } from "../../ports.ts";
import { higherLevel, isAtLeast } from "../assurance.ts";
import { savePerson, type KeptPerson } from "../store/person.ts";

/**
 * Puts a person whom ThaID vouched for on the highest rung. The names are taken from ThaID where nothing proved those that
 * stand there: below a checked card they were only typed.
 */
export async function raiseToThaId(
  ports: Ports,
  tx: Tx,
  actor: Actor,
  person: KeptPerson,
  { firstName, lastName }: Pick<ThaIdIdentity, "firstName" | "lastName">,
): Promise<void> {
  const isProven = isAtLeast(person.assurance, "card_checked");
  const names = isProven
    ? {}
    : { firstName: firstName ?? person.firstName, lastName: lastName ?? person.lastName };
  await savePerson(ports, tx, { ...person, ...names, assurance: higherLevel(person.assurance, "thaid") });
  await record(ports, tx, { action: "person.proven_by_thaid", actor, personId: person.id });
}
