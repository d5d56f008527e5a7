import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { KeptPerson } from "../../identity/store/person.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { KeptVisit } from "../store.ts";

/** The person of a number that was typed at the counter; null: nobody met them yet. The look is written. */
export async function personOfNumber(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  citizenId: CitizenId,
): Promise<KeptPerson | null> {
  const look = { what: "counter", purpose: "counter", personIds: [], citizenId } as const;
  const [person] = (await listLookedAt(ports, tx, actor, look)).values();
  return person ?? null;
}

/** The person of a draft that is being changed. The look is written. */
export async function personOfDraft(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  { id: subjectId, personId }: Pick<KeptVisit, "id" | "personId">,
): Promise<KeptPerson> {
  const look = { what: "visit", purpose: "edit_draft", subjectId, personIds: [personId] } as const;
  const person = (await listLookedAt(ports, tx, actor, look)).get(personId);
  if (!person) throw new Error("a visit's person is not there");
  return person;
}
