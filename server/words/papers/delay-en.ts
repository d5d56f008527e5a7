import type { DelayRefusal } from "../../petitions/delay.ts";
import type { RefusalWords } from "../refusal-words.ts";
import type { Shape } from "../shape.ts";
import type { delayTh } from "./delay-th.ts";

/** Letters of delay in the console (E6), in English. */
export const delayEn = {
  title: "Letters of delay",
  lead: "Overdue petitions whose applicants were not told why. Each letter is drafted: fill in the reason and send it.",
  empty: "No letter waits to be sent",
  emptyNext: "When a petition is overdue its draft stands here, and whoever has it is told by mail.",
  number: "Petition",
  due: "Was due",
  letter: "Letter",
  draftedAt: "Drafted",
  actions: "Actions",
  open: "Fill in the reason",
  reason: "Why it is late",
  reasonHint: "Stands in the letter after “because”, in Thai",
  newDay: "An answer is expected by",
  sendLead:
    "The letter gets a number and a QR, lies with the applicant's documents, and they are told at once.",
  send: "Send the letter",
  sent: "The letter of delay was sent",
  refusal: {
    delay_missing: () => "No letter waits for this petition",
    delay_reason_short: () => "Write a reason of at least 10 letters: the applicant reads it",
    delay_day_past: () => "Choose the day an answer is expected, today or later",
  } satisfies RefusalWords<DelayRefusal>,
} satisfies Shape<typeof delayTh>;
