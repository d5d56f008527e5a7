import type { AnswerProblem } from "../../forms/answers.ts";
import type { AddressPart } from "../../forms/typed-place.ts";
import type { AttachmentRefusal } from "../../petitions/attachment.ts";
import { identityRefusalsEn } from "../identity/refusals-en.ts";
import type { RefusalWords } from "../refusal-words.ts";
import type { Shape } from "../shape.ts";
import { baht } from "./baht.ts";
import type { formsTh } from "./th.ts";

const addressParts: Record<AddressPart, string> = {
  line: "Enter house number, village and road",
  subdistrict: "Choose the sub-district",
  district: "Choose the district",
  province: "Choose the province",
  postcode: "Enter the postcode, 5 digits",
};

const {
  citizen_id_empty,
  citizen_id_length,
  citizen_id_not_digits,
  citizen_id_checksum,
  phone_empty,
  phone_not_digits,
  phone_foreign,
  phone_length,
  phone_not_mobile,
} = identityRefusalsEn;

const refusal: RefusalWords<AnswerProblem["refusal"]> = {
  ...{ citizen_id_empty, citizen_id_length, citizen_id_not_digits, citizen_id_checksum },
  ...{ phone_empty, phone_not_digits, phone_foreign, phone_length, phone_not_mobile },
  answer_missing: () => "This has to be answered",
  answer_shape: () => "We could not read this answer. Please answer again; the others are kept",
  field_unknown: () => "The form no longer asks this. Open the page again; what was saved is kept",
  text_short: ({ least }) => `Enter at least ${least} characters`,
  text_long: ({ most }) => `Too long: ${most} characters at most`,
  text_characters: () => "Some characters cannot be taken. Please type it again",
  number_shape: () => "Enter a number, such as 12 or 1,250",
  number_decimals: ({ most }) => (most === 0 ? "Enter a whole number" : `At most ${most} decimals`),
  number_small: ({ least }) => `Too small: ${least} at least`,
  number_large: ({ most }) => `Too large: ${most} at most`,
  date_missing_part: () => "Enter day, month and year (Buddhist era)",
  date_not_digits: () => "Day and year are digits only",
  date_year_not_buddhist: ({ suggestedBe }) =>
    suggestedBe === null
      ? "The year is of the Buddhist era, 2400 to 2700, such as 2569"
      : `The year is of the Buddhist era. Did you mean ${suggestedBe}?`,
  date_impossible: () => "There is no such day. Please look again",
  date_future: () => "This day is still to come: it has to be today or before",
  date_past: () => "This day is over: it has to be today or later",
  time_shape: () => "Enter a time, such as 08:30",
  email_empty: () => "Enter the e-mail address",
  email_shape: () => "An e-mail address has an @ and a host, such as somjai@example.com",
  address_part: ({ part }) => addressParts[part],
  address_apart: ({ part }) =>
    part === "subdistrict"
      ? "This sub-district lies in another district. Please choose again"
      : "This district lies in another province. Please choose again",
  map_point_shape: () =>
    "The coordinates could not be read. Mark the place on the map again, enter latitude and longitude such as 13.7563 and 100.5018, or remove them and type the address",
  choice_unknown: () => "This choice is no longer there. Please choose again",
  repeated: () => "Something stands here twice. Please remove one",
  too_few: ({ least }) => `At least ${least} are needed`,
  too_many: ({ most }) => `At most ${most} are possible`,
  file_id: () => "This file is no longer there. Please attach it again",
  not_declared: () => "This has to be declared before sending",
};

const attachment: RefusalWords<AttachmentRefusal> = {
  attachment_empty: () => "This file is empty. Choose another",
  attachment_heavy: () => "This file is larger than 10 MB. Make it smaller or split it, then attach it again",
  attachment_kind: () =>
    "This is no JPG or PNG picture and no PDF, whatever it is called. Choose another file",
  attachment_kind_here: () => "This question takes other kinds of files: see below its name",
  attachment_broken: () =>
    "This file is cut off or carries something behind its end. Save it anew and attach it again",
  picture_huge: () => "This picture is too wide or too high. Make it smaller and attach it again",
  pdf_active: () =>
    "This PDF hides commands or other files and is not safe. Print it to a new PDF and attach that",
  pdf_locked: () => "This PDF has a password: nobody could open it. Remove the password and attach it again",
  pdf_packed: () =>
    "This PDF is packed in an unusual way. Print it to a new PDF, or take a picture of the paper",
};

/** Words of forms and of what was answered in them, in English. */
export const formsEn: Shape<typeof formsTh> = {
  refusal,
  attachment,
  choose: "Choose",
  optional: "optional",
  yes: "Yes",
  no: "No",
  declared: "Declared",
  notAnswered: "Not answered",
  baht: "baht",
  money: (satang) => `${baht(satang)} baht`,
  time: "",
  timeExample: "Such as 08:30 or 17:00",
  atMost: (most) => `Choose ${most} at most`,
  addItem: (label) => `Add: ${label}`,
  removeItem: (label, at) => `Remove ${label} ${at}`,
  item: (label, at) => `${label} ${at}`,
  next: "Next",
  nextHint: "Press to see the questions that depend on your answers",
  address: {
    line: "House number, village, lane, road",
    province: "Province",
    district: "District",
    subdistrict: "Sub-district",
    postcode: "Postcode",
  },
  map: {
    line: "Or type the address or a landmark",
    lineHint: "Such as: in front of the new temple, village 3. This alone is enough",
    typed: "Type latitude and longitude",
    latitude: "Latitude",
    longitude: "Longitude",
    here: "Use my location",
    open: "Choose on the map",
    hint: "Tap the map to set the pin, drag the pin to move it",
    label: "Map to set a pin on",
    refused: "Your location could not be read. Set the pin on the map, or type the address",
    finding: "Finding your location",
    found: "Location found",
    failed:
      "The map did not open. Type the address or a landmark below instead; what you filled in is still there",
    view: "Open the map",
  },
  files: {
    rule: (kinds, most) => `Up to ${most} files (${kinds}), each 10 MB at most`,
    add: "Choose files",
    shoot: "Take or choose a picture",
    crossedOut:
      "It is crossed out for you: for this service and agency only, with the day. The plain copy is not kept",
    drop: (name) => `Remove ${name}`,
    dropShort: "Remove",
    open: "Open",
    sending: "Sending {name} {percent}%",
    waiting: "No connection. {name} goes on by itself",
    again: "Try again",
    done: "{name} was sent",
    failed: "{name} could not be sent",
    full: "No more files fit. Remove another one first",
  },
};
