import type { Shape } from "../shape.ts";
import type { handedTh } from "./handed-th.ts";

/** The card by which officers have a petition in LINE, in English. */
export const handedEn: Shape<typeof handedTh> = {
  card: "Officer's work",
  title: "A petition was given to you",
  work: "Petitions you have",
  more: "There are more",
  moreBody: "The chat shows those that are due first. The console lists them all",
  queue: "See all",
  receive: "Receive",
  start: "Start work",
  see: "See petition",
  confirmTitle: { received: "Receive this petition?", started: "Start work on this petition?" },
  lead: {
    received: "The citizen is told at once that an officer received it",
    started: "The citizen is told at once that work on it began",
  },
  no: "See the petition first",
};
