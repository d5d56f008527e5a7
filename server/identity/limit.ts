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
  /** ID pictures one account sends: each costs a decoding and a place in the store. */
  idPictures: { name: "id_picture", most: 40, seconds: hour },
  /** Pictures of themselves that one account keeps, for the same reason. */
  profilePictures: { name: "profile_picture", most: 20, seconds: hour },
  /** Times one officer types the last four digits for one check: they are read off the card, not tried out. */
  idCheckProofs: { name: "id_check_proof", most: 5, seconds: hour },
  /** Ways to ThaID that one account begins. */
  thaIdWays: { name: "thaid_way", most: 20, seconds: hour },
  /** Times somebody came back from ThaID as another person than the account's. */
  thaIdOthers: { name: "thaid_other", most: 5, seconds: 24 * hour },
  /** Ways into e-Service begun from one network address: each leaves a row. */
  joinsBegun: { name: "join_begun", most: 60, seconds: hour },
  /** Numbers that one phone, once proven, is tried with: what each answer tells costs an SMS and a SIM. */
  joinsPerPhone: { name: "join_phone", most: 3, seconds: 24 * hour },
  /** Mails with a link to one person: told, not pestered. */
  linksPerPerson: { name: "citizen_links", most: 5, seconds: hour },
  /** Wrong OTP answers of everybody together: beyond it somebody guesses across accounts, and all answers wait. */
  otpFailures: { name: "otp_failures", most: 500, seconds: hour },
} as const satisfies Record<string, Limit>;
