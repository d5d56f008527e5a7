import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeNumberLimit, permuteCodeNumber } from "../server/visits/code-permutation.ts";
import { createDatabase, type TestDatabase } from "./support/database.ts";
import { sha256 } from "./support/mac.ts";
import { readVectors } from "./vectors/read-vectors.ts";

let database: TestDatabase;
let sql: postgres.Sql;

beforeAll(async () => {
  database = await createDatabase();
  sql = postgres(database.superuserUrl, { max: 1 });
});

afterAll(async () => {
  await sql.end();
  await database.drop();
});

async function permutedByDatabase(key: Uint8Array, numbers: readonly number[]): Promise<number[]> {
  const rows = await sql<{ permuted: string }[]>`
    select permute_code_number(${Buffer.from(key)}, n) as permuted
    from unnest(${numbers.map(String)}::bigint[]) with ordinality as given (n, place) order by place`;
  return rows.map((row) => Number(row.permuted));
}

test("the database permutes code numbers as the vectors say", async () => {
  const vectors = readVectors("code-permutation.txt");
  const key = Buffer.from(vectors[0]?.[0] ?? "", "hex");
  const permuted = await permutedByDatabase(
    key,
    vectors.map((vector) => Number(vector[1])),
  );
  expect(permuted).toEqual(vectors.map((vector) => Number(vector[2])));
});

test("the database and the noun agree under any key", async () => {
  const key = randomBytes(32);
  const numbers = Array.from({ length: 500 }, () => randomBytes(6).readUIntBE(0, 6) % codeNumberLimit);
  expect(await permutedByDatabase(key, numbers)).toEqual(
    numbers.map((number) => permuteCodeNumber(sha256, key, number)),
  );
});
