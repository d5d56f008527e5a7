import type { Shape } from "../shape.ts";
import type { picturesTh } from "./th.ts";

/** The registrar's way to a picture of face and card (F3), in English. */
export const picturesEn: Shape<typeof picturesTh> = {
  title: "Open a picture of identity",
  lead: "Use the service code of the claim. Every opening is written down, and whoever is on the picture reads the reason in LINE",
  day: "Day of service",
  dayHint: "Such as 21/11/2569",
  hcode: "Code of the facility",
  hcodeHint: "5 digits",
  code: "Service code",
  codeHint: "PP and 10 digits",
  reason: "Why it is opened",
  reasonHint: "Whoever is on the picture reads this",
  open: "Open the picture",
  opened: "This opening was written down",
  openedNext:
    "Whoever is on it sees who opened it, when and why. Once you leave this page, it takes a new reason",
  picture: "Face and ID card",
  openedBy: "Opened by",
  openedAt: "Opened at",
  another: "Open another",
  picture_not_found:
    "There is no picture for this code on that day, at that facility, in your region. Check all three and try again",
  picture_unavailable:
    "The picture cannot be opened right now: the store does not answer, or the file is gone. Try again, then tell the administrator",
  refusal: {
    picture_day_unreadable: () => "Give day/month/year, such as 21/11/2569, not later than today",
    hcode_shape: () => "The code of a facility has 5 digits",
    service_code_empty: () => "Type the service code",
    service_code_prefix: ({ prefix }) => `The code begins with ${prefix}`,
    service_code_length: ({ digits }) => `The code has 10 digits, not ${digits}`,
    service_code_not_digits: ({ seen, digit }) =>
      digit === null ? `“${seen}” is no digit` : `“${seen}” is no digit. Is it ${digit}?`,
    picture_reason_short: ({ fewest }) => `Give a reason of at least ${fewest} characters`,
  },
};
