import { seatHolding, signInChallenge } from "../../db/schema/index.ts";
import { and, desc, eq } from "drizzle-orm";
import { beginActivation } from "../../server/credentials/actions/begin-activation.ts";
import { beginSignIn } from "../../server/credentials/actions/begin-sign-in.ts";
import { confirmPhone } from "../../server/credentials/actions/confirm-phone.ts";
import { makeKey } from "../../server/credentials/actions/make-key.ts";
import { openActivation } from "../../server/credentials/actions/open-activation.ts";
import { seeActivation } from "../../server/credentials/actions/see-activation.ts";
import { seeChallenge } from "../../server/credentials/actions/see-challenge.ts";
import { takeActivation } from "../../server/credentials/actions/take-activation.ts";
import type { SeatSession } from "../../server/credentials/seat-session.ts";
import { challengeText, newKeyText } from "../../server/credentials/signed-text.ts";
import type { KeptHolding } from "../../server/credentials/store/holding.ts";
import { hashOf } from "../../server/http/cookie.ts";
import { insertHalfSeatSession } from "../../server/http/seat-session-store.ts";
import { encodeBase64url } from "../../server/kernel/base64url.ts";
import type { LineUser } from "../../server/kernel/actor.ts";
import type { Ports } from "../../server/ports.ts";
import { granted } from "./people.ts";

const gate = { kind: "gate" } as const;
const curve = { name: "ECDSA", namedCurve: "P-256" };
const ecdsa = { name: "ECDSA", hash: "SHA-256" };

/** The PIN that keys of tests have. */
export const testPin = "730948";

/** A pair as a phone makes it. */
export interface TestPair {
  readonly publicKey: string;
  sign(text: string): Promise<string>;
}

/** Makes a pair as the phone's script does. */
export async function newTestPair(): Promise<TestPair> {
  const pair = await crypto.subtle.generateKey(curve, false, ["sign", "verify"]);
  const spki = await crypto.subtle.exportKey("spki", pair.publicKey);
  return {
    publicKey: encodeBase64url(new Uint8Array(spki)),
    sign: async (text) =>
      encodeBase64url(
        new Uint8Array(await crypto.subtle.sign(ecdsa, pair.privateKey, new TextEncoder().encode(text))),
      ),
  };
}

/** Somebody of a seat at a computer, after the password. */
export async function halfSession(
  ports: Ports,
  holding: KeptHolding,
): Promise<SeatSession & { cookie: string }> {
  const value = encodeBase64url(ports.random.bytes(32));
  const [id, now] = [ports.random.uuid(), ports.clock.now()];
  const { agencyId, seatId, id: holdingId } = holding;
  const made = { id, agencyId, seatId, holdingId, tokenHash: hashOf(value), device: "test", now };
  await ports.db.as(gate, (tx) => insertHalfSeatSession(tx, made));
  const { issuerId, userCode, right, state: holdingState, part, personId } = holding;
  return {
    ...{ id, agencyId, issuerId, agency: { nameTh: "", nameEn: "" }, seatId, userCode, right, holdingId },
    ...{ holdingState, part, personId, name: "", mustChangePassword: false, passwordSetAt: null },
    cookie: `__Host-seat=${value}`,
  };
}

/** Lets somebody in a seat make a key, as a granted request does. */
export async function grantKey(ports: Ports, holdingId: string): Promise<void> {
  const newKeyFrom = ports.clock.now();
  await ports.db.as(gate, (tx) =>
    tx.update(seatHolding).set({ newKeyFrom }).where(eq(seatHolding.id, holdingId)),
  );
}

/** Activates a Soft Token for a live holding on a phone. Answers the pair and the key's id. */
export async function activated(
  ports: Ports,
  holding: KeptHolding,
  phone: LineUser,
): Promise<{ readonly pair: TestPair; readonly keyId: string }> {
  await grantKey(ports, holding.id);
  const session = await halfSession(ports, holding);
  await granted(beginActivation(ports, gate, { session }));
  const seen = await granted(seeActivation(ports, gate, { session }));
  if (seen.kind !== "open") throw new Error(seen.kind);
  const { token } = seen;
  await granted(takeActivation(ports, gate, { token, phone }));
  const { id, nonce, userCode, mark } = await granted(openActivation(ports, gate, { token, phone }));
  await granted(confirmPhone(ports, gate, { session, mark }));
  const pair = await newTestPair();
  const { publicKey } = pair;
  const signature = await pair.sign(newKeyText({ id, nonce, userCode, publicKey, renewsId: null }));
  const typed = { pinText: testPin, againText: testPin, device: "test phone" };
  await granted(makeKey(ports, gate, { activationId: id, phone, ...typed, publicKey, signature }));
  return { pair, keyId: id };
}

/** A right answer to the challenge of a session. */
export async function rightAnswer(ports: Ports, challengeId: string, phone: LineUser, pair: TestPair) {
  const { parts } = await granted(seeChallenge(ports, gate, { challengeId, phone }));
  const [row] = await ports.db.as(gate, (tx) =>
    tx.select().from(signInChallenge).where(eq(signInChallenge.id, challengeId)),
  );
  if (!row) throw new Error("no challenge");
  const { picture, digits } = row;
  const signature = await pair.sign(challengeText(parts));
  return { challengeId, phone, picture, digits, pinText: testPin, signature };
}

/** Asks the phone of a session and answers the challenge's id. */
export async function askedOf(ports: Ports, session: SeatSession): Promise<string> {
  await granted(beginSignIn(ports, gate, { session, again: true }));
  const [row] = await ports.db.as(gate, (tx) =>
    tx
      .select({ id: signInChallenge.id })
      .from(signInChallenge)
      .where(and(eq(signInChallenge.sessionId, session.id), eq(signInChallenge.purpose, "sign_in")))
      .orderBy(desc(signInChallenge.madeAt), desc(signInChallenge.id))
      .limit(1),
  );
  if (!row) throw new Error("nothing was asked");
  return row.id;
}
