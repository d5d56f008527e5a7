import type { NamingFaultRefusal } from "../../credentials/naming.ts";
import { formsEn } from "../forms/en.ts";
import { identityRefusalsEn } from "../identity/refusals-en.ts";
import type { RefusalWords } from "../refusal-words.ts";

const { name_empty, name_too_long, name_character } = identityRefusalsEn;

const refusal: RefusalWords<NamingFaultRefusal> = {
  ...formsEn.refusal,
  ...{ name_empty, name_too_long, name_character },
  seat_unchosen: () => "Choose a user code",
  part_unchosen: () => "Choose whether this is the holder or a deputy",
  position_empty: () => "Enter the position as the order has it",
  text_long: ({ limit }) => `Too long: at most ${limit} characters`,
  order_number_empty: () => "Enter the number the order is signed under. It cannot be changed later",
  order_text_empty: () => "The order must say this. Write it, or use the drafted text",
  ends_before: () => "The last day is not before the first, and not before today",
  starts_before_order: () => "The first day is not before the day the order is dated",
};

/** The wizard by which a head names people to seats, in English. */
export const namingEn = {
  title: "Name a holder",
  pages: { place: "The right", person: "The person", order: "The order", check: "Check" },
  seat: "User code",
  heldBy: (name: string) => `Now ${name}`,
  part: "Named as",
  partHint: { holder: "Holds the right", deputy: "Uses it in the holder's stead between two days" },
  reason: "Why the holder changes",
  reasonHint: "When somebody holds it now. They go on until the next holder is approved",
  reasonNone: "Nobody holds it yet",
  reasonMissing: (name: string) =>
    `${name} holds this right. Choose why it changes; they go on until the next holder is approved`,
  citizenId: "Citizen ID",
  citizenIdHint: "13 digits",
  firstName: "Given name",
  lastName: "Family name",
  position: "Position",
  positionHint: "Such as Finance and Accounting Officer",
  email: "E-mail of the person (optional)",
  emailHint:
    "The link that sets the password goes here. Without it, a sealed letter from the central office is used",
  mobile: "Mobile (optional)",
  useOrder: "By the order",
  newOrder: "A new order",
  newOrderHint: "Only for “A new order”",
  keptOrder: (number: string, day: string) => `Order ${number} of ${day}`,
  useOrderHint: "One order may name several people. Choose it again and its text is not typed twice",
  number: "Number of the order",
  numberHint: "Such as 125/2569",
  dated: "Dated",
  starts: "From",
  ends: "Until",
  endsHint: "For deputies only; leave it empty for a holder",
  texts: "Text of the order",
  textsHint: "Drafted; change it as you like",
  duties: "Duties",
  controls: "Controls",
  keeping: "How user name and password are kept",
  next: "Next",
  unfinished: "A naming was begun and is kept for 24 hours",
  goOnUnfinished: "Go on where it was left",
  givesWay: "Holder until now",
  givesWayHow: (name: string, reason: string) =>
    `${name} gives the right up (${reason}) and keeps using it until the central office approves the new one`,
  previous: "Back to change",
  cancel: "Do not name",
  check: "Check before naming",
  checkLead: "Nothing changes until you press “Name”",
  draftPdf: "Draft of the order (PDF)",
  confirm: "Name",
  toLink: (email: string) => `The password link goes to ${email}`,
  toLetter: "Ask the central office for a sealed letter with the first password",
  then: "Afterwards",
  separation: {
    title: "Not possible: approver 1 and approver 2 may not be one person",
    rule: "Rules of the Soft Token, 28 February 2567, section 2: whoever approves withdrawal (approver 1) and whoever approves payment (approver 2) must not be the same person, nor stand in for the other.",
    held: (right: string, part: string, code: string) => `This person is ${part} of ${right}, code ${code}`,
    safe: "Nothing was changed, and what you typed is still here.",
    next: "Choose somebody else, or end the other right first and name them again.",
  },
  refusal: {
    seat_not_found: "Your agency has no such user code. Choose another",
    order_not_found: "There is no such order. Choose another or write a new one",
    named_already: (name: string) =>
      `${name} is named already and has not finished registering. To name somebody else, withdraw that naming on the page of this right first`,
    email_taken:
      "This e-mail belongs to another ID number. Enter the named person's own, or leave it empty and use a sealed letter",
    in_seat_already: (part: string) => `This person is ${part} of this code already. Choose somebody else`,
  },
  fault: refusal,
};
