import type { Shape } from "../shape.ts";
import type { seatPasswordsTh } from "./passwords-th.ts";

/** A new password of a seat, in English. */
export const seatPasswordsEn: Shape<typeof seatPasswordsTh> = {
  refusal: {
    password_wrong: ({ left }) =>
      left === 0
        ? "The password is wrong. Wait a little before the next try"
        : `The password is wrong. ${left} tries before you have to wait`,
    sign_in_wait: () => "Wrong several times. Wait a little and try again; the old password still works",
    seat_missing: () => "The password has just been set elsewhere. Sign out and in again",
    password_empty: () => "Type a new password",
    password_short: ({ left }) => `Too short: ${left} more characters`,
    password_long: () => "Too long: 128 characters at most",
    password_common: () =>
      "Others guess it easily. Avoid common words, runs of digits, your name, numbers or address",
    password_same: () => "This is the old password. Choose another",
    password_again: () => "The two new passwords differ. Type both again",
  },
  title: "Change password",
  why: {
    first: "Please change your password before you begin",
    old: "Your password is due. Please change it before you go on",
  },
  whyBody: {
    first: "This is your first time here. Set a new password that only you know",
    old: "The central office asks for a new one from time to time. Your right and your work are unchanged",
  },
  old: "Old password",
  password: "New password",
  again: "New password again",
  rulesTitle: "A good password",
  rules: [
    "At least 12 characters; vowels, digits and spaces count",
    "A sentence you remember will do; no digits or signs are demanded",
    "Not your name, ID number, phone, e-mail or user code",
    "Not the old one, nor one you use elsewhere",
  ],
  save: "Save",
  sure: "Save it?",
  sureBody: "Every computer is signed out, and you sign in again with the new password",
  yes: "Yes, save",
  no: "Cancel",
  set: {
    title: "Set your password",
    lead: "This link works once. The password is yours alone; tell it to nobody, not even your head or the office",
    userCode: "User code",
    yes: "Save password",
    deadTitle: "This link does not work any more",
    deadBody:
      "It works once and for a limited time. Ask your head or the central office for another. If you have set your password, sign in",
    toSignIn: "Sign in",
  },
  months: {
    title: "Age of holders' passwords",
    lead: "When it is reached, holders set a new password before they go on. It counts for every code this office issued",
    field: "A new one every",
    of: (months: number) => (months === 0 ? "no limit" : `${months} months`),
    save: "Save",
    saved: "Saved. It counts from their next use",
    unknown: "Choose one of the list",
  },
};
