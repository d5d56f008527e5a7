import type { PetitionHold } from "../../privacy/holding.ts";
import type { OwnPart } from "../../privacy/own-data.ts";
import type { Shape } from "../shape.ts";
import type { privacyTh } from "./th.ts";

/** A copy of one's own data, and erasing it (C6), in English. */
export const privacyEn = {
  title: "My personal data",
  lead: "See what we keep, take a copy, or have it erased",
  copyTitle: "Download my data",
  copyDetail: "Everything that is kept about you, as one ZIP file",
  eraseTitle: "Erase my data",
  eraseDetail: "See first what goes at once, and what must stay and why",
  looksDetail: "Which agency opened your data, when, what it saw and what for",
  ask: {
    holds:
      "The file holds what stands on your card, address, contact, consents, visits and codes, petitions with answers and files, messages, documents, and who looked at your data.",
    careful: "Keep the file where only you can reach it.",
    submit: "Prepare my data",
  },
  ready: {
    title: "Your file is ready",
    until: (moment: string) => `You can download it until ${moment}`,
    left: (left: number) => `${left} downloads left`,
    used: "All downloads are used. Ask again on the page of your personal data.",
    download: "Download the ZIP file",
    hint: "If LINE does not download it, open this page in your phone's browser from the menu at the top right.",
    fileName: "my-data",
    gone: "This download link is over. Your data is all there; ask for a new link here.",
  },
  erase: {
    lead: "Once you confirm, this cannot be undone.",
    atOnce: "Goes at once",
    atOnceItems: [
      "Your account, PIN, password and link to LINE; every device is signed out",
      "Your phone number, your profile picture and the ID pictures you sent",
      "Petitions you have not sent yet, and their files",
      "The people you act for, and those who act for you",
    ],
    contactToo: "Your e-mail and address",
    petitionsToo: (count: number) => `What you wrote in ${count} completed petitions`,
    stays: "Must stay for now, and goes by itself in time",
    nothingStays: "Nothing has to stay",
    why: {
      running: "Being worked on: kept until it is completed",
      tested: "Just completed: you may still say that it is not done",
      decided: "Granted or refused: the agency must keep the order as evidence under its records rules",
    } satisfies Record<PetitionHold, string>,
    until: (day: string) => `until ${day}`,
    contactStays: "Your e-mail and address, to send you the results still open; then they go",
    visits: (day: string) => `Your name and number at visits, so that claims can be checked until ${day}`,
    name: "Your name and number stay with what must stay, and go with it",
    record: "Statistics, and the record of who did what when, remain; nothing in them tells that it was you.",
    withdraw: "If you do not want a petition to go on, withdraw it first.",
    submit: "Erase my data",
    keep: "Do not erase; back to my account",
    doneTitle: "Your data is erased",
    doneAll: "All of your data is gone.",
    doneRest: "All that could go at once is gone. What must stay goes by itself in time.",
    doneResult:
      "Results of petitions still open come by e-mail, or at the agency's counter with your ID card.",
    back: "If you need the service again, you may register anew at any time.",
  },
  erasedMark: "The petitioner asked for their data to be erased",
  refusal: {
    session_locked: "Type your PIN again before you go on",
    copies_used_up: "You asked 5 times today. Your data is all there; ask again tomorrow.",
  },
  copy: {
    title: "My data in Pratu",
    lead: "Everything that was kept about you when you downloaded it. Files lie in the folder “files”.",
    empty: "None",
    yes: "Yes",
    no: "No",
    parts: {
      person: "Me",
      contact: "Contact for e-Service",
      account: "Account",
      devices: "Devices",
      consents: "Consents",
      companions: "People I act for, and who act for me",
      visits: "Visits and codes",
      petitions: "Petitions",
      drafts: "Petitions not sent yet",
      documents: "Documents issued to me",
      identityChecks: "Checks of my ID pictures",
      looks: "Who looked at my data",
      record: "Record of what was done",
    } satisfies Record<OwnPart, string>,
    names: {},
    values: {},
  },
} satisfies Shape<typeof privacyTh>;
