import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Citizen } from "../../server/kernel/actor.ts";
import { makeAsker, type Asker } from "../support/asker.ts";
import { asSuperuser, bareCitizen } from "../support/citizens.ts";
import { startProduct, type Product } from "../support/product.ts";

let product: Product;
let sql: postgres.Sql;

beforeAll(async () => {
  product = await startProduct();
  sql = asSuperuser(product);
});
afterAll(async () => {
  await sql.end();
  await product.stop();
});

interface Standing {
  readonly citizen: Citizen;
  readonly asker: Asker;
  /** The confirmation that is open before them. */
  readonly path: string;
}

async function standing(): Promise<Standing> {
  const citizen = await bareCitizen(product, sql);
  const asker = await makeAsker(product, citizen);
  return { citizen, asker, path: await asker.scan() };
}

const queueOf = (people: number) => Promise.all(Array.from({ length: people }, standing));

/** The paths of every code a citizen holds. */
async function codesOf({ citizen }: Standing): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`select id from service_code where person_id = ${citizen.personId}`;
  return rows.map(({ id }) => `/liff/code/${id}`);
}

/** Thirty people ask; at the fifth code trouble strikes, and half of them have yet to press. */
async function askThrough(trouble: () => Promise<unknown>): Promise<void> {
  const people = await queueOf(30);
  const fifth = Promise.withResolvers<undefined>();
  let acknowledged = 0;
  const ask = async ({ asker, path }: Standing) => {
    const answer = await asker.pressUntilCode(path);
    acknowledged += 1;
    if (acknowledged === 5) fifth.resolve(undefined);
    return answer;
  };
  const early = people.slice(0, 15).map(ask);
  await fifth.promise;
  const struck = trouble();
  const answers = await Promise.all([...early, ...people.slice(15).map(ask)]);
  await struck;
  expect(answers.some(({ vain }) => vain > 0)).toBe(true);
  for (const [index, person] of people.entries()) {
    const { code } = answers[index]!;
    expect(await codesOf(person)).toEqual([code]);
    expect(await person.asker.press(person.path)).toBe(code);
  }
  const [{ codes, numbers } = { codes: 0, numbers: 0 }] = await sql<{ codes: number; numbers: number }[]>`
    select count(*)::int as codes, count(distinct code)::int as numbers from service_code`;
  expect(numbers).toBe(codes);
}

test("the same request twenty times at once leads to one code", async () => {
  const person = await standing();
  const answers = await Promise.all(Array.from({ length: 20 }, () => person.asker.press(person.path)));
  expect(new Set(answers)).toEqual(new Set(await codesOf(person)));
  expect(await codesOf(person)).toHaveLength(1);
});

test("the app killed while thirty people ask loses no acknowledged code and issues none twice", async () => {
  await askThrough(() => product.crash());
});

/** Ends every connection of the app, again and again for a second, as a database that is restarted does. */
async function cutConnections(): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'pratu_app'`;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test("the database gone for a moment loses no acknowledged code and issues none twice", async () => {
  await askThrough(cutConnections);
});
