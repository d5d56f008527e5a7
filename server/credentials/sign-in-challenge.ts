/**
 * A sign-in that waits for the phone (flows T3). `waiting` becomes `signed` (right picture, digits, PIN and signature),
 * `denied` ("ไม่ใช่ฉัน"), `failed` (three wrong pictures or digits) or `expired`; `used` once the computer came in with it.
 */
export const challengeStates = ["waiting", "signed", "denied", "failed", "expired", "used"] as const;
export type ChallengeState = (typeof challengeStates)[number];

/** What the phone's signature is asked for. */
export const signingPurposes = ["sign_in", "renew", "end_device", "service_request"] as const;
export type SigningPurpose = (typeof signingPurposes)[number];

/** Reads a purpose as a notice keeps it; what is none was a sign-in. */
export function parsePurpose(text: unknown): SigningPurpose {
  return signingPurposes.find((each) => each === text) ?? "sign_in";
}

/** Seconds a challenge waits for its answer. */
export const challengeSeconds = 120;

/** Wrong answers after which a challenge is over. */
export const wrongAnswersBeforeEnd = 3;

/** Bytes of a challenge's nonce; NIST asks for 64 bits at least. */
export const nonceBytes = 32;

/** The pictures, by name; each has a drawing in the pages and a word. Three are shown on the phone, one is right. */
export const challengePictures = [
  "lotus",
  "elephant",
  "boat",
  "umbrella",
  "mango",
  "temple",
  "fish",
  "kite",
  "bell",
  "coconut",
  "bird",
  "lantern",
] as const;
export type ChallengePicture = (typeof challengePictures)[number];

/** Whom a signature is for that opens our own pages; other systems stand there by their id. */
export const ownRelyingParty = "console";
/** Whom a signature is for that brings a member of staff into the console. */
export const staffRelyingParty = "staff_console";
