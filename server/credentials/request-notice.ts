/** What is told of a request for service, by mail alone. */
export const requestNoticeKinds = [
  /** It came to the central office: whoever did not ask learns of it. */
  "seat_request_sent",
  "seat_request_granted",
  "seat_request_refused",
  /** A line was written into its thread by somebody else. */
  "seat_request_answered",
  /** The code that proves the new address (8). */
  "seat_request_code",
] as const;
export type RequestNoticeKind = (typeof requestNoticeKinds)[number];
