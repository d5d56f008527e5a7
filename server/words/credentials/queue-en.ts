import type { Shape } from "../shape.ts";
import type { registrationQueueTh } from "./queue-th.ts";

const othersApprove = (names: readonly string[]) =>
  names.length === 0
    ? "The office has no other registrar who may. Ask the operator for one more. This one waits and is not lost"
    : `Who may approve: ${names.join(", ")}. This one waits and is not lost`;

/** The central office's registrations, in English. */
export const registrationQueueEn: Shape<typeof registrationQueueTh> = {
  refusal: {
    registration_decided: () => "Somebody else has decided this one. Nothing was changed; see below",
    email_bound: () =>
      "The e-mail differs from the one in the granted request to change the holder. Send it back to be corrected",
    letter_opened_by_you: ({ others }) =>
      `You opened this person's sealed letter and saw the password, so you do not approve it. Nothing was changed. ${othersApprove(others)}`,
    reason_missing: () => "Choose or write a reason, so that the person knows what to correct",
    reason_long: ({ limit }) => `The reason is too long: ${limit} characters at most`,
  },
  title: "Soft Token registrations",
  lead: "Those sent first on top. Names are shown when one is opened, and every opening is written down",
  find: "Find",
  state: "State",
  states: { sent: "Waiting", refused: "To be corrected", approved: "Approved", activated: "Activated" },
  code: "User code begins with",
  sentAt: "Sent",
  userCode: "User code",
  right: "Right",
  agency: "Agency",
  open: "Open",
  empty: "Nothing here",
  emptyNext: "Registrations appear here when they are sent",
  settings: "Age of passwords",
  done: {
    approved: (inLine: boolean) => `Approved. They are told by e-mail${inLine ? " and LINE" : ""}`,
    refused: (inLine: boolean) => `Sent back. They are told the reason by e-mail${inLine ? " and LINE" : ""}`,
  },
  one: {
    title: "Judge a registration",
    who: "Person",
    name: "Name in the order",
    proven: "Name as proven",
    provenBy: { thaid: "ThaID", paotang: "เป๋าตัง" },
    provenAt: "Proven",
    noName: "The app gave no name; the ID number is the same",
    same: "The names are the same",
    differs: "The names differ, the ID number is the same. Compare with the order",
    citizenId: "ID number",
    position: "Position",
    part: "Part",
    address: "Current address",
    email: "E-mail (confirmed)",
    mobile: "Mobile",
    consent: "Consent",
    consentOf: (version: string, time: string) => `Version ${version}, ${time}`,
    order: "Order or assignment",
    broughtHint: "The holder typed number and date: compare them with the paper before approving",
    orderOf: (number: string, day: string) => `Order ${number} of ${day}`,
    starts: "Counts from",
    openFile: "Open file",
    noFiles: "No file",
    decided: "Decision",
    approved: "Approved",
    refusedWith: (reason: string) => `To be corrected: ${reason}`,
    decision: "Decision",
    approve: "Approve",
    approveHint:
      "They hold the seat at once, or from the order's day; whoever held it in that part before is out",
    openedLetter: "You opened this person's sealed letter, so you do not approve it",
    othersApprove,
    refuse: "Refuse",
    reason: "Why it is refused",
    reasonHint: "The person reads this. Choose a reason or write one",
    reasons: {
      order_missing: "The papers are not complete: the assignment of the right is missing",
      order_unsigned: "The order attached is not signed",
      name_differs: "The name in the order is another",
      unreadable: "A file cannot be read",
      wrong_right: "The order names another right than this code has",
    },
    own: "More, in your own words",
    back: "Back to the list",
  },
};
