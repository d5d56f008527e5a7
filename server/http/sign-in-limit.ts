import { createHash } from "node:crypto";
import type { TriedFrom } from "../credentials/try-source.ts";
import { readLogin } from "../identity/login.ts";
import type { LineUser } from "../kernel/actor.ts";
import type { AppContext } from "./env.ts";
import { sameCode } from "./known-browser.ts";
import { countSignIn, uncountSignIn, type SignInLimit } from "./session-store.ts";

/** A whole clinic may share one address. */
const perAddress: SignInLimit = { name: "sign_in_address", most: 60, seconds: 60 };
/** One person signs in when a session ends, on a few devices; more is a loop or somebody's script. */
const perUser: SignInLimit = { name: "sign_in_user", most: 30, seconds: 600 };

/** Passwords tried under one user name, known or not, from wherever: a person who types, not a program. */
const perUsername: SignInLimit = { name: "staff_sign_in_name", most: 20, seconds: 600 };
/** Passwords of everybody together: each costs a slow hash, and beyond this somebody tries many accounts. */
const ofStaff: SignInLimit = { name: "staff_sign_in_all", most: 600, seconds: 60 };
/** Tries of one browser that is known at a seat: somebody who types, not a program. */
const perKnown: SignInLimit = { name: "seat_sign_in_known", most: 20, seconds: 600 };
/**
 * Wrong passwords of strangers at one seat, known or not, from all networks together. One network comes to fourteen in
 * ten minutes before it has to wait (server/credentials/seat-throttle.ts), and so cannot use this up alone.
 */
const perSeat: SignInLimit = { name: "seat_sign_in_code", most: 60, seconds: 600 };
/** Wrong passwords of strangers at all seats together: each costs two slow hashes. */
const ofSeats: SignInLimit = { name: "seat_sign_in_all", most: 300, seconds: 60 };
/** Codes mailed for one registration: told, not pestered, whatever address was typed. */
const perRegistration: SignInLimit = { name: "seat_email_code", most: 5, seconds: 3600 };
/** Links for a new password to one address: told, not pestered. */
const perEmail: SignInLimit = { name: "staff_reset_mail", most: 3, seconds: 3600 };

/** Passwords of citizens tried under one number, e-mail or phone, known or not, from wherever. */
const perLogin: SignInLimit = { name: "citizen_sign_in_login", most: 20, seconds: 600 };
/** Passwords of all citizens together: each costs a slow hash that PINs wait behind. */
const ofCitizens: SignInLimit = { name: "citizen_sign_in_all", most: 600, seconds: 60 };
/** Questions for a new password under one address, whoever asks. */
const perCitizenEmail: SignInLimit = { name: "citizen_reset_mail", most: 3, seconds: 3600 };

/** Counts a try of a citizen's password before anything is looked up; false past one of the limits. */
export async function citizenMaySignIn(c: AppContext, login: string): Promise<boolean> {
  if (!(await signInAllowed(c))) return false;
  if (!(await isWithin(c, perLogin, keyOf(sameLogin(login))))) return false;
  return isWithin(c, ofCitizens, "all");
}

/** One text for every way one login is written; what is none stays as it was typed. */
function sameLogin(typed: string): string {
  const login = readLogin(typed);
  switch (login?.kind) {
    case undefined:
      return typed;
    case "citizen_id":
      return login.citizenId;
    case "email":
      return login.email;
    case "phone":
      return login.phone;
  }
}

/** Counts a citizen's question for a new password under an address; past the limit no mail is sent, and none is told. */
export function mayMailCitizen(c: AppContext, email: string): Promise<boolean> {
  return isWithin(c, perCitizenEmail, keyOf(email));
}

/** Counts a try of a staff password before anything is looked up; false past one of the limits. */
export async function staffMaySignIn(c: AppContext, username: string): Promise<boolean> {
  if (!(await signInAllowed(c))) return false;
  if (!(await isWithin(c, perUsername, keyOf(username)))) return false;
  return isWithin(c, ofStaff, "all");
}

/**
 * Counts a try of a password at a seat before anything is looked up; false past one of the limits. A browser that came in
 * there before has a limit of its own: no number of strangers' tries shuts it out.
 */
export async function seatMaySignIn(c: AppContext, userCode: string, from: TriedFrom): Promise<boolean> {
  if (from.kind === "known") return isWithin(c, perKnown, from.browser);
  if (!(await signInAllowed(c))) return false;
  if (!(await isWithin(c, perSeat, keyOf(sameCode(userCode))))) return false;
  return isWithin(c, ofSeats, "all");
}

/** The password was right: only failures count against everybody. */
export async function seatHasSignedIn(c: AppContext, userCode: string, from: TriedFrom): Promise<void> {
  if (from.kind === "known") return;
  const { db, clock } = c.var.ports;
  const now = clock.now();
  await db.as({ kind: "gate" }, async (tx) => {
    await uncountSignIn(tx, perSeat, keyOf(sameCode(userCode)), now);
    await uncountSignIn(tx, ofSeats, "all", now);
  });
}

/** Counts a code that a registration has mailed; false past the limit. */
export function mayMailSeatCode(c: AppContext, holdingId: string): Promise<boolean> {
  return isWithin(c, perRegistration, holdingId);
}

/** Counts a question for a new password; false past one of the limits. */
export async function mayAskForReset(c: AppContext, email: string): Promise<boolean> {
  return (await signInAllowed(c)) && (await isWithin(c, perEmail, keyOf(email)));
}

/** What somebody typed stands in no table: its hash does. */
function keyOf(text: string): string {
  return createHash("sha256").update(text.normalize("NFKC").trim().toLowerCase()).digest("base64url");
}

/** Counts an attempt to sign in from the caller's address, before anything is verified; false past the limit. */
export async function signInAllowed(c: AppContext): Promise<boolean> {
  const { address } = c.var;
  return address === "" ? true : isWithin(c, perAddress, address);
}

/** Counts a sign-in of a LINE user whose identity was verified, before a session is made; false past the limit. */
export async function userMaySignIn(c: AppContext, { channel, lineUserId }: LineUser): Promise<boolean> {
  return isWithin(c, perUser, `${channel}/${lineUserId}`);
}

/** Counts one more under the key; false past the limit. Said in the log by the limit's name alone. */
export async function isWithin(c: AppContext, limit: SignInLimit, key: string): Promise<boolean> {
  const { db, clock, log } = c.var.ports;
  const count = await db.as({ kind: "gate" }, (tx) => countSignIn(tx, limit, key, clock.now()));
  if (count > limit.most) log.warn("limit.reached", { name: limit.name });
  return count <= limit.most;
}
