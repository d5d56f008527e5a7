import type { Shape } from "../shape.ts";
import type { phoneTh } from "./phone-th.ts";

/** The phone's pages of a Soft Token, in English. */
export const phoneEn: Shape<typeof phoneTh> = {
  title: "Soft Token",
  waiting: "Waiting for you",
  purposes: {
    sign_in: "Signing in on a computer",
    renew: "Renewing the Soft Token",
    end_device: "Changing the phone: ends the key on this one",
    service_request: "Signing a request for service",
  },
  open: "Confirm",
  until: (moment) => `until ${moment}`,
  renewRow: "Update Profile",
  keys: "Keys on this phone",
  good: (day) => `good until ${day}`,
  ending: (days) =>
    days === 1
      ? "ends within a day; renew it on the computer"
      : `ends in ${days} days; renew it on the computer`,
  expired: "has ended; sign in on a computer to renew it",
  nothing: "Nothing waits for you",
  nothingNext: "When you sign in on a computer, it comes up here by itself.",
  over: {
    lost: (at) => `The Soft Token on this phone was stopped on ${at}: the phone was reported lost`,
    pins: (at) => `The Soft Token on this phone was switched off on ${at}: ten wrong PINs`,
    ended: (at) => `The Soft Token on this phone ended on ${at}`,
  },
  overNext: {
    lost: "If it is not lost, tell your head or the central office at once. To use one again, file a request for service, case 3.",
    pins: "To use one again, file a request for service, case 2.",
    ended: "If the seat is still yours, sign in to see what comes next.",
  },
  noKey: "There is no Soft Token on this phone yet",
  noKeyNext:
    "Sign in on a computer and scan the QR code at “Activate the Soft Token”. Without a computer this phone alone will do.",
  noKeyHere: "Register or sign in with this phone",
  offline: "The system cannot be reached",
  offlineNext: "What you typed is still here. Try mobile data instead of Wi-Fi, then press again.",
  unable: "This phone or program cannot make a key",
  unableNext: "Update LINE and the phone, then open this link in LINE again. Nothing was lost.",
  script:
    "This page needs JavaScript to use the key on the phone. Without it, a lost phone is reported and a request is filed with user code and password.",
  scriptSeat: "Sign in with a user code",
  inLine: "Open this page in LINE",
  inLineNext: "Your Soft Token is in LINE. Press the button to open it there.",
  inLineOpen: "Open in LINE",
  changePassword: "Change the password now",
  told: {
    signed: ["Confirmed", "You can go back to the computer."],
    signed_end: ["This phone is used no more", "Go on at the computer."],
    denied: ["That sign-in was stopped", "The head of your agency was told. Change your password soon."],
    failed: ["Picture or digits were wrong three times", "It is over. Ask again on the computer."],
    denied_renewal: [
      "That renewal was stopped",
      "Your Soft Token works as before. The head of your agency was told. Change your password soon.",
    ],
    denied_other: ["That was stopped", "The head of your agency was told. Change your password soon."],
    over: [
      "This is over",
      "Its time was up, or it was answered. If you are not signed in, ask again on the computer.",
    ],
    renewed: ["Profile updated successfully", "Go back to the computer and press “Check”."],
  },
  activate: {
    title: "Activate the Soft Token",
    lead: (userCode) => `For the user code ${userCode}`,
    keep: "The key will be on this phone only. If LINE is removed or its data cleared, the key is lost and a new request is needed.",
    button: "Activate",
    buttonHint: "Begin on this phone",
    waitTitle: "Waiting for the computer",
    waitLead: "Look at the computer: if it shows these digits, press “This is my phone” there.",
    waitMark: "The digits of this phone",
    waitNext:
      "Then this page goes on by itself. With one phone only: go back to the browser, press it there, and come back to LINE.",
    waitOther: "If the digits differ, do not confirm: press “Not me – new QR code” on the screen.",
    waitCheck: "Check",
    pinTitle: "Choose a PIN of 6 digits",
    pinLead:
      "You use it at every confirmation. No birthday, no run of digits, no repeated digit. Ten wrong ones in a row switch the key off.",
    pin: "New PIN",
    again: "The PIN once more",
    submit: "Activate",
    done: "Activated",
    doneNext:
      "At a computer, go back to it and press “Check”. With this phone alone, press the button below.",
    enterHere: "Go on with this phone",
    see: "See my Soft Token",
    over: "This QR code does not work any more",
    overNext:
      "Its time is over, or a newer one took its place. Press “New QR code” on the computer and scan again.",
    other: "Another phone has opened this QR code",
    notTheirs: "This LINE account is not the holder’s",
    notTheirsNext:
      "This LINE belongs to somebody else here, or the holder is known here by another LINE account. Scan the QR code with the holder's own. If that one is not used any more, move the account to the new LINE in the personal data first. There is no key on this phone yet.",
    otherNext: "If that was not you, press “New QR code” on the computer at once; the old one stops working.",
  },
  sign: {
    title: "Confirm that it is you",
    staffConsole: "The console for staff",
    facts: { what: "What", system: "System", userCode: "User code", agency: "Agency" },
    picture: "Which picture is on the computer?",
    digits: "The 2 digits on the computer",
    pin: "PIN of 6 digits",
    submit: "Confirm",
    notMe: "Not me",
    notMeHint:
      "If you did not ask for this yourself, press this: it is stopped, and the head of your agency is told.",
  },
  renew: {
    title: "Update Profile",
    lead: (userCode) => `Makes a new key on this phone for the user code ${userCode}, good for 2 more years.`,
    until: (day) => `The old certificate ends on ${day}.`,
    pin: "Your PIN of 6 digits",
    submit: "Accept and renew",
    over: "This renewal is over",
    overNext: "If it was not renewed, press “Ask again” on the computer.",
  },
  closed: {
    title: "The Soft Token was switched off for safety",
    lead: "A wrong PIN was typed ten times in a row.",
    safe: "Nobody can use this Soft Token any more, and every computer is signed out. Your right, your work and your data are all there. You and the head of your agency were told.",
    stepsTitle: "What to do",
    steps: [
      "If it was you: file a request for service, case 2 “Change the phone”, with your user code and password.",
      "Once the central office approves, you can activate again on this phone, without registering or proving who you are again.",
      "If it was not you: report a lost phone or tell the head of your agency at once.",
    ],
    request: "File a request for service",
    lost: "Report a lost phone",
  },
  gone: {
    title: "The key is not on this phone",
    lead: "LINE may have been removed, its data cleared, or the phone changed. Nobody can use that key in your place.",
    stepsTitle: "What to do",
    steps: [
      "If you activated it in LINE on another phone, confirm with that one.",
      "If there is none any more: sign in on the computer with your password, follow the link to the request for service there, and choose case 2 “Change the phone”.",
      "Once the central office approves, you can activate at once, without registering or proving who you are again.",
    ],
    request: "File a request for service",
    back: "Back to Soft Token",
  },
  unfinished: {
    picture_unchosen: "First choose the picture that is on the computer",
    digits_empty: "Type the two digits that are on the computer",
    digits_length: "There are two digits on the computer. Look again",
  },
  refusal: {
    pin_not_same: () => "The two PINs are not the same. Please type them again.",
    key_wrong: () => "The key the phone sent could not be used. Please press again.",
    answer_wrong: ({ left }) =>
      `Picture or digits are not those on the computer. Look again; ${left === 1 ? "one try is" : `${left} tries are`} left.`,
    signature_wrong: () => "This phone could not sign. Please press again.",
  },
};
