import { expect, test } from "vitest";
import { answerAddress, isFreshEnough, judgeRequest, readWayBack } from "./authorization-request.ts";
import type { Client } from "./client.ts";
import { readParameters, type Parameters } from "./parameters.ts";

const redirectUri = "https://treasury.example/callback";
const client: Client = {
  id: "treasury",
  nameTh: "คลัง",
  nameEn: "Treasury",
  auth: "none",
  secretHash: null,
  keys: [],
  redirectUris: [redirectUri],
  postLogoutUris: [],
  rights: ["recorder"],
  endedAt: null,
};
const good = {
  client_id: "treasury",
  redirect_uri: redirectUri,
  response_type: "code",
  scope: "openid seat address",
  code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
  code_challenge_method: "S256",
  state: "s",
};

/** The good request with something changed; an empty value was not sent. */
function sentWith(change: Readonly<Record<string, string>>): Parameters {
  const sent = readParameters(new URLSearchParams({ ...good, ...change }).toString());
  if (!sent) throw new Error("too long");
  return sent;
}

const judge = (change: Readonly<Record<string, string>>) =>
  judgeRequest(sentWith(change), { redirectUri, state: "s" });

test("a request that is right is read with the scopes we know", () => {
  expect(judge({ nonce: "n", max_age: "60", prompt: "login" })).toEqual({
    ok: true,
    value: {
      clientId: "treasury",
      redirectUri,
      scopes: ["openid", "seat"],
      state: "s",
      nonce: "n",
      challenge: good.code_challenge,
      prompt: "login",
      maxAge: 60,
    },
  });
});

test.each([
  ["no response type", { response_type: "" }, "unsupported_response_type"],
  ["the implicit flow", { response_type: "id_token" }, "unsupported_response_type"],
  ["the hybrid flow", { response_type: "code id_token" }, "unsupported_response_type"],
  ["a scope without openid", { scope: "profile seat" }, "invalid_scope"],
  ["no scope", { scope: "" }, "invalid_scope"],
  ["no challenge", { code_challenge: "" }, "invalid_request"],
  ["a challenge in the clear", { code_challenge_method: "plain" }, "invalid_request"],
  ["a challenge whose way is not said", { code_challenge_method: "" }, "invalid_request"],
  ["a challenge of another length", { code_challenge: "short" }, "invalid_request"],
  ["an answer in the fragment", { response_mode: "fragment" }, "invalid_request"],
  ["a request object", { request: "eyJhbGciOiJub25lIn0.e30." }, "request_not_supported"],
  ["a request object elsewhere", { request_uri: "https://evil.example/r" }, "request_uri_not_supported"],
  ["a registration", { registration: "{}" }, "registration_not_supported"],
  ["prompt none beside another", { prompt: "none login" }, "invalid_request"],
  ["a prompt nobody knows", { prompt: "hello" }, "invalid_request"],
  ["an age that is none", { max_age: "-1" }, "invalid_request"],
  ["a state of a thousand letters and one", { state: "a".repeat(1001) }, "invalid_request"],
  ["a nonce of five hundred letters and one", { nonce: "a".repeat(501) }, "invalid_request"],
])("%s is told to the relying party", (_, change, error) => {
  expect(judge(change)).toMatchObject({ ok: false, refusal: { kind: "told", error } });
});

test("a parameter sent twice is told to the relying party", () => {
  const sent = readParameters(`${new URLSearchParams(good).toString()}&nonce=a&nonce=b`);
  if (!sent) throw new Error("too long");
  expect(judgeRequest(sent, { redirectUri, state: "s" })).toMatchObject({
    refusal: { error: "invalid_request" },
  });
});

test.each([
  ["another host", "https://treasury.example.evil.example/callback"],
  ["another path", `${redirectUri}/..%2f..`],
  ["a query behind it", `${redirectUri}?next=https://evil.example`],
  ["other capitals", "https://TREASURY.example/callback"],
  ["a user name in it", "https://treasury.example@evil.example/callback"],
  ["a slash too many", `${redirectUri}/`],
  ["a script", "javascript:alert(1)"],
])("a way back with %s is nobody's", (_, foreign) => {
  expect(readWayBack(sentWith({ redirect_uri: foreign }), client)).toEqual({
    ok: false,
    refusal: { kind: "redirect_unknown" },
  });
});

test("a way back that is sent twice is nobody's", () => {
  const sent = readParameters(`redirect_uri=${redirectUri}&redirect_uri=https://evil.example`);
  if (!sent) throw new Error("too long");
  expect(readWayBack(sent, client)).toMatchObject({ refusal: { kind: "redirect_unknown" } });
});

test("a client that is ended has no way back", () => {
  const ended = { ...client, endedAt: new Date("2026-11-21T10:00:00Z") };
  expect(readWayBack(sentWith({}), ended)).toMatchObject({ refusal: { kind: "client_unknown" } });
});

test("a sign-in answers a request it came after, and an older one only as far as the request allows", () => {
  const [before, askedAt, after] = [0, 90, 91].map((second) => new Date(second * 1000)) as [Date, Date, Date];
  const atOnce = { askedAt, now: askedAt };
  expect(isFreshEnough({ prompt: null, maxAge: null }, before, atOnce)).toBe(true);
  expect(isFreshEnough({ prompt: null, maxAge: 90 }, before, atOnce)).toBe(true);
  expect(isFreshEnough({ prompt: null, maxAge: 89 }, before, atOnce)).toBe(false);
  expect(isFreshEnough({ prompt: "login", maxAge: null }, before, atOnce)).toBe(false);
  expect(isFreshEnough({ prompt: "login", maxAge: 0 }, after, atOnce)).toBe(true);
});

test("a sign-in that was young enough when it was asked for is too old once the request waited", () => {
  const [before, askedAt, now] = [0, 90, 120].map((second) => new Date(second * 1000)) as [Date, Date, Date];
  expect(isFreshEnough({ prompt: null, maxAge: 90 }, before, { askedAt, now })).toBe(false);
  expect(isFreshEnough({ prompt: null, maxAge: 120 }, before, { askedAt, now })).toBe(true);
});

test("an answer keeps the query an address was registered with and says who gives it", () => {
  const way = { redirectUri: "https://treasury.example/cb?tenant=1", state: "a&b" };
  expect(answerAddress(way, "https://pratu.example", { code: "c" })).toBe(
    "https://treasury.example/cb?tenant=1&code=c&state=a%26b&iss=https%3A%2F%2Fpratu.example",
  );
});
