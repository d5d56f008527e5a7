import type { Shape } from "../shape.ts";
import type { arrivalsTh } from "./th.ts";

/** The counter's live list of who came today, in English. */
export const arrivalsEn: Shape<typeof arrivalsTh> = {
  title: "Today's visitors",
  lead: "They appear by themselves when a code is issued",
  empty: "Nobody has come yet today",
  caption: "In order of coming, the latest on top",
  number: "No.",
  time: "Time",
  name: "Visitor",
  unnamed: "Name not known yet",
  service: "Service",
  code: "Code",
  way: "Way of asking",
  actions: "Actions",
  open: "Open",
  sound: "Sound when somebody comes",
  numbers: "Show numbers",
  live: "Receiving live",
  polling: "Receiving every 3 seconds",
  cut: "The connection is cut; trying again. What you see is still right",
};
