import { addLocalGovernment } from "../../server/petitions/actions/add-local-government.ts";
import { addTokenOffice } from "../../server/credentials/actions/add-token-office.ts";
import { issueSeats } from "../../server/credentials/actions/issue-seats.ts";
import { beginActivation } from "../../server/credentials/actions/begin-activation.ts";
import { makeKey } from "../../server/credentials/actions/make-key.ts";
import { openActivation } from "../../server/credentials/actions/open-activation.ts";
import { seeActivation } from "../../server/credentials/actions/see-activation.ts";
import { takeActivation } from "../../server/credentials/actions/take-activation.ts";
import { newKeyText } from "../../server/credentials/signed-text.ts";
import type { SeatSession } from "../../server/credentials/seat-session.ts";
import {
  findHolding,
  insertHolding,
  saveHolding,
  type KeptHolding,
} from "../../server/credentials/store/holding.ts";
import { hashOf } from "../../server/http/cookie.ts";
import { insertHalfSeatSession } from "../../server/http/seat-session-store.ts";
import { encodeBase64url } from "../../server/kernel/base64url.ts";
import type { LineUser } from "../../server/kernel/actor.ts";
import type { Refusal, Result } from "../../server/kernel/result.ts";
import type { BenchWorld } from "./world.ts";

const gate = { kind: "gate" } as const;
const office = { kind: "system", job: "bench" } as const;
const code = "A75BENCH0008001";
/** The PIN of the bench's key. */
export const benchPin = "730948";

async function granted<T, R extends Refusal>(work: Promise<Result<T, R>>): Promise<T> {
  const result = await work;
  if (!result.ok) throw new Error(`the bench was refused: ${result.refusal.kind}`);
  return result.value;
}

/** Seats somebody in a seat of their own, live; no key is on a phone yet. */
export async function layHolder({ ports }: BenchWorld): Promise<KeptHolding> {
  const names = { nameTh: "ส่วนกลางทดลอง", nameEn: "Bench office" };
  const { agencyId: issuerId } = await granted(addTokenOffice(ports, office, names));
  const town = { nameTh: "เทศบาลทดลอง", nameEn: "Bench town", slug: "bench-town" };
  const { agencyId } = await granted(addLocalGovernment(ports, office, town));
  const seats = [{ code, right: null }];
  const { seatIds } = await granted(issueSeats(ports, office, { issuerId, agencyId, seats }));
  const [id, now] = [ports.random.uuid(), ports.clock.now()];
  const facts = {
    ...{ citizenId: "1101600000018", firstName: "มานี", lastName: "ชูใจ", position: "" },
    ...{ email: null, mobile: null },
  };
  return ports.db.as(office, async (tx) => {
    await insertHolding(ports, tx, {
      ...{ id, agencyId, issuerId, seatId: seatIds[0] ?? "", right: "recorder", part: "holder" },
      ...{ personId: ports.random.uuid(), facts, orderId: null, startsOn: "2026-01-01", endsOn: null },
      ...{ namedBy: null, now },
    });
    const holding = await findHolding(ports, tx, id);
    if (!holding) throw new Error("the holder of the bench is gone");
    const live = { state: "live", liveAt: now, mustChangePassword: false, newKeyFrom: now } as const;
    await saveHolding(ports, tx, holding, { ...live, passwordSetAt: now });
    return { ...holding, ...live };
  });
}

/** A computer after the password: the session, and its cookie. */
export async function layHalfSession(
  { ports }: BenchWorld,
  holding: KeptHolding,
): Promise<SeatSession & { readonly cookie: string }> {
  const value = encodeBase64url(ports.random.bytes(32));
  const [id, now] = [ports.random.uuid(), ports.clock.now()];
  const { agencyId, seatId, id: holdingId, issuerId, userCode, right, state, part, personId } = holding;
  const made = { id, agencyId, seatId, holdingId, tokenHash: hashOf(value), device: "bench", now };
  await ports.db.as(gate, (tx) => insertHalfSeatSession(tx, made));
  return {
    ...{ id, agencyId, issuerId, agency: { nameTh: "", nameEn: "" }, seatId, userCode, right, holdingId },
    ...{ holdingState: state, part, personId, name: "", mustChangePassword: false, passwordSetAt: now },
    cookie: `__Host-seat=${value}`,
  };
}

/** What signs on the phone of the bench. */
export type SignText = (text: string) => Promise<string>;

/** Activates a key for a holder on a phone, as its script does. */
export async function layKey(world: BenchWorld, holding: KeptHolding, phone: LineUser): Promise<SignText> {
  const { ports } = world;
  const session = await layHalfSession(world, holding);
  await granted(beginActivation(ports, gate, { session }));
  const seen = await granted(seeActivation(ports, gate, { session }));
  if (seen.kind !== "open") throw new Error(`an activation that is ${seen.kind}`);
  const opened = { token: seen.token, phone };
  await granted(takeActivation(ports, gate, opened));
  const { id, nonce, userCode } = await granted(openActivation(ports, gate, opened));
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const pair = await crypto.subtle.generateKey(curve, false, ["sign", "verify"]);
  const ecdsa = { name: "ECDSA", hash: "SHA-256" };
  const sign: SignText = async (text) => {
    const signed = await crypto.subtle.sign(ecdsa, pair.privateKey, new TextEncoder().encode(text));
    return encodeBase64url(new Uint8Array(signed));
  };
  const publicKey = encodeBase64url(new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey)));
  const signature = await sign(newKeyText({ id, nonce, userCode, publicKey, renewsId: null }));
  const typed = { pinText: benchPin, againText: benchPin, device: "bench" };
  await granted(makeKey(ports, gate, { activationId: id, phone, ...typed, publicKey, signature }));
  return sign;
}
