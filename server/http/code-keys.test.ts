import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp } from "../../tests/support/app.ts";
import { testWorld, type TestWorld } from "../../tests/support/ports.ts";
import { codeKeysPath } from "./code-keys.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

test("the keys that verify codes are published to everybody, kept for an hour, each named by its thumbprint", async () => {
  const answer = await testApp(world)().get(codeKeysPath);
  expect(answer.headers.get("content-type")).toBe("application/jwk-set+json");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=3600");
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  const { keys } = (await answer.json()) as { keys: Record<string, string>[] };
  const [key] = keys;
  expect(Object.keys(key ?? {}).sort()).toEqual(["alg", "crv", "kid", "kty", "use", "x", "y"]);
  const thumbprint = createHash("sha256")
    .update(JSON.stringify({ crv: "P-256", kty: "EC", x: key?.["x"], y: key?.["y"] }))
    .digest("base64url");
  expect(thumbprint.slice(0, 8)).toBe(key?.["kid"]);
});
