import type { Shape } from "../shape.ts";
import type { seatSignInTh } from "./sign-in-th.ts";

/** The way in to a seat: user code and password, and what is said around it, in English. */
export const seatSignInEn: Shape<typeof seatSignInTh> = {
  title: "Sign in to a seat",
  system: (name: string) => `${name} asks you to prove yourself here`,
  systemNext:
    "Afterwards you go back to it. Your password is not sent on. If you did not come from there, close this page.",
  userCode: "User code",
  userCodeHint: "15 characters, from your sealed letter or e-mail, such as A75XXX000008001",
  part: "You act as",
  partHints: {
    holder: "Named by the order as the one whose code this is",
    deputy: "Named by the order to act in the holder's stead, with a password of your own",
  },
  password: "Password",
  passwordHint:
    "The first time: the one in the sealed letter, or the one you set with the link in the e-mail",
  yes: "Sign in",
  codeEmpty: "Enter the user code of 15 characters",
  codeLength: (wanted: number, now: number) => `A user code has ${wanted} characters; now there are ${now}`,
  codeShape: "A user code has Latin letters and digits only",
  passwordEmpty: "Enter the password",
  refused:
    "You are not signed in. Check user code, part and password. If a link to set a password came by e-mail, set a new one by it first",
  tooMany: "Too many tries. Wait 10 minutes and try again",
  told: {
    signed_out: "You are signed out",
    password_set: "The password is set. You can sign in",
    over: "You were signed out after a long pause. What you just sent is not saved; sign in and go on with the same step. Everything saved before is kept",
    phone_lost:
      "You were signed out because the phone was reported lost. If it is not lost, tell your head or the central office at once",
    denied:
      "The phone answered that it is not you, so you were signed out, and the head was told. If that was a slip, sign in again and scan the QR code on the page that asks the phone: no message goes to the phone for 15 minutes",
    key_disabled:
      "The Soft Token was switched off: ten wrong PINs in a row on the phone. Every computer was signed out, and nobody can use that Soft Token any more. Your seat, work and data are kept. If it was you, sign in with the password and file a request for service, case 2. If it was not, report the phone lost or tell your head at once",
    password_over: "The old password works no more. Set a new one by the link in your e-mail, then sign in",
    password_changed: "The password is changed. Please sign in again",
  },
  first: {
    title: "The first time, or you cannot get in",
    body: "Open the sealed letter from the central office or the provincial treasury. It has your user code and first password. Once in, you go on to register your Soft Token",
  },
  lost: "If you forgot the password, tell your head. Before you are registered they send a new link at once; later they file a request, case 1, and the link comes by e-mail when the central office grants it. After another phone, a lost phone or another e-mail was granted the old password works no more: set a new one by the link in the e-mail first",
  phoneLost: "Report a lost phone",
  signedInAs: (name: string, part: string) => `${name} · ${part} ·`,
  signOut: "Sign out",
  help: {
    title: "Contact",
    body: "If you cannot get in or register, ask the head of your agency, or the central office that issued the code",
  },
};
