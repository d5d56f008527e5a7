import type { Shape } from "../shape.ts";
import { unbroken } from "../unbroken.ts";
import type { staffSignInTh } from "./sign-in-th.ts";

/** Coming in: password, second step, first sign-in, a lost password, in English. */
export const staffSignInEn: Shape<typeof staffSignInTh> = {
  title: "Staff sign-in",
  username: "User name",
  password: "Password",
  yes: "Sign in",
  lostLink: "Lost password",
  cardLink: "Sign in with an ID card",
  refused:
    "You could not be signed in. Check user name and password. After 10 wrong tries you have to wait, after 15 the account is locked; “Lost password” mends it",
  tooMany: "Too many tries in a short time. Wait 10 minutes and try again",
  signedOut: "You are signed out",
  passwordSet: "The password is set. You can sign in",
  signOut: "Sign out",
  lost: {
    title: "Lost password",
    lead: "Type the e-mail address given in the request for access. We send a link that sets a new password, once, within 30 minutes",
    email: "E-mail",
    yes: "Ask for the link",
    back: "Back to sign-in",
    sentTitle: "Your request was taken",
    sentBody:
      "If that address has an account, the link is there in a few minutes. Look among junk mail too, or ask again, up to 3 times an hour",
    email_empty: "Type your e-mail address",
    email_shape: "This address is not complete; it looks like name@example.go.th",
  },
  set: {
    title: "Set your password",
    resetTitle: "Set a new password",
    hint: "At least 12 characters. A sentence you remember is fine; no digits or signs are forced",
    password: "New password",
    yes: "Keep the password",
    username: "Your user name",
    deadTitle: "This link does not work any more",
    deadBody:
      "A link works once and for a limited time. Ask for a new one with your e-mail address; if none comes, your agency asks for access again",
    deadNext: "Ask for a new link",
    refusal: {
      password_empty: () => "Type a new password",
      password_short: ({ left }) => `Too short: ${left} more characters`,
      password_long: () => "Too long: 128 characters at most",
      password_common: () =>
        "Easy to guess. Keep away from common words, rows of digits, your names, numbers and address",
    },
  },
  second: {
    title: "Second step",
    code: "Six digits from your app",
    codeHint: "Open the authenticator app on your phone. The code changes every 30 seconds and works once",
    yes: "Confirm",
    softToken: "Confirm with the Soft Token",
    passkey: "Use a passkey",
    passkeyWorking: "Do what your device asks",
    passkeyFailed: "The passkey did not work. Try again, or use the code from the app",
    passkeyWrong: (left) => `This passkey does not work for this account; ${left} tries left`,
    passkeyCannot: "This account uses a passkey: turn on JavaScript in a browser that has it",
    lost: "Without the app or passkey you had, ask your facility's admin or registrar to set it up anew",
    enrolTitle: "Set up an authenticator app",
    enrolSteps: [
      "Open an authenticator app on your phone, such as Google Authenticator or Microsoft Authenticator",
      "Scan this QR, or type the secret under it",
      "Type the six digits the app shows",
    ],
    qrLabel: "QR for the authenticator app",
    secret: "Secret",
    wrong: (left) => `Wrong, outlived or used already. Wait for the next code; ${left} tries left`,
    wait: (time) => `Too many wrong tries. You can try again at ${unbroken(time)}`,
    locked: "The account is locked after too many wrong tries. “Lost password” sets a new one",
    missing: "Start signing in again",
  },
  accept: {
    title: "Before you begin",
    lead: "This right is yours alone",
    rules: [
      "Nobody else uses your user name, your password or your second step",
      "You open people's data only as your work needs it; every look is recorded and its owner sees it",
      "Whoever lets others use their right answers for what is done in their name",
    ],
    yes: "I accept, and will not give the right to anybody",
  },
};
