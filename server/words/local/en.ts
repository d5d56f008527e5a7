import type { SealRefusal, SettingRefusal } from "../../petitions/judge-setting.ts";
import type { RefusalWords } from "../refusal-words.ts";
import type { Shape } from "../shape.ts";
import type { localTh } from "./th.ts";

/** What a local government sets for itself, in English. */
export const localEn = {
  title: "Settings of the agency",
  lead: "Greeting, the address on documents, ID pictures that are asked for, and how long petitions are kept.",
  texts: "What people read",
  welcomeTh: "Greeting (Thai)",
  welcomeEn: "Greeting (English)",
  welcomeHint: "Stands above the list of services. May stay empty.",
  addressTh: "Address of the office",
  addressHint: "Printed below the agency's name on every document",
  phone: "Phone",
  pictures: "ID pictures that are asked for",
  picturesHint:
    "Only what is needed. Each is crossed out before it is kept. None chosen: no picture is asked for.",
  keepDays: "Days for which completed petitions are kept",
  keepDaysHint: (fewest, most) =>
    `${fewest}–${most} days; 3650 is ten years. After that petitions and ended documents are deleted.`,
  save: "Save settings",
  saved: "Saved",
  seal: "Seal of the agency",
  sealLead: "Printed on documents issued from now on. Those issued before keep theirs.",
  sealNone: "No seal yet. Documents bear the agency's name alone.",
  sealAlt: "The seal in use",
  sealFile: "Picture of the seal",
  sealHint: "PNG or JPG on white or transparent ground, sides of 150–1,600 pixels, up to 1 MB",
  sealSave: "Use this seal",
  sealSaved: "The seal was changed",
  sealMissing: "Choose a picture first",
  terms: {
    title: "Terms of the agency",
    lead: "Accepted by people before they petition the agency, after the terms of the system. Leave it empty to have those alone",
    usual: "The terms of the system, which everybody accepted",
    textTh: "Text in Thai",
    textHint: "A paragraph a line. Who accepted another text reads and accepts this one, once",
    textEn: "Text in English",
    save: "Use these terms",
    saved: "Terms saved: people read them when they next begin a petition",
    inForce: (version, day) => `In force: version ${version} since ${day}`,
    none: "The agency has no terms of its own",
    refusal: {
      terms_long: ({ most }) => `Terms may have ${most.toLocaleString("en")} characters`,
      terms_thai_missing: () => "Give the Thai text first: the English one is its translation",
    },
  },
  number: "Give the days as a number",
  refusal: {
    keep_days_range: ({ fewest, most }) => `From ${fewest} to ${most} days`,
    id_pictures_unknown: () => "Choose pictures from the list",
    seal_heavy: () => "The picture is larger than 1 MB. Make it smaller.",
    seal_unreadable: () => "This is no PNG or JPG that opens, whatever its name says",
    seal_size: () => "Each side has 150–1,600 pixels",
    seal_not_kept: () => "The picture could not be kept. The earlier seal is still in use. Try again.",
  } satisfies RefusalWords<SettingRefusal | SealRefusal>,
} satisfies Shape<typeof localTh>;
