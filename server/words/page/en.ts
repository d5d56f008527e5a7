import type { Shape } from "../shape.ts";
import type { pageTh } from "./th.ts";

/** Words of the shared components, in English. */
export const pageEn = {
  brand: "Pratu",
  skip: "Skip to content",
  back: "Back",
  wrongTitle: (title) => `Error: ${title}`,
  summaryTitle: "Please correct the following",
  otherLanguage: "ไทย",
  otherLanguageLabel: "เปลี่ยนเป็นภาษาไทย",
  largerText: "A+",
  largerTextLabel: "Use large text",
  normalText: "A−",
  normalTextLabel: "Use normal text",
  step: (now, all) => `Step ${now} of ${all}`,
  show: "Show",
  hide: "Hide",
  day: "Day",
  month: "Month",
  year: "Year (B.E.)",
  unknown: "Unknown",
  choose: "Choose",
  pages: "Pages of the list",
  previousPage: "Previous",
  nextPage: "Next",
  firstPage: "Back to the first page",
  help: "Need help? Ask the staff of the office, or type “help” in the LINE chat",
  codeLabel: (spoken) => `Service code ${spoken}`,
  fault: {
    title: "Something went wrong on our side",
    body: "Everything you confirmed is safe. Please try again in a moment.",
    again: "Try again",
  },
  tooLarge: {
    title: "The files are too large and were not sent",
    what: "The files you chose are together larger than can be taken at once.",
    safeDraft:
      "What was saved of your form is still there, the files attached before too. What you typed since is on the page before: go back in the browser to see it.",
    safe: "What you sent before is still there.",
    safeConsole:
      "Nothing of this was saved. Go back in the browser: what you typed is still on the page before.",
    next: "Choose one file at a time, each of 10 MB at most, or take a smaller picture, and send again.",
    backDraft: "Back to the form",
    back: "Back, to try again",
  },
  notFound: {
    title: "This page was not found",
    body: "The link may be old or incomplete. Go to the first page and try again.",
    home: "First page",
  },
  gone: {
    title: "This file was deleted",
    body: "It was deleted because the agency's time for keeping it was over, or because its owner asked for it. It cannot be opened or brought back.",
    next: "Its number, dates and status are still here. If you need the document, ask the agency for a new one.",
    back: "Back",
  },
} satisfies Shape<typeof pageTh>;
