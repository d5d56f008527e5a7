import { expect, test } from "vitest";
import { codeSeconds, endsGrant, faultOfCode, isTokenLive, tokenSeconds, type Grant } from "./grant.ts";

const madeAt = new Date("2026-11-21T10:00:00Z");
const after = (seconds: number) => new Date(madeAt.getTime() + seconds * 1000);
const grant: Grant = {
  id: "g",
  clientId: "treasury",
  redirectUri: "https://treasury.example/callback",
  scopes: ["openid"],
  nonce: null,
  challenge: "c",
  sessionId: "s",
  personId: "p",
  madeAt,
  usedAt: null,
  revokedAt: null,
};
const brought = { clientId: "treasury", redirectUri: grant.redirectUri, challenge: "c" };

test("a code is good for its client, address and verifier until its minute is over", () => {
  expect(faultOfCode(grant, brought, after(codeSeconds - 0.001))).toBeNull();
  expect(faultOfCode(grant, brought, after(codeSeconds))).toBe("over");
});

test.each([
  ["foreign", { clientId: "other" }, {}],
  ["redirect", { redirectUri: null }, {}],
  ["verifier", { challenge: "d" }, {}],
  ["verifier", { challenge: null }, {}],
  ["reused", {}, { usedAt: madeAt }],
  ["over", {}, { revokedAt: madeAt }],
] as const)("a code is refused as %s", (fault, change, state) => {
  expect(faultOfCode({ ...grant, ...state }, { ...brought, ...change }, madeAt)).toBe(fault);
});

test("only a code in wrong hands ends its grant: another client's try does not", () => {
  expect(["reused", "verifier"].every((fault) => endsGrant(fault as "reused"))).toBe(true);
  expect(endsGrant("foreign") || endsGrant("over") || endsGrant("redirect")).toBe(false);
});

test("an access token lives ten minutes from its exchange, unless it was revoked", () => {
  const used = { ...grant, usedAt: madeAt };
  expect(isTokenLive(used, after(tokenSeconds - 1))).toBe(true);
  expect(isTokenLive(used, after(tokenSeconds))).toBe(false);
  expect(isTokenLive({ ...used, revokedAt: madeAt }, madeAt)).toBe(false);
  expect(isTokenLive(grant, madeAt)).toBe(false);
});
