/** Who speaks in the thread of a request: whoever it is about, the agency's head, or the central office. */
export const requestSpeakers = ["holder", "head", "office"] as const;
export type RequestSpeaker = (typeof requestSpeakers)[number];

/** A line of the thread of a request. */
export interface RequestMessage {
  readonly id: string;
  readonly by: RequestSpeaker;
  readonly text: string;
  readonly saidAt: Date;
}
