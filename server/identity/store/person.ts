import { eq } from "drizzle-orm";
import { person } from "../../../db/schema/index.ts";
import type { BirthDate } from "../../kernel/birth-date.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import type { PersonName } from "../../kernel/person-name.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { AssuranceLevel } from "../assurance.ts";

/** What is known of somebody whose citizen id the system has met. Names are null until they registered. */
export interface PersonFacts {
  readonly citizenId: CitizenId;
  readonly firstName: PersonName | null;
  readonly lastName: PersonName | null;
  readonly birth: BirthDate | null;
}

export interface KeptPerson extends PersonFacts {
  readonly id: string;
  readonly assurance: AssuranceLevel;
  /** Wrapped; it seals everything of this person. */
  readonly dataKey: Uint8Array;
}

type Sealer = Pick<Ports, "vault" | "keys">;

/** The person of an id, if the actor may see them. */
export async function findPerson(ports: Sealer, tx: Tx, id: string): Promise<KeptPerson | null> {
  const [row] = await tx.select().from(person).where(eq(person.id, id));
  return row ? keptOf(ports, row) : null;
}

/** The person of a citizen id, by blind index. Runs as the gate. */
export async function findPersonByNumber(
  ports: Sealer,
  tx: Tx,
  citizenId: CitizenId,
): Promise<KeptPerson | null> {
  const index = ports.keys.blindIndex("citizen_id", citizenId);
  const [row] = await tx.select().from(person).where(eq(person.citizenIndex, index));
  return row ? keptOf(ports, row) : null;
}

/** Keeps a person when nobody of that number is known yet; answers the one there is now. Runs as the gate. */
export async function ensurePerson(
  ports: Sealer,
  tx: Tx,
  made: {
    readonly id: string;
    readonly facts: PersonFacts;
    readonly assurance: AssuranceLevel;
    readonly now: Date;
  },
): Promise<KeptPerson> {
  const { id, facts, assurance, now } = made;
  const dataKey = ports.vault.newDataKey();
  await tx
    .insert(person)
    .values({
      id,
      citizenIndex: ports.keys.blindIndex("citizen_id", facts.citizenId),
      dataKey,
      sealed: ports.vault.seal(dataKey, placeOf(id), facts),
      assurance,
      createdAt: now,
    })
    .onConflictDoNothing({ target: person.citizenIndex });
  const kept = await findPersonByNumber(ports, tx, facts.citizenId);
  if (!kept) throw new Error("a person who was just kept is not there");
  return kept;
}

/** Writes what a person told about themselves and how far it was proven. */
export async function savePerson(ports: Sealer, tx: Tx, kept: KeptPerson): Promise<void> {
  const { id, assurance, dataKey, citizenId, firstName, lastName, birth } = kept;
  const facts: PersonFacts = { citizenId, firstName, lastName, birth };
  await tx
    .update(person)
    .set({ sealed: ports.vault.seal(dataKey, placeOf(id), facts), assurance })
    .where(eq(person.id, id));
}

/** Stands where a number was: it has the length of one and belongs to nobody. */
export const noCitizenId = "0000000000000" as CitizenId;

/**
 * Takes a person's number away: the blind index becomes a random one, so that whoever comes with the number is somebody
 * new. Names and what was filed stay. Runs as the gate.
 */
export async function takeNumberFrom(
  ports: Sealer & Pick<Ports, "random">,
  tx: Tx,
  kept: KeptPerson,
): Promise<void> {
  await savePerson(ports, tx, { ...kept, citizenId: noCitizenId });
  await tx
    .update(person)
    .set({ citizenIndex: ports.random.bytes(32) })
    .where(eq(person.id, kept.id));
}

/** Opens a person's row. */
export function keptOf(
  ports: Pick<Ports, "vault">,
  row: Pick<typeof person.$inferSelect, "id" | "dataKey" | "sealed" | "assurance">,
): KeptPerson {
  const facts = ports.vault.open<PersonFacts>(row.dataKey, placeOf(row.id), row.sealed);
  return { ...facts, id: row.id, assurance: row.assurance as AssuranceLevel, dataKey: row.dataKey };
}

function placeOf(rowId: string) {
  return { table: "person", rowId };
}
