import type { Shape } from "../shape.ts";
import type { checkpointTh } from "./checkpoint-th.ts";

/** The public page of the audit's newest checkpoint, in English. */
export const checkpointEn: Shape<typeof checkpointTh> = {
  title: "Evidence that the audit was not changed",
  lead: "Pratu writes down every time data are opened or changed. All of it is condensed into a short row of letters, which is signed. If anybody changes or removes a single old line, these letters no longer fit the ones you kept.",
  newest: "The newest evidence",
  number: "Number",
  size: "Entries",
  at: "Signed",
  text: "Open as text",
  json: "Open as JSON",
  none: "There is no evidence yet",
  noneNext:
    "The system was just started. The first comes within a minute of its first use; open this page again later",
  how: "How to be a witness",
  steps: [
    "Print this page, or keep the text above in a place of your own, on a computer or in a file. Do it regularly, once a day",
    "Keep the key below too, and compare it with what the agency gave you by another way",
    "When in doubt, have the internal auditor or the operator check the audit against the copy you kept. If anything before it was changed, the check names the entry",
  ],
  nobody:
    "The evidence holds a number, a count, a hash, a moment and a signature, and nothing of anybody. It may be passed on",
  key: "Verifier keys",
  keyHint:
    "They show that the signature is this system's. The first is in use; others, if any, verify older evidence",
  link: "Evidence that the audit was not changed (public)",
};
