import { record } from "../../audit/store.ts";
import { parsePin } from "../../identity/pin.ts";
import type { PinTryRefusal, PinWrongRefusal } from "../../identity/pin-throttle.ts";
import { decodeBase64url, encodeBase64url } from "../../kernel/base64url.ts";
import type { Gate, LineUser } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import {
  checkWaiting,
  checkWhole,
  judgeAnswer,
  type AnswerUnfinishedRefusal,
  type ChallengeOverRefusal,
  type WrongAnswerRefusal,
} from "../challenge-answer.ts";
import { holderActor } from "../desk/key-actor.ts";
import { pinIdOf, reserveKeyPin, settleRightKeyPin, settleWrongKeyPin } from "../desk/key-pin.ts";
import { tellHolder } from "../desk/tell-holder.ts";
import { challengeText } from "../signed-text.ts";
import { certificateStanding } from "../soft-token.ts";
import {
  findChallenge,
  lockChallenge,
  moveChallenge,
  saveWrongAnswers,
  type KeptChallenge,
} from "../store/challenge.ts";
import { findHolding } from "../store/holding.ts";
import { findKey, lockKey, saveKeyUse, type KeptKey } from "../store/soft-token.ts";

/** What was signed, as the phone says it afterwards. */
export type Answered = Pick<KeptChallenge, "purpose">;

export interface AnswerInput {
  readonly challengeId: string;
  readonly phone: LineUser;
  readonly picture: string;
  readonly digits: string;
  readonly pinText: string;
  /** By the key over `challengeText`, base64url. */
  readonly signature: string;
}

export type AnswerRefusal =
  | { readonly kind: "no_challenge" }
  /** The key was ended, or its certificate is out of date. */
  | { readonly kind: "key_over" }
  /** Not this key's signature of this challenge. */
  | { readonly kind: "signature_wrong" }
  | ChallengeOverRefusal
  | WrongAnswerRefusal
  | AnswerUnfinishedRefusal
  | PinTryRefusal
  | PinWrongRefusal;

interface Asked {
  readonly challenge: KeptChallenge;
  readonly key: KeptKey;
}

/**
 * A phone answers a challenge (flows T3). What was left out is told and costs no try. The signature is judged first, so that whoever lacks the key can neither guess
 * nor burn tries; then picture and digits, of which each wrong answer is written down and the third ends the challenge
 * and tells the holder; then the PIN: a try is
 * reserved in one transaction, hashed outside any, and settled in another. Only then it is signed, once. Answers what for.
 */
export async function answerChallenge(
  ports: Ports,
  actor: Gate,
  input: AnswerInput,
): Promise<Result<Answered, AnswerRefusal>> {
  const pin = parsePin(input.pinText);
  const found = await ports.db.as(actor, (tx) => find(ports, tx, input));
  if (!found.ok) return found;
  const whole = checkWhole(input, pin);
  if (!whole.ok) return whole;
  if (!pin.ok) throw new Error("a whole answer has a PIN");
  const signature = await signatureOf(ports, found.value, input);
  if (signature === null) return ports.db.as(actor, (tx) => notSigned(ports, tx, found.value));
  const reserved = await ports.db.as(actor, async (tx) => {
    const locked = await lock(ports, tx, found.value);
    if (!locked.ok) return locked;
    const judged = await judge(ports, tx, locked.value, input);
    if (!judged.ok) return judged;
    return reserveKeyPin(ports, tx, locked.value.key);
  });
  if (!reserved.ok) return reserved;
  const { key } = found.value;
  const isRight = await ports.pinHash.matches(pin.value, pinIdOf(key.id), key.pinHash);
  return ports.db.as(actor, (tx) => settle(ports, tx, found.value, { isRight, signature }));
}

/** The challenge and its key, for the phone it was asked of. */
async function find(
  ports: Pick<Ports, "clock">,
  tx: Tx,
  { challengeId, phone }: AnswerInput,
): Promise<Result<Asked, AnswerRefusal>> {
  const challenge = await findChallenge(tx, challengeId);
  const key = challenge && (await findKey(tx, challenge.softTokenId));
  const isTheirs = key?.channel === phone.channel && key.lineUserId === phone.lineUserId;
  if (!challenge || !isTheirs) return refuse({ kind: "no_challenge" });
  const may = check(ports, { challenge, key });
  return may.ok ? ok({ challenge, key }) : may;
}

function check({ clock }: Pick<Ports, "clock">, { challenge, key }: Asked): Result<undefined, AnswerRefusal> {
  const now = clock.now();
  const waits = checkWaiting(challenge, now);
  if (!waits.ok) return waits;
  const isOver = key.state !== "live" || certificateStanding(key.notAfter, now).kind === "expired";
  return isOver ? refuse({ kind: "key_over" }) : ok();
}

/** Both as they are now, the key before the challenge, as whoever asks locks them. */
async function lock(
  ports: Pick<Ports, "clock">,
  tx: Tx,
  asked: Asked,
): Promise<Result<Asked, AnswerRefusal>> {
  const key = await lockKey(tx, asked.key.id);
  const challenge = await lockChallenge(tx, asked.challenge.id);
  if (!key || !challenge) return refuse({ kind: "no_challenge" });
  const may = check(ports, { challenge, key });
  return may.ok ? ok({ challenge, key }) : may;
}

async function signatureOf(
  { deviceKeys }: Pick<Ports, "deviceKeys">,
  { challenge, key }: Asked,
  given: AnswerInput,
): Promise<Uint8Array | null> {
  const signature = decodeBase64url(given.signature);
  if (signature === null) return null;
  const text = challengeText({ ...challenge, nonce: encodeBase64url(challenge.nonce) });
  return (await deviceKeys.hasSigned(key.publicKey, text, signature)) ? signature : null;
}

async function notSigned(ports: Pick<Ports, "clock" | "random">, tx: Tx, { challenge, key }: Asked) {
  const actor = holderActor(key);
  await record(ports, tx, { action: "challenge.signature_wrong", actor, subjectId: challenge.id });
  return refuse({ kind: "signature_wrong" });
}

async function judge(
  ports: Ports,
  tx: Tx,
  { challenge, key }: Asked,
  given: AnswerInput,
): Promise<Result<undefined, WrongAnswerRefusal>> {
  const judged = judgeAnswer(challenge, given);
  if (judged.ok) return judged;
  const { id } = challenge;
  await saveWrongAnswers(tx, id, challenge.wrong + 1);
  const isOver = judged.refusal.kind === "answer_failed";
  if (isOver) await moveChallenge(tx, id, "waiting", { state: "failed", now: ports.clock.now() });
  const action = isOver ? "challenge.failed" : "challenge.answer_wrong";
  await record(ports, tx, { action, actor: holderActor(key), subjectId: id });
  const holding = isOver ? await findHolding(ports, tx, key.holdingId) : null;
  if (holding) await tellHolder(ports, tx, holding, "seat_answers_wrong");
  return judged;
}

async function settle(
  ports: Ports,
  tx: Tx,
  asked: Asked,
  { isRight, signature }: { readonly isRight: boolean; readonly signature: Uint8Array },
): Promise<Result<Answered, AnswerRefusal>> {
  const key = await lockKey(tx, asked.key.id);
  if (!key) return refuse({ kind: "no_challenge" });
  if (!isRight)
    return key.state === "live" ? settleWrongKeyPin(ports, tx, key) : refuse({ kind: "key_over" });
  await settleRightKeyPin(tx, key);
  const locked = await lock(ports, tx, asked);
  if (!locked.ok) return locked;
  const now = ports.clock.now();
  const { id } = asked.challenge;
  await moveChallenge(tx, id, "waiting", { state: "signed", now, signature });
  await saveKeyUse(tx, key.id, now);
  await record(ports, tx, { action: "challenge.signed", actor: holderActor(key), subjectId: id });
  return ok({ purpose: asked.challenge.purpose });
}
