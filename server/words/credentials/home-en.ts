import type { Shape } from "../shape.ts";
import type { homeTh } from "./home-th.ts";

/** The holder's own page, ending a Soft Token and changing the phone, in English. */
export const homeEn: Shape<typeof homeTh> = {
  title: "My Soft Token",
  facts: {
    name: "Name",
    userCode: "User code",
    right: "Right",
    part: "As",
    agency: "Agency",
    until: "The certificate is good until",
    device: "Phone",
  },
  daysLeft: (days) => (days === 1 ? "1 day left" : `${days} days left`),
  menu: {
    renew: ["Renew the Soft Token", "A new key, good for 2 more years"],
    change: ["Change the phone", "The old phone still works; no request is needed"],
    password: ["Change the password", "The one that signs in on a computer"],
    requests: [
      "Request for service",
      "Forgotten password, a phone that does not work, another e-mail and more",
    ],
    lost: ["Report a lost phone", "Stops the Soft Token at once"],
    end: ["End the Soft Token", "Resigned, transferred, or another holder"],
  },
  menuTitle: "What to do",
  historyTitle: "My sign-ins",
  historyHint:
    "If you see one that is not yours, report a lost phone or tell the head of the agency at once.",
  when: "When",
  where: "Device",
  what: "Result",
  here: "this one",
  sessions: { open: "In use", ended: "Signed out", half: "Password given, not confirmed on the phone" },
  asked: {
    waiting: "Waiting for the phone",
    signed: "Confirmed on the phone",
    used: "Signed in",
    denied: "Answered “Not me”",
    failed: "Wrong picture or digits three times",
    expired: "Not confirmed in time",
  },
  askedTitle: "Confirmations on the phone",
  none: "Nothing yet",
  end: {
    title: "End the Soft Token",
    lead: "Once it is ended, the key on the phone and every computer that is signed in stop working at once.",
    reason: "Reason",
    reasons: {
      resigned: "Resigned",
      transferred: "Transferred",
      holder_changed: "Another holder",
      email_changed: "Another registered e-mail",
      other: "Other",
    },
    gives: "With the first three the seat goes back to the agency, and the next holder may register at once.",
    next: "Next",
    missing: "Choose one reason.",
    sure: "Confirm the end",
    sureBody: (reason) =>
      `End the Soft Token because of “${reason}”. It cannot be taken back: to use it again, a request must be filed and approved.`,
    password: "Your password",
    passwordHint: "Asked again, so that nobody ends it from a computer that was left open.",
    yes: "Yes, end it",
    no: "Keep it",
    done: "The Soft Token was ended",
    doneBody: (userCode) =>
      `The user name ${userCode} no longer uses a Soft Token. You are told by e-mail and LINE.`,
    nextTitle: "What comes next",
    nextSteps: {
      resigned: [
        "The head of the agency names the next holder by an order; that person registers, not you.",
        "Meanwhile the deputy of the order can act, with a password and a Soft Token of their own.",
      ],
      transferred: [
        "The head of the old agency names the next holder by an order; that person registers.",
        "If your new agency names you, you get a user code of theirs and register with it.",
      ],
      holder_changed: [
        "Whoever the head named can register at once; the link to set a password goes to their own e-mail.",
        "If nobody is named yet, ask the head to name somebody by an order.",
      ],
      email_changed: [
        "File a request for service, case 8 “Another registered e-mail”. The central office calls back before it approves.",
        "Once it is approved, activate the Soft Token again with the new e-mail within 7 days.",
      ],
      other: [
        "You still hold this right. To use it again, file a request for service, case 2 “Change the phone”, and activate again.",
        "If somebody else is to hold it, ask the head to name them by an order; that person registers.",
      ],
    },
    request: "File a request for service",
    enter: "Go to the sign-in page",
  },
  change: {
    title: "Change the phone",
    lead: "Confirm with the old phone first, then activate on the new one within 24 hours. No request is needed.",
    warn: "Once confirmed, the old phone and every computer that is signed in stop working at once.",
    lost: "If the old phone does not work any more, file a request for service: “Change the phone”.",
    start: "Confirm with the old phone",
  },
};
