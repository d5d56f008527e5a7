import type { Shape } from "../shape.ts";
import type { assuranceTh } from "./th.ts";

/** The ladder of assurance and ThaID (N6), in English. */
export const assuranceEn: Shape<typeof assuranceTh> = {
  title: "Level of assurance",
  lead: "Each service says how far you must prove who you are. What is proven once counts at every agency",
  need: (rung) => `This service needs “${rung}”`,
  needNext: "Go on from here; we bring you back to where you were. What you filled in is kept",
  enough: "You stand high enough",
  here: "You are here",
  done: "Done",
  covered: "not needed any more",
  ahead: "Not yet",
  goOn: "Go on",
  back: "Back",
  rungs: {
    line: { title: "Signed in", what: "We know it is the same account, not yet whose" },
    phone: { title: "Phone proven", what: "An OTP reached your phone" },
    card_checked: {
      title: "ID card checked",
      what: "The registry found the card in order when you registered",
    },
    photo_checked: { title: "Pictures checked", what: "An officer looked at your card and face" },
    thaid: {
      title: "ThaID",
      what: "The Department of Provincial Administration vouches by face, in the ThaID app",
    },
  },
  atRegistration: "Checked when you register. If that was not possible then, a higher step takes its place",
  photos: (agency) => `Send pictures to ${agency}`,
  photosChoose: "Choose an agency and send pictures",
  thaid: "Confirm with the ThaID app",
  thaidHint: "Have the ThaID app on your phone at hand; it takes less than a minute",
  noThaid: "ThaID is not offered here yet",
  raised: "Confirmed with ThaID",
  failed: "Not confirmed with ThaID",
  again: "Try again",
  other: "See other ways",
  code: {
    title: "Type the code from the other browser",
    lead: "If ThaID brought you to another browser, it shows a code of 6 digits. Type it here within 10 minutes",
    label: "6-digit code",
    submit: "Confirm",
    way: "ThaID went elsewhere: type the code",
  },
  elsewhere: {
    title: "One more step: go back",
    lead: "ThaID has confirmed you, but in another browser than the one you began in. Go back to LINE or the page you began on and type this code",
    warn: "Tell nobody this code. If it was not you who began, close this page: nothing will change",
    open: "Back to LINE",
  },
  refusal: {
    session_locked: () => "Open your account with your PIN first, then begin again",
    thaid_already: () => "You are confirmed with ThaID already",
    thaid_too_many: () => "Too many tries. Rest a while, or send pictures to the officers instead",
    thaid_denied: () => "You said no in the ThaID app. Your account is unchanged; try again when you like",
    thaid_invalid: () => "ThaID's answer did not pass our checks. Your account is unchanged; begin again",
    thaid_down: () =>
      "ThaID does not answer right now. Your account is unchanged; try again in a while, or send pictures instead",
    thaid_gone: () => "This confirmation has run out or was used. Nothing changed. Begin again",
    thaid_other_person: () =>
      "That ThaID belongs to somebody other than this account. Nothing changed, and we keep nothing of theirs. Use the account owner's ThaID",
    thaid_code_wrong: ({ left }) =>
      `The code does not match. Look in the browser ThaID brought you to; ${left} tries left`,
  },
};
