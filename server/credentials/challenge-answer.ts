import type { PinTextRefusal } from "../identity/pin.ts";
import { readDigits } from "../kernel/digits.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import {
  challengePictures,
  wrongAnswersBeforeEnd,
  type ChallengePicture,
  type ChallengeState,
} from "./sign-in-challenge.ts";

/** Challenges one seat may have in an hour: more is somebody pushing until the holder gives in. */
export const challengesAnHour = 10;

/**
 * Minutes after "ไม่ใช่ฉัน" in which nothing of that purpose is pushed to the phone: whoever has the password could push
 * until the holder gives in, and whoever said no was heard.
 */
export const quietMinutes = 15;

/** Pictures shown on the phone. */
export const picturesShown = 3;

/** What the computer shows, and the phone is to give back. */
export interface Riddle {
  readonly picture: ChallengePicture;
  /** The pictures on the phone, in their order. */
  readonly choices: readonly ChallengePicture[];
  /** Two digits. */
  readonly digits: string;
}

/** Makes a riddle of random bytes, sixteen at least. */
export function makeRiddle(random: Uint8Array): Riddle {
  const numbers = new DataView(random.buffer, random.byteOffset, random.byteLength);
  const pick = (at: number, of: number) => numbers.getUint16(at * 2) % of;
  const left: ChallengePicture[] = [...challengePictures];
  const choices = Array.from({ length: picturesShown }, (_, at) =>
    left.splice(pick(at, left.length), 1),
  ).flat();
  const picture = choices[pick(picturesShown, choices.length)];
  if (picture === undefined) throw new Error("a riddle without a picture");
  return { picture, choices, digits: String(pick(picturesShown + 1, 100)).padStart(2, "0") };
}

/** A challenge as far as its answer is judged. */
export interface AskedChallenge extends Riddle {
  readonly state: ChallengeState;
  readonly wrong: number;
  readonly expiresAt: Date;
}

export type ChallengeOverRefusal = {
  readonly kind: "challenge_over";
  readonly state: Exclude<ChallengeState, "waiting">;
};

export type WrongAnswerRefusal =
  /** `left`: tries until it is over. */
  { readonly kind: "answer_wrong"; readonly left: number } | { readonly kind: "answer_failed" };

/** Where a challenge stands at `now`: one that outlived its two minutes is over, whether or not a job has said so. */
export function standingOf(
  { state, expiresAt }: Pick<AskedChallenge, "state" | "expiresAt">,
  now: Date,
): ChallengeState {
  return state === "waiting" && now >= expiresAt ? "expired" : state;
}

/** Refuses a challenge that no longer waits. */
export function checkWaiting(
  challenge: Pick<AskedChallenge, "state" | "expiresAt">,
  now: Date,
): Result<undefined, ChallengeOverRefusal> {
  const state = standingOf(challenge, now);
  return state === "waiting" ? ok() : refuse({ kind: "challenge_over", state });
}

/** Judges picture and digits together: which of them was wrong is not said. The third wrong answer ends it. */
export function judgeAnswer(
  { picture, digits, wrong }: Pick<AskedChallenge, "picture" | "digits" | "wrong">,
  given: { readonly picture: string; readonly digits: string },
): Result<undefined, WrongAnswerRefusal> {
  const typed = readDigits(given.digits);
  if (given.picture === picture && typed.ok && typed.value === digits) return ok();
  const left = wrongAnswersBeforeEnd - wrong - 1;
  return refuse(left > 0 ? { kind: "answer_wrong", left } : { kind: "answer_failed" });
}

/** What is missing of an answer that was sent too early. */
export const answerGaps = ["picture_unchosen", "digits_empty", "digits_length"] as const;
export type AnswerGap = (typeof answerGaps)[number];

export type AnswerUnfinishedRefusal = {
  readonly kind: "answer_unfinished";
  readonly gaps: readonly AnswerGap[];
  /** The PIN is not six digits either. */
  readonly pin: PinTextRefusal | null;
};

/** Refuses an answer that is not whole yet; whoever pressed too early has used up no try. */
export function checkWhole(
  given: { readonly picture: string; readonly digits: string },
  pin: Result<unknown, PinTextRefusal>,
): Result<undefined, AnswerUnfinishedRefusal> {
  const typed = readDigits(given.digits);
  const gaps: AnswerGap[] = given.picture === "" ? ["picture_unchosen"] : [];
  if (typed.ok && typed.value === "") gaps.push("digits_empty");
  else if (typed.ok && typed.value.length !== 2) gaps.push("digits_length");
  if (gaps.length === 0 && pin.ok) return ok();
  return refuse({ kind: "answer_unfinished", gaps, pin: pin.ok ? null : pin.refusal });
}
