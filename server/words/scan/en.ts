import type { Shape } from "../shape.ts";
import type { scanTh } from "./th.ts";

const scanAgain = "Please scan the QR on the screen at the counter again.";
const otherHost = (host: string) => `This QR leads to ${host}, which is not ours.`;
const notOurs = "This is not a QR for asking a service code.";
const otherHostNext = "We do not open that link. Please scan the QR on the screen at the counter.";
const notOursNext = "Please scan the QR on the screen at the facility’s counter.";

/** The scan page and every refusal on the way to a code, in English. */
export const scanEn = {
  title: "Scan the QR at the counter",
  forTitle: (name) => `Ask a code for ${name}`,
  lead: "Point the camera at the QR on the facility’s screen or sign.",
  why: "Your phone will ask to use the camera. Tap “Allow”: the camera only reads the QR, no picture is kept.",
  openCamera: "Open camera",
  closeCamera: "Close camera",
  torch: "Light",
  aim: "Keep the QR inside the frame",
  or: "or",
  line: "Scan with LINE",
  album: "Choose a picture of the QR",
  shortCode: "Type the 9 digits under the QR",
  shortCodeHint: "For example 123 456 789",
  shortCodeSubmit: "Use this number",
  noScript: "The camera does not work in this browser. Type the 9 digits under the QR instead.",
  client: {
    opening: "Opening the camera…",
    looking: "Keep the QR inside the frame",
    checking: "Checking the QR…",
    refusedTitle: "The camera was not allowed",
    refusedNext: "Choose a picture of the QR, or type the 9 digits under it.",
    missingTitle: "There is no camera to use here",
    missingNext: "Choose a picture of the QR, or type the 9 digits under it.",
    busyTitle: "Another app is using the camera",
    busyNext: "Close that app and open the camera again, or type the 9 digits under the QR.",
    otherHostTitle: otherHost("{host}"),
    otherHostNext,
    notOursTitle: notOurs,
    notOursNext,
    nothingFoundTitle: "No QR was found in this picture",
    nothingFoundNext: "Choose one that shows the whole QR clearly, or type the 9 digits under it.",
    offlineTitle: "No internet",
    offlineNext: "Nothing was asked yet. Try again with a signal, or tell the staff.",
  },
  refusedTitle: "No code yet",
  again: "Scan the QR again",
  home: "Go to home",
  toConsent: "See the consent",
  toCompanions: "See other people",
  said: {
    qr_other_host: ({ host }) => otherHost(host),
    qr_not_ours: () => notOurs,
    qr_forged: () => "This QR was not made by a facility.",
    qr_expired: () => "This QR is over: the screen changes it every 30 seconds.",
    qr_revoked: () => "This QR is no longer used.",
    facility_closed: () => "This facility has closed.",
    service_not_offered: () => "This facility does not offer this service today.",
    short_code_empty: () => "Enter the 9 digits under the QR.",
    short_code_length: ({ digits }) => `The number under the QR has 9 digits; this one has ${digits}.`,
    short_code_not_digits: ({ seen, digit }) =>
      digit === null
        ? `Digits only: found “${seen}”.`
        : `Found “${seen}”, which is no digit. Is it a ${digit}?`,
    short_code_wrong: () => "This number does not match, or the screen has changed it.",
    short_code_limit: () => "Five numbers were tried within 10 minutes.",
    ticket_forged: () => "This link is incomplete or was changed.",
    ticket_expired: () => "The scan was more than 10 minutes ago.",
    ticket_taken: () => "Somebody else has used this scan.",
    consent_withdrawn: () => "You withdrew your consent, so no code can be issued.",
    delegation_missing: () => "There is no consent for you to ask for this person now.",
    delegation_scope: () => "This person did not consent to this service.",
    code_move_refused: ({ status }) =>
      ({
        issued: "This code is still good.",
        used: "The counter has used this code, so it cannot be cancelled.",
        closed: "The service was given, so it cannot be cancelled.",
        cancelled: "This code was cancelled already.",
        expired: "This code has expired; there is nothing to cancel.",
      })[status],
  },
  next: {
    qr_other_host: otherHostNext,
    qr_not_ours: notOursNext,
    qr_forged: "Please tell the staff, and scan the QR on the screen at the counter.",
    qr_expired: scanAgain,
    qr_revoked: "Please ask the staff for the current QR.",
    facility_closed: "Please ask the staff, or go to another facility.",
    service_not_offered: "Please ask the staff which QR to scan.",
    short_code_empty: "",
    short_code_length: "",
    short_code_not_digits: "",
    short_code_wrong: "Look at the number under the QR again and retype it.",
    short_code_limit: "Scan the QR with the camera, or type again in 10 minutes.",
    ticket_forged: scanAgain,
    ticket_expired: scanAgain,
    ticket_taken: "Please scan the QR with your own phone.",
    consent_withdrawn: "Give it again under My account, then ask once more.",
    delegation_missing: "See or add people under Other people.",
    delegation_scope: "Let that person consent to it first, then ask again.",
    code_move_refused: "",
  },
} satisfies Shape<typeof scanTh>;
