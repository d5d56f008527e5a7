import { eq } from "drizzle-orm";
import { buildEndSessionUrl, fetchUserInfo } from "openid-client";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { seatHolding, softToken } from "../../db/schema/index.ts";
import { endKeysOfHolding } from "../credentials/store/key-end.ts";
import { appOver, origin } from "../../tests/support/app.ts";
import { testWorld, type TestWorld } from "../../tests/support/ports.ts";
import {
  afterLogout,
  refusalOf,
  relyingParty,
  signIn as signInAt,
  type TestRelyingParty,
} from "../../tests/support/relying-party.ts";
import { seatSomebody, signInAgain, type Seated } from "../../tests/support/seated.ts";
import { bangkokDay } from "../kernel/thai-date.ts";
import { endClient } from "./actions/register-client.ts";
import { hurryKeys } from "./actions/rotate-keys.ts";

let world: TestWorld;
let seated: Seated;
let signedInAt: Date;
let party: TestRelyingParty;
const actor = { kind: "system", job: "test" } as const;

beforeAll(async () => {
  world = await testWorld();
  world.clock.set(new Date());
  signedInAt = world.clock.now();
  seated = await seatSomebody(world);
  party = await relyingParty(world);
});
/** The independent client knows no clock but the real one. */
beforeEach(() => world.clock.set(new Date()));
afterAll(() => world.close());

const signIn = (from: TestRelyingParty = party, who: Pick<Seated, "cookie"> = seated) =>
  signInAt(from, who.cookie);

const subjectIn = (tokens: Awaited<ReturnType<typeof signIn>>) => tokens.claims()?.sub ?? "";

test("an independent client signs a recorder in and reads seat, right and agency out of the ID token", async () => {
  const tokens = await signIn();
  expect(tokens.claims()).toMatchObject({
    iss: origin,
    aud: "treasury",
    name: "มานี ชูใจ",
    seat_code: seated.userCode,
    seat_right: "recorder",
    seat_part: "holder",
    agency_id: seated.agencyId,
    acr: "urn:pratu:acr:soft-token",
    amr: ["pwd", "swk", "pin", "mfa"],
    auth_time: Math.floor(signedInAt.getTime() / 1000),
  });
  const told = await fetchUserInfo(party.config, tokens.access_token, subjectIn(tokens));
  expect(told).toMatchObject({ seat_right: "recorder", seat_code: seated.userCode, name: "มานี ชูใจ" });
  expect(JSON.stringify([tokens.claims(), told])).not.toContain(seated.citizenId);
});

test("a request with openid alone is told who it is and nothing more", async () => {
  const way = await party.begin({ scope: "openid" });
  const tokens = await party.finish(way, await party.open(way, seated.cookie));
  expect(Object.keys(tokens.claims() ?? {}).sort()).toEqual(
    "acr amr at_hash aud auth_time azp exp iat iss nonce sid sub".split(" "),
  );
});

test("one person is the same to a client at every sign-in, and another to every client", async () => {
  const other = await relyingParty(world, { id: "other-portal" });
  const [first, second, elsewhere] = [await signIn(), await signIn(), await signIn(other)];
  expect(subjectIn(second)).toBe(subjectIn(first));
  expect(subjectIn(elsewhere)).not.toBe(subjectIn(first));
  expect(elsewhere.claims()?.["sid"]).not.toBe(first.claims()?.["sid"]);
});

test("a code that comes twice is refused, and ends the tokens made of it", async () => {
  const way = await party.begin();
  const answer = await party.open(way, seated.cookie);
  const tokens = await party.finish(way, answer);
  expect(await refusalOf(party.finish(way, answer))).toBe("invalid_grant");
  const told = fetchUserInfo(party.config, tokens.access_token, subjectIn(tokens));
  expect(await refusalOf(told)).toBe("401 bearer");
});

test("of two that bring a code at the same moment one gets tokens at most", async () => {
  const way = await party.begin();
  const answer = await party.open(way, seated.cookie);
  const both = await Promise.allSettled([party.finish(way, answer), party.finish(way, answer)]);
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a code brought with another verifier is refused and good for nobody afterwards", async () => {
  const way = await party.begin();
  const answer = await party.open(way, seated.cookie);
  const stolen = { ...way, checks: { ...way.checks, pkceCodeVerifier: "a".repeat(43) } };
  expect(await refusalOf(party.finish(stolen, answer))).toBe("invalid_grant");
  expect(await refusalOf(party.finish(way, answer))).toBe("invalid_grant");
});

test("a code is refused after its minute", async () => {
  const way = await party.begin();
  const answer = await party.open(way, seated.cookie);
  world.clock.pass(60);
  expect(await refusalOf(party.finish(way, answer))).toBe("invalid_grant");
});

test("another client's code is refused, and stays good for its own", async () => {
  const thief = await relyingParty(world, { id: "thief" });
  const way = await party.begin();
  const answer = await party.open(way, seated.cookie);
  expect(await refusalOf(thief.finish(way, answer))).toBe("invalid_grant");
  expect((await party.finish(way, answer)).access_token).toMatch(/^.{43}$/);
});

test("an access token is over after ten minutes, and is taken from no query", async () => {
  const tokens = await signIn();
  const app = appOver(world);
  const query = await app.request(`${origin}/api/openid/userinfo?access_token=${tokens.access_token}`);
  expect(query.status).toBe(401);
  world.clock.pass(600);
  expect(await refusalOf(fetchUserInfo(party.config, tokens.access_token, subjectIn(tokens)))).toBe(
    "401 bearer",
  );
});

test("a phone that is reported lost closes userinfo with the next call, and the code that waits", async () => {
  const lost = await seatSomebody(world);
  const tokens = await signIn(party, lost);
  const way = await party.begin();
  const answer = await party.open(way, lost.cookie);
  await world.ports.db.as({ kind: "gate" }, (tx) =>
    endKeysOfHolding(tx, lost.holdingId, { state: "stopped", reason: "lost", now: world.clock.now() }),
  );
  expect(await refusalOf(fetchUserInfo(party.config, tokens.access_token, subjectIn(tokens)))).toBe(
    "401 bearer",
  );
  expect(await refusalOf(party.finish(way, answer))).toBe("invalid_grant");
  expect((await party.open(await party.begin(), lost.cookie)).pathname).toBe("/seat/sign-in");
});

test("a key that is ended by itself closes userinfo too, though its session was left open", async () => {
  const ended = await seatSomebody(world);
  const tokens = await signIn(party, ended);
  const change = { state: "disabled", endedAt: world.clock.now() };
  await world.ports.db.as(actor, (tx) =>
    tx.update(softToken).set(change).where(eq(softToken.id, ended.softTokenId)),
  );
  expect(await refusalOf(fetchUserInfo(party.config, tokens.access_token, subjectIn(tokens)))).toBe(
    "401 bearer",
  );
});

const yesterday = () => bangkokDay(new Date(world.clock.now().getTime() - 86_400_000));

test.each<[string, "holder" | "deputy", () => Partial<typeof seatHolding.$inferInsert>]>([
  ["a deputy whose last day was yesterday", "deputy", () => ({ endsOn: yesterday() })],
  ["a holder whose last day was yesterday", "holder", () => ({ endsOn: yesterday() })],
  ["a holder whose time in the seat was ended", "holder", () => ({ state: "ended", endedAt: new Date() })],
])("%s gets no code, no tokens for one and no answer of userinfo", async (_, part, change) => {
  const over = await seatSomebody(world, { part });
  const tokens = await signIn(party, over);
  const way = await party.begin();
  const answer = await party.open(way, over.cookie);
  await world.ports.db.as(actor, (tx) =>
    tx.update(seatHolding).set(change()).where(eq(seatHolding.id, over.holdingId)),
  );
  expect(await refusalOf(party.finish(way, answer))).toBe("invalid_grant");
  expect(await refusalOf(fetchUserInfo(party.config, tokens.access_token, subjectIn(tokens)))).toBe(
    "401 bearer",
  );
  expect((await party.open(await party.begin(), over.cookie)).pathname).toBe("/seat/sign-in");
});

test("a deputy whose last day is today comes in until it is over", async () => {
  const last = await seatSomebody(world, { part: "deputy" });
  const change = { endsOn: bangkokDay(world.clock.now()) };
  await world.ports.db.as(actor, (tx) =>
    tx.update(seatHolding).set(change).where(eq(seatHolding.id, last.holdingId)),
  );
  expect((await signIn(party, last)).claims()).toMatchObject({ seat_part: "deputy" });
});

test("signing out ends the seat's session, and what was given out on it", async () => {
  const leaving = { ...seated, ...(await signInAgain(world, seated)) };
  const tokens = await signIn(party, leaving);
  const way = await party.begin();
  const waiting = await party.open(way, leaving.cookie);
  const out = buildEndSessionUrl(party.config, {
    id_token_hint: tokens.id_token ?? "",
    post_logout_redirect_uri: afterLogout,
    state: "bye",
  });
  const answer = await appOver(world).request(out, { headers: { cookie: leaving.cookie } });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `${afterLogout}?state=bye`]);
  expect(answer.headers.get("set-cookie")).toContain("__Host-seat=;");
  expect(await refusalOf(fetchUserInfo(party.config, tokens.access_token, subjectIn(tokens)))).toBe(
    "401 bearer",
  );
  expect(await refusalOf(party.finish(way, waiting))).toBe("invalid_grant");
});

test("an announced key that must sign at once is known already, and a forgotten one verifies nothing", async () => {
  const before = await signIn();
  const app = appOver(world);
  const kids = async () =>
    ((await (await app.request(`${origin}/api/openid/keys`)).json()) as { keys: { kid: string }[] }).keys.map(
      ({ kid }) => kid,
    );
  const [current = "", next = ""] = await kids();
  expect(headOf(before.id_token)).toMatchObject({ kid: current, alg: "ES256" });
  await hurryKeys(world.ports, actor, { forget: true });
  const after = await signIn();
  expect(headOf(after.id_token)).toMatchObject({ kid: next });
  expect(await kids()).not.toContain(current);
});

test("the private half of no key is in what is published or kept in the clear", async () => {
  const app = appOver(world);
  const published = await (await app.request(`${origin}/api/openid/keys`)).json();
  expect(JSON.stringify(published)).not.toMatch(/"d"/);
});

test("a client that is ended signs nobody in, and what it holds opens nothing", async () => {
  const gone = await relyingParty(world, { id: "gone" });
  const tokens = await signIn(gone);
  await endClient(world.ports, actor, "gone");
  expect(await refusalOf(fetchUserInfo(gone.config, tokens.access_token, subjectIn(tokens)))).toBe(
    "401 bearer",
  );
  const answer = await appOver(world).request((await gone.begin()).url, {
    headers: { cookie: seated.cookie },
  });
  expect([answer.status, answer.headers.get("location")]).toEqual([400, null]);
});

function headOf(token = ""): unknown {
  return JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString("utf8")) as unknown;
}
