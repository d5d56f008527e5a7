import { expect, test } from "vitest";
import { claimedClient, judgeAssertion } from "./client-assertion.ts";

const now = new Date("2026-11-21T10:00:00Z");
const seconds = now.getTime() / 1000;
const expected = { clientId: "treasury", audiences: ["https://pratu.example"] };
const good = {
  iss: "treasury",
  sub: "treasury",
  aud: "https://pratu.example",
  jti: "once",
  exp: seconds + 60,
};

test("an assertion of the client to us is good until its end", () => {
  expect(judgeAssertion(good, expected, now)).toEqual({
    jti: "once",
    expiresAt: new Date((seconds + 60) * 1000),
  });
});

test.each([
  ["of another issuer", { iss: "other" }],
  ["of another subject", { sub: "other" }],
  ["to another provider", { aud: "https://other.example" }],
  ["to nobody", { aud: undefined }],
  ["without an id", { jti: undefined }],
  ["that is over", { exp: seconds }],
  ["that never ends", { exp: undefined }],
  ["good for an hour", { exp: seconds + 3600 }],
  ["good tomorrow", { nbf: seconds + 86_400 }],
])("an assertion %s proves nothing", (_, change) => {
  expect(judgeAssertion({ ...good, ...change }, expected, now)).toBeNull();
});

test("whom an assertion claims to be of is read from any text without a fault", () => {
  const payload = btoa(JSON.stringify({ sub: "treasury" }));
  expect(claimedClient(`h.${payload}.s`)).toBe("treasury");
  for (const text of ["", "a.b.c", "..", "x", `h.${btoa("null")}.s`, `h.${btoa('{"sub":1}')}.s`]) {
    expect(claimedClient(text)).toBe("");
  }
});
