import { formatMoment } from "../../kernel/thai-date.ts";
import type { Shape } from "../shape.ts";
import type { activateTh } from "./activate-th.ts";

/** Activating a Soft Token: the computer's page, in English. */
export const activateEn: Shape<typeof activateTh> = {
  title: "Activate the Soft Token",
  lead: "The last step; it takes about two minutes. Have the phone with LINE beside you.",
  steps: [
    "Press “OK”: a QR code comes up on this screen.",
    "Open LINE on the phone, scan the QR code and press “Activate”.",
    "This screen asks whether it is your phone: see that the digits are the same and press “This is my phone”.",
    "Choose a PIN of 6 digits and type it once more.",
    "When the phone says that it is done, press “Check” on this screen.",
  ],
  leadHere: "The last step takes about two minutes. All of it is done on this phone",
  stepsHere: [
    "Press “OK”, then “Use this phone”. LINE opens; press “Activate”",
    "Come back to this page, see that the digits are those in LINE, and press “This is my phone”",
    "Go back to LINE and choose a PIN of 6 digits, twice",
    "When LINE says that it is done, press “Go on with this phone”",
  ],
  scanHere: "Open LINE on this phone",
  keepTitle: "The key is on that one phone",
  keep: "If LINE is removed or its data cleared, the key is lost with it, and a request for service is needed to activate again.",
  start: "OK",
  late: "The last QR code is out of time",
  lateNext: "Your registration is all there. Press “OK” for a new QR code.",
  scan: "Scan this QR code with LINE",
  dontClose: "Do not close this page",
  dontCloseWhy: "If it was closed, signing in again brings a new QR code.",
  until: (moment) => `Works until ${moment}, for the first phone that presses “Activate” only.`,
  qrLabel: "QR code that activates the Soft Token",
  samePhone: "Use this phone",
  samePhoneHint: "If you see this page on the phone you will use, press this instead of scanning.",
  grantUntil: (moment) => `A new phone can be activated until ${moment}; after that a new request is needed.`,
  taken: "A phone has opened this QR code",
  isItYours: "Is it your phone?",
  isItYoursHow:
    "Look at the 2 digits on the phone. If they are these, and the name in LINE is yours, press “This is my phone”.",
  lineName: "Name in LINE",
  lineNameNone: "LINE shows no name; go by the digits",
  mark: "The phone must show",
  mine: "This is my phone",
  notMine: "Not me – new QR code",
  notMineHint:
    "If digits or name differ, somebody else opened the QR code before you. There is no key on that phone yet: just press this.",
  confirmed: "Choose the PIN on the phone",
  confirmedNext: "Your phone is known now. Finish choosing the PIN on it; this page changes by itself.",
  backToPhone: "Back to LINE to choose the PIN",
  check: "Check",
  again: "New QR code",
  done: "Activated",
  doneBody: (device, day) => `The key is on ${device} and good until ${day}.`,
  enter: "Sign in",
  refusal: {
    not_approved: () => "The central office has not approved the registration yet. It tells you by e-mail.",
    has_key: () => "It is active on a phone already. Sign in with that phone.",
    key_not_granted: () =>
      "The Soft Token was ended or switched off. File a request for service to activate again; your registration still counts.",
    key_lost: ({ stoppedAt }) =>
      `The phone was reported lost on ${formatMoment(stoppedAt, "en")}, so the Soft Token is stopped. File a request for service, case 3, to activate again; your registration still counts.`,
    key_grant_over: ({ until }) =>
      `The time to activate a new phone was over on ${formatMoment(until, "en")}. Your registration is all there. File a request for service once more: case 2, “Change the phone”.`,
    authority_none: () =>
      "This system is not set up to issue certificates yet. Please tell its administrator; your data is all there.",
  },
};
