import type { Shape } from "../shape.ts";
import type { lostTh } from "./lost-th.ts";

/** Lost phones (T7), in English. */
export const lostEn: Shape<typeof lostTh> = {
  title: "Lost phones",
  lead: "A report stops the Soft Token, the computers that are signed in and the sign-ins that wait, at once",
  report: "Report a lost phone",
  reportNow: "Stop it now",
  empty: "No phone was reported lost",
  caption: "Reports",
  open: "See the report",
  userCode: "User code",
  userCodeHint: "15 characters, as in A75XXX000008001",
  part: "Whose phone",
  whose: "Whose phone is lost",
  whoseEmpty: "Choose whose phone is lost",
  lostOn: "Day of the loss",
  lostOnHint:
    "Today stands here already; change it if it was lost before. The letter is due three working days from the day of the loss, not of the report",
  said: "Where and how (if known)",
  saidHint: "This stands in the draft of the letter",
  callAt: "Telephone to call",
  liability: "If it is not reported and somebody uses the Soft Token, the holder answers for the damage.",
  safe: "The right, the work and the data stay. Only signing in with the lost phone is stopped.",
  done: "This phone is stopped",
  stoppedAt: "Stopped at",
  stopped: "What was stopped",
  stoppedCounts: (keys, sessions, challenges) =>
    `Soft Token ${keys} · signed-in computers ${sessions} · waiting sign-ins ${challenges}`,
  holder: "Holder",
  agency: "Agency",
  reporter: "Reported by",
  reporters: {
    holder: "The holder",
    colleague: "A colleague",
    head: "The head of the agency",
    office: "The central office",
  },
  letter: "Letter to the central office",
  letterSent: (number, dated) => `Sent, no. ${number} of ${dated}`,
  letterBy: (due) => `The head sends it by ${due}`,
  letterWaiting: (days, due) =>
    days === 0 ? `To be sent today (${due})` : `${days} working days left, by ${due}`,
  letterLate: (days, due) => (days === 0 ? `Late since ${due}` : `${days} working days late (due ${due})`),
  letterTitle: "Letter to the central office",
  letterLead:
    "Print the draft, number, date and sign it, send it to the central office, then write it down here",
  letterPrint: "Print the draft (PDF)",
  letterNumber: "Number of the letter",
  letterDated: "Dated",
  letterSave: "It was sent",
  letterSaved: "The letter is written down as sent",
  next: "With another phone, the holder files a request for service, case 3 “phone lost”, and activates the Soft Token again without proving who they are once more.",
  seat: {
    title: "My phone is lost",
    lead: (code) => `Stops the Soft Token of user code ${code} at once`,
    stopped: "This phone is stopped",
    stoppedNext: "The head of your agency was told to write to the central office",
    home: "To the sign-in page",
  },
  phone: {
    title: "Report a lost phone",
    lead: "Stop the Soft Token of a colleague of the same agency at once. Prove yourself by the PIN of the Soft Token on this phone.",
    own: "If it is your own phone",
    ownLead: "Use your user code and password, on any device",
    ownButton: "My phone is lost",
    noKey: "There is no Soft Token on this phone, so it cannot report for others",
    noKeyNext:
      "Report with the holder’s own password, or call the head of the agency or the central office, who can stop it at once too.",
    as: "Reporting as",
    pin: "PIN of the Soft Token on this phone",
    done: "That phone is stopped",
    doneNext: "The holder and the head of the agency were told",
    again: "Back to Soft Token",
  },
  refusal: {
    no_own_key: () =>
      "There is no Soft Token in use on this phone, so it cannot report for others. Nothing was stopped yet.",
    signature_wrong: () =>
      "This phone could not sign the report. Nothing was stopped yet. Press again; if it does not work, call the head of the agency or the central office.",
    too_many_reports: ({ most }) =>
      `You have reported ${most} phones of others today. This one is not stopped yet: call the head of the agency or the central office, who can stop it at once.`,
    user_code_empty: () => "Give the user code of 15 characters",
    user_code_shape: () => "A user code has 15 Latin letters and digits. Look again.",
    holding_missing: () =>
      "Nobody in your care holds this code. Look at the code and the part again. Nothing was stopped yet.",
    lost_day_ahead: () => "The day of the loss has not come yet. Choose today or before.",
    lost_day_long_ago: () => "The loss would be more than a year ago. Look at the year again.",
    lost_words_long: ({ most }) => `Too long: at most ${most} characters`,
    letter_number_empty: () => "Give the number of the letter",
    letter_number_long: () => "The number is too long: at most 60 characters",
    letter_day_ahead: () => "The day of the letter has not come yet. Choose today or before.",
    letter_sent_before: () => "This letter was written down as sent before; see below",
  },
};
