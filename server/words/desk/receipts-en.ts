import type { Shape } from "../shape.ts";
import type { receiptsTh } from "./receipts-th.ts";

/** What became of the messages about a petition, in English. */
export const receiptsEn: Shape<typeof receiptsTh> = {
  title: "What the citizen was told",
  none: "Nothing was told yet",
  toStaff: "Told to officers",
  untold: "No channel got through. Call or write to the citizen",
  kinds: {
    petition_filed: "Petition received",
    petition_moved: "Petition moved on",
    petition_completed: "Outcome",
    petition_answered: "Message from an officer",
    document_issued: "Document issued",
    document_revoked: "Document revoked",
    petition_handed: "Given to an officer",
    staff_petition_due: "Warning: due soon",
    staff_petition_late: "Warning: overdue",
    staff_delay_letter: "Letter of delay waits",
    staff_petition_reopened: "Not done, says the citizen",
    staff_petition_answered: "A citizen wrote, corrected or withdrew",
  },
  other: "Message",
  media: { line: "LINE", mail: "E-mail", sms: "SMS" },
  standings: {
    waiting: "Waiting",
    sent: "Sent",
    unknown: "May have arrived",
    failed: "Not delivered",
    needless: "Not needed any more",
  },
  reasons: {
    blocked: "The citizen blocked the agency's LINE account",
    no_way: "The citizen has no LINE, e-mail or phone that can be reached",
    no_address: "There is no address or number for this channel",
    bounced: "The e-mail address takes no mail",
    plan_out: "This month's LINE messages are used up",
    late: "It was not sent in time",
    other: "The channel refused it",
  },
};
