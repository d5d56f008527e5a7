import type { Shape } from "../shape.ts";
import type { renewTh } from "./renew-th.ts";

/** Renewing a Soft Token: the computer's page, in English. */
export const renewEn: Shape<typeof renewTh> = {
  title: "Renew the Soft Token",
  ending: (days) => (days === 1 ? "The Soft Token ends within a day" : `The Soft Token ends in ${days} days`),
  endingBody: (day) => `It is good until ${day}. Renewing now takes less than a minute.`,
  expired: "The Soft Token has ended",
  expiredBody: "It must be renewed before you can go on. Your password and PIN still work.",
  goOn: "Continue to GFMIS",
  now: "Renew Soft Token",
  waiting: "Waiting for the phone",
  steps: [
    "Open LINE on the phone and press the message “Renew your Soft Token”.",
    "Press “Update Profile” and type your PIN.",
    "When the phone says that it is done, press “Check”.",
  ],
  quiet: "No message goes to the phone this time",
  quietHow: (until) =>
    `“Not me” was just pressed on the phone. If it is you, scan this QR code with LINE and press “Update Profile”. Messages come as usual after ${until}.`,
  qrLabel: "QR code that opens Soft Token on the phone",
  phoneGone: "The phone is not with you, or cannot renew?",
  lost: "Lost phone",
  request: "Request for service",
  check: "Check",
  again: "Ask again",
  over: "Not renewed yet",
  overBody: "The time was over, or the phone said that it is not you. The old key is as it was.",
  done: "Done",
  doneBody: (day) => `The new key is good until ${day}.`,
  enter: "Sign in",
  home: "Go to the first page",
  samePhone: "Go on on this phone",
  refusal: {
    no_key: () => "There is no Soft Token on a phone any more.",
    not_yet: () => "It is too early: it can be renewed with 30 days left or fewer.",
    authority_none: () =>
      "This system is not set up to issue certificates yet. Please tell its administrator.",
  },
};
