import type { Shape } from "../shape.ts";
import type { handOverTh } from "./th.ts";

/** Going on at the counter with what was begun on the phone (N15), in English. */
export const handOverEn: Shape<typeof handOverTh> = {
  title: "Go on with staff",
  link: "Rather go on with staff",
  offer: {
    lead: "Get a number of 6 digits and read it to the staff. They go on from here until you have the code.",
    facility: "Facility",
    service: "Service",
    seen: "Staff will see the name and citizen ID, never your PIN.",
    seenDraft: "Staff will see what is filled in so far, such as name and number, never a PIN.",
    card: "Have the ID card ready for the staff to check.",
    submit: "Get a hand-over number",
    no: "Back to doing it myself",
    makes: (minutes) =>
      `You asked for many numbers. The next is possible in ${minutes} minutes; or hand your card to the staff now.`,
  },
  number: {
    title: "Hand-over number",
    label: (spoken) => `Hand-over number ${spoken}`,
    lead: (facility) => `Read this number to the staff of ${facility}`,
    until: (time) => `Good until ${time}`,
    check: "See whether staff took it",
    withdraw: "Withdraw this number",
  },
  state: {
    taken: "Staff took the number",
    takenNext: "Wait at the counter. They are going on for you.",
    done: "Staff issued the code",
    doneNext: "It is in the chat.",
    over: "There is no hand-over number now",
    overNext: "If you still want one, scan the QR at the counter and ask again.",
    scan: "Scan the counter's QR",
    home: "To the first page",
  },
  console: {
    entryTitle: "Go on from a phone",
    label: "Hand-over number",
    hint: "6 digits, read from LINE by the person",
    submit: "Take it",
    title: "Handed over from a phone",
    lead: "Check that this is the person in front of you, then go on by card or picture.",
    madeAt: "Number asked for at",
    service: "Service asked for",
    phone: "Phone as typed",
    draft: "Registration in LINE is not finished. This is what was typed; nobody has checked it.",
    noNumber: "No citizen ID was typed yet",
    another: "Type another number",
    other: "This card or number is not of the person handed over",
    otherNext: "Use that person's card, or begin again at the counter's first page.",
    going: "Going on from a hand-over number",
    goingNext: "When confirmed, the code goes to the LINE of whoever handed over.",
    gone: "This number cannot be gone on with: too late, withdrawn, or replaced by a new one.",
  },
  refusal: {
    hand_over_empty: () => "Type the 6 digits the person reads to you.",
    hand_over_length: ({ digits }) => `A hand-over number has 6 digits; there are ${digits} now.`,
    hand_over_not_digits: ({ seen }) => `Use digits only; found “${seen}”.`,
    hand_over_missing: () =>
      "No such number, or it is too late. Listen again, or let the person ask for a new one.",
    hand_over_taken: () => "A colleague took this number already.",
    hand_over_limit: ({ tries, minutes }) => `${tries} wrong numbers. Try again in ${minutes} minutes.`,
  },
};
