/** So many times in so many seconds, counted in fixed buckets under a key (a phone, an address, a LINE user). */
export interface Limit {
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
}

const hour = 60 * 60;

/** The limits of identity, each against one way of guessing or of spending somebody's money. */
export const limits = {
  /** SMS to one phone, whoever asks. */
  smsPerPhone: { name: "sms_phone", most: 5, seconds: hour },
  /** SMS that one LINE user causes, to whatever phones. */
  smsPerUser: { name: "sms_user", most: 10, seconds: 24 * hour },
  /** SMS caused from one network address; a clinic's whole waiting room shares one. */
  smsPerAddress: { name: "sms_address", most: 60, seconds: hour },
  /** Card checks by one LINE user: the registry is not a guessing game. */
  cardChecks: { name: "card_check", most: 10, seconds: hour },
  /** SMS telling one person that somebody else tried to register their number: told, not pestered. */
  elsewhereTold: { name: "elsewhere_told", most: 3, seconds: 24 * hour },
  /** PINs one LINE user chooses or repeats: each costs a slow hash, and hashing is shared by everybody. */
  pinChoices: { name: "pin_choice", most: 40, seconds: hour },
  /** People one account asks to act for in a day, answered or not: nobody is pestered, no numbers are tried. */
  companionAsks: { name: "companion_ask", most: 30, seconds: 24 * hour },
  /** Wrong OTP answers of everybody together: beyond it somebody guesses across accounts, and all answers wait. */
  otpFailures: { name: "otp_failures", most: 500, seconds: hour },
} as const satisfies Record<string, Limit>;
