import postgres from "postgres";
import type { Citizen } from "../../server/kernel/actor.ts";
import type { TestWorld } from "./ports.ts";

/** Sees everything, for laying out a world and for looking at what was written. */
export function asSuperuser(world: Pick<TestWorld, "database">): postgres.Sql {
  return postgres(world.database.superuserUrl, { max: 2, onnotice: () => {} });
}

/** A citizen with an account row of nothing but ids: for what needs no name, number or PIN. */
export async function bareCitizen(world: Pick<TestWorld, "ports">, sql: postgres.Sql): Promise<Citizen> {
  const { random, clock } = world.ports;
  const personId = random.uuid();
  const lineUserId = `U${personId.replaceAll("-", "")}`;
  const now = clock.now().toISOString();
  const bytes = () => Buffer.from(random.bytes(32));
  await sql`insert into person (id, citizen_index, data_key, sealed, assurance, created_at)
    values (${personId}, ${bytes()}, ${bytes()}, ${bytes()}, 'phone', ${now})`;
  await sql`insert into line_user (channel, line_user_id, person_id, linked_at, language, large_text, created_at)
    values ('c', ${lineUserId}, ${personId}, ${now}, 'th', false, ${now})`;
  return { kind: "citizen", channel: "c", lineUserId, personId, unlocked: true };
}

/** The represented person's yes, as it stands once it was given. */
export async function bareDelegation(
  world: TestWorld,
  sql: postgres.Sql,
  yes: { asker: Citizen; forId: string; services?: readonly string[]; untilDay?: string },
): Promise<string> {
  const { random, clock } = world.ports;
  const id = random.uuid();
  const now = clock.now().toISOString();
  const bytes = () => Buffer.from(random.bytes(32));
  await sql`insert into delegation (id, asker_id, for_id, relation, way, state, services, until_day, request_key,
      data_key, sealed, asked_at, answered_at)
    values (${id}, ${yes.asker.personId}, ${yes.forId}, 'mother', 'otp', 'agreed',
      ${yes.services ? [...yes.services] : null}, ${yes.untilDay ?? "2027-11-20"}, ${random.uuid()},
      ${bytes()}, ${bytes()}, ${now}, ${now})`;
  return id;
}
