import type { Standing } from "../../petitions/petition-tally.ts";
import type { Shape } from "../shape.ts";
import type { openTh } from "./th.ts";

/** Open data of an agency's petitions, in English. */
export const openEn = {
  title: (agency: string) => `Open data: petitions of ${agency}`,
  lead: "Petitions by month, service and outcome. No data of any person.",
  span: (first: string, last: string) =>
    `${first} to ${last}, renewed daily; a month is told when it is over`,
  csv: "Download CSV",
  json: "Download JSON",
  open311: "Requests about places are told by Open311 GeoReport v2",
  small:
    "Groups of fewer than 5 are put together with others; what is still fewer is told without a number, so that it tells of nobody.",
  licenceTitle: "Use",
  licence:
    "Free to use under Creative Commons Attribution 4.0 (CC BY 4.0), for commerce or not, naming the agency.",
  dictionaryTitle: "What the columns mean",
  types: { month: "month (YYYY-MM)", text: "text", number: "whole number" },
  columns: {
    month: "Month in which the petitions were filed",
    service: "The service's name in addresses; empty: several services together",
    service_name: "The service's name; empty: several services together",
    status: "How they stand now: submitted, received, in_progress or completed; empty: several together",
    outcome: "How completed ones ended: granted, refused, done, withdrawn or not_ours",
    count: "How many petitions, at least 5; empty: fewer than 5",
    median_working_days: "Median of working days from receipt to completion",
  },
  tableTitle: "The latest month",
  several: "Several services together",
  severalStandings: "Several together",
  fewer: "fewer than 5",
  standing: {
    submitted: "Submitted",
    received: "Received",
    in_progress: "In progress",
    granted: "Completed: granted",
    refused: "Completed: refused",
    done: "Completed: done",
    withdrawn: "Completed: withdrawn",
    not_ours: "Completed: another agency's",
  } satisfies Record<Standing, string>,
  counted: (count: number) => `${count} petitions`,
  took: (days: number) => `half completed within ${days} working days`,
  empty: "No month has been counted yet",
  tooMany: "Too many questions. Wait a minute and ask again.",
} satisfies Shape<typeof openTh>;
