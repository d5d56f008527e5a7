import { sayNotBefore } from "../not-before.ts";
import type { Shape } from "../shape.ts";
import type { challengeTh } from "./challenge-th.ts";

/** Signing in with the phone: the computer's page, in English. */
export const challengeEn: Shape<typeof challengeTh> = {
  title: "Confirm on the phone",
  leads: {
    sign_in:
      "Open LINE on your phone, press the message “Somebody asks to sign in”, and do this. If there is no message, scan the QR code below",
    renew: "Open LINE on your phone, press the message “Renew your Soft Token”, and do this",
    end_device: "Open LINE on the old phone, press the message “Confirm the change of phone”, and do this",
    service_request: "Open LINE on your phone, press the message “Sign the request for service”, and do this",
  },
  quiet: "No message goes to the phone this time",
  quietHow: (until) =>
    `“Not me” was just pressed on the phone. If it is you, scan the QR code below with LINE. Messages come as usual after ${until}.`,
  picture: "Choose this picture on the phone",
  digits: "Type these digits on the phone",
  pictures: {
    lotus: "Lotus",
    elephant: "Elephant",
    boat: "Boat",
    umbrella: "Umbrella",
    mango: "Mango",
    temple: "Temple",
    fish: "Fish",
    kite: "Kite",
    bell: "Bell",
    coconut: "Coconut",
    bird: "Bird",
    lantern: "Lantern",
  },
  waiting: "Waiting for the phone",
  waitingNext: "This page goes on by itself once the phone has confirmed, within 2 minutes.",
  until: (moment) => `Works until ${moment}`,
  noMessage: "No message on the phone?",
  noMessageHow:
    "Scan this QR code with LINE on your phone. Messages come by themselves once this system’s LINE account is your friend and not blocked. If it does not open, try mobile data instead of Wi-Fi.",
  qrLabel: "QR code that opens the confirmation on the phone",
  samePhone: "Confirm on this phone",
  check: "Check",
  again: "Ask again",
  over: {
    denied: [
      "The phone says that it is not you",
      "It was stopped, and the head of the agency was told. If it was pressed by mistake, press “Ask again” and scan the QR code there: no message goes to the phone for 15 minutes.",
    ],
    failed: [
      "Picture or digits were wrong three times",
      "It is over and nothing has changed. Press “Ask again” for a new picture and digits.",
    ],
    expired: ["The 2 minutes are over", "The phone has not confirmed. Press “Ask again” to start over."],
    used: ["This confirmation was used", "Press “Ask again” to start over."],
  },
  refusal: {
    no_key: () => "There is no Soft Token on a phone yet.",
    certificate_expired: () => "The Soft Token has ended and must be renewed first.",
    too_many_challenges: ({ until }) =>
      `Too many confirmations were asked for. For safety, ask again after ${sayNotBefore(until, "en")}.`,
  },
};
