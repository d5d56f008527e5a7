import type { TakeStepRefusal } from "../../petitions/take-step-refusal.ts";
import type { RefusalWords } from "../refusal-words.ts";
import type { Shape } from "../shape.ts";
import type { petitionsTh } from "./th.ts";

const refusals: RefusalWords<TakeStepRefusal> = {
  step_not_yours: () => "This step cannot be taken from here. Nothing was changed",
  step_out_of_order: () => "The status has changed, so this step cannot be taken. Load the page again",
  already_waiting: ({ pause }) =>
    pause === "correction" ? "It waits for a correction already" : "It waits for a payment already",
  nothing_awaited: () => "Nothing is awaited from you at the moment",
  outcome_missing: () => "Choose the outcome first",
  outcome_not_here: () => "This outcome does not fit the present status",
  closure_not_tested: () => "A petition that ended like this is not tested",
  test_over: () => "The time for testing is over. You may file a new petition",
  petition_changed: () => "Somebody changed this petition before you. Load the page again before going on",
};

/** The same in English. */
export const petitionsEn: Shape<typeof petitionsTh> = {
  statuses: {
    submitted: "Submitted",
    received: "Received by an officer",
    in_progress: "In progress",
    completed: "Completed",
  },
  outcomes: {
    granted: "Granted",
    refused: "Refused",
    done: "Done",
    withdrawn: "Withdrawn",
    not_ours: "Another agency is competent",
  },
  events: {
    submitted: "Petition submitted",
    received: "An officer received it",
    assigned: "Given to an officer",
    started: "Work has begun",
    correction_asked: "A correction is asked for",
    correction_given: "The correction came in",
    forwarded: "Forwarded to the unit in charge",
    payment_asked: "Waiting for payment",
    payment_seen: "Payment came in",
    completed: "Completed",
    withdrawn: "Withdrawn",
    closure_confirmed: "Confirmed as done",
    reopened: "Opened again",
    delay_told: "The delay was explained",
  },
  resultOf: (number, outcome) => `Outcome of petition ${number}: ${outcome}`,
  card: "Your petition",
  number: "Petition number",
  service: "About",
  status: "Status",
  receivedByLaw: "Counts as received on",
  due: "Answer due by",
  open: "Open the petition",
  outcome: "Outcome",
  answerBy: "Correct it by",
  toCorrect: "To correct",
  testBy: "Tell us whether all is well by",
  correct: "Correct it",
  test: "Look and answer",
  appealBy: "May be appealed until",
  refusals,
};
