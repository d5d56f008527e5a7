import type { Shape } from "../shape.ts";
import type { contactsTh } from "./contacts-th.ts";

/** Whom holders ask, and where the central office says so together with the campaign's days, in English. */
export const contactsEn: Shape<typeof contactsTh> = {
  help: {
    title: "Ask for help",
    phone: "Telephone",
    line: "LINE Official Account",
    email: "E-mail",
    chat: "Chat bot",
    openChat: "Open the chat bot",
  },
  title: "Contacts and dates",
  lead: "The contacts stand on every page of holders, heads of agencies and the central office.",
  contacts: "Ask for help",
  fields: {
    phone: "Telephone",
    hours: "When it is answered",
    lineId: "LINE Official Account",
    email: "E-mail",
    chatUrl: "Address of the chat bot",
  },
  hints: {
    phone: "Such as 0 2032 2636, or 02-127-7000 ext 6512",
    hours: "Such as: office hours, 8:30–16:30",
    lineId: "Such as @cgdgfmis",
    email: "Such as help@example.go.th",
    chatUrl: "Begins with https://",
  },
  faults: {
    phone_shape: "This is no telephone number of Thailand, such as 0 2032 2636",
    hours_long: "Longer than 120 characters",
    hours_alone: "Give the telephone number too",
    line_shape: "A LINE name has letters, digits and . _ - such as @cgdgfmis",
    email_shape: "This is no e-mail address",
    url_shape: "Give an address that begins with https://",
  },
  optional: "Leave empty what there is none of",
  save: "Save the contacts",
  savedHelp: "The contacts are saved; every page shows them within a minute.",
  campaign: "Dates of the move to Soft Token",
  days: {
    readyBy: "Get ready by",
    switchFrom: "Switch from",
    switchUntil: "Switch until",
    returnBy: "Return the old key by",
  },
  dayBefore: "This day may not be before the one above it",
  remindDays: "Remind whoever has not done it",
  remindChoice: (days) => (days === 0 ? "No reminders by themselves" : `${days} days before each date`),
  saveCampaign: "Save the dates",
  savedCampaign: "The dates are saved.",
};
