import type { Shape } from "../shape.ts";
import type { codesTh } from "./th.ts";

/** Checking a service code at the counter, with and without a network, in English. */
export const codesEn: Shape<typeof codesTh> = {
  title: "Check a service code",
  lead: "Scan the code's QR with a scanner or the camera, or type its number.",
  field: "QR or number of the code",
  fieldHint: "Such as PP 1234 567 890. A scanner may type into this field.",
  submit: "Check",
  openCamera: "Scan with the camera",
  closeCamera: "Close the camera",
  torch: "Light",
  aim: "Picture of the camera: keep the QR inside the frame",
  mark: "Person is here, use the code",
  openVisit: "Open the visit",
  code: "Code",
  service: "Service",
  day: "Service day",
  proof: "Proof",
  done: {
    used: ["The code is used", "When and by whom is kept."],
    was_used: [
      "Another member of staff used this code before",
      "Make sure the person here is the one of the visit.",
    ],
  },
  verdict: {
    refusal: {
      code_unreadable: ["This is no code", "A code is PP and 10 digits. Scan or type it again."],
      code_token_forged: [
        "This QR is not from Pratu, or was changed",
        "Do not use it. Ask for the number and type it, to have it checked.",
      ],
      code_token_expired: [
        "This code is of {day}",
        "A code is good on the day it was asked for. Ask the person to scan the facility's QR again.",
      ],
      code_token_ahead: [
        "This code is of {day}, which is still to come",
        "The date of this machine may be wrong. Set its clock and try again.",
      ],
      code_elsewhere: [
        "This code is for another facility",
        "It is of facility {hcode} and cannot be used here. Ask for a new one here.",
      ],
      code_not_found: ["This facility has no such code", "Check the number, or issue a code at the counter."],
    },
    status: {
      issued: ["The code is good", "Press “Person is here, use the code” when they stand at the counter."],
      used: ["This code was used", "Used at {at}"],
      closed: ["This code is closed", "The service was given. Used at {at}"],
      cancelled: ["This code was cancelled", "Ask for a new one."],
      expired: ["This code has expired", "A code is good on the day it was asked for. Ask for a new one."],
    },
    notAsked: [
      "The signature is right, the latest state is not checked yet",
      "There is no network: it may have been used or cancelled since. You may use it, it is sent later.",
    ],
    typedNotAsked: [
      "This number cannot be checked yet",
      "There is no network, and a number proves nothing by itself. Scan the code's QR.",
    ],
  },
  client: {
    signed: "The signature in the QR is right",
    typed: "Typed, without a signature",
    checking: "Checking",
    offline: "No network. Signatures are still checked, and what is used is kept and sent later.",
    online: "Connected",
    ready: "This page works without a network",
    signedOut: "You are signed out. Sign in again to send what is kept.",
    keptTitle: "Kept, to be sent",
    keptNext: "It is sent by itself when the network is back. It must be sent today.",
    again: "This machine used this code at {at}",
    state: {
      kept: "To be sent",
      sent: "Sent",
      was_used: "Sent, but somebody else had used it",
      refused: "Not taken",
    },
    others: "This machine keeps {count} of somebody else. They have to sign in to send them.",
    leave:
      "{count} are still to be sent. After signing out they are sent when you sign in at this machine again today. Press again to sign out.",
    cameraRefused: "The browser may not use the camera. Allow it in the settings, or type the number.",
    cameraMissing: "There is no camera. Use a scanner or type the number.",
    cameraBusy: "The camera does not open. Another program may be using it.",
    looking: "Keep the code's QR inside the frame",
  },
  kept: {
    title: "Used from this machine today",
    markedAt: "Used at",
    state: "State",
  },
  left: "This machine keeps {count} used codes that were not sent. Sign in and open “Check a service code” to send them today.",
};
