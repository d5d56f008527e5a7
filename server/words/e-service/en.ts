import type { AssuranceLevel } from "../../identity/assurance.ts";
import type { DayUnit } from "../../petitions/deadline.ts";
import type { AskAgainReason } from "../../forms/form-change.ts";
import type { Shape } from "../shape.ts";
import type { eServiceTh } from "./th.ts";

const rungs: Record<AssuranceLevel, string> = {
  line: "signed in",
  phone: "phone number proven",
  card_checked: "ID card checked",
  photo_checked: "ID pictures checked by an officer",
  thaid: "identified by ThaID",
};

const fillFirst = "You can fill the form and save it first";
const proofHow: Record<AssuranceLevel, string> = {
  line: `${fillFirst}, then sign in before sending`,
  phone: `${fillFirst}, then prove your phone number`,
  card_checked: `${fillFirst}, then prove yourself with the ID card`,
  photo_checked: `${fillFirst}, then send pictures of your ID card to be checked`,
  thaid: `${fillFirst}, then identify yourself with ThaID`,
};

const dayUnits: Record<DayUnit, string> = { working: "working days", calendar: "days" };

const askAgain: Record<AskAgainReason, string> = {
  new: "new question",
  type_changed: "asked in another way",
  now_required: "has to be answered now",
  no_longer_fits: "your answer no longer fits",
};

/** Services of local governments and petitions before they are sent (E3), in English. */
export const eServiceEn: Shape<typeof eServiceTh> = {
  tile: "File a petition",
  tileDetail: "Choose a municipal service and apply online",
  rungs,
  towns: {
    saved: "The form is saved. Go on with it any time",
    signIn: "Sign in",
    join: "Register",
    title: "Municipal services",
    lead: "Choose the municipality you turn to",
    search: "Search by name",
    go: "Search",
    none: "No municipality of this name",
    noneNext: "Try a part of the name, or look at all of them",
    empty: "No office is open here yet",
    all: "Show all",
  },
  catalogue: {
    welcome: "Welcome to online public services",
    search: "Search services",
    go: "Search",
    found: (many) => `${many} found`,
    none: "No such service",
    noneNext: "Try fewer words, or look through the categories",
    all: "Show all categories",
    empty: "No service is open yet",
    emptyNext: "Turn to the office at the address below",
    category: "Category",
    contact: "The office",
    other: "Choose another municipality",
    forEverybody: "For everybody to see",
    check: "Check a document of the office",
    checkDetail: "Type the code under the QR to see whether it is genuine and still good",
    licences: "Licences granted",
    licencesDetail: "Licences of this office that are good today",
    openData: "Open data on petitions",
    openDataDetail: "How many petitions and how long they took, to download; nothing about any person",
  },
  fileUnavailable: {
    title: "The file cannot be opened now",
    body: "The file store does not answer. Your file and your form are safe. Wait a little and open it again",
    again: "Open the file again",
  },
  service: {
    audience: "Who may apply",
    everybody: "Everybody",
    documents: "Have at hand",
    noDocuments: "No documents are needed",
    noCopies: "No certified copies are asked for",
    fee: "Fee",
    free: "Free of charge",
    days: "How long it takes",
    promised: (days, unit) => `${days} ${dayUnits[unit]} at most, from the day after it was received`,
    noPromise: "No number of days is set",
    law: "The law",
    rung: "Proof of identity",
    proof: {
      needed: "Prove your identity before sending",
      sentBack: "New ID pictures are asked for",
      waiting: "Your ID pictures were sent and are being checked",
      waitingNext:
        "You can fill the form and save it now. It can be sent once the check is done; we tell you by LINE or e-mail",
      how: proofHow,
    },
    climb: "Prove my identity",
    start: "Start a petition",
    goOn: "Go on filling",
    draft: (at) => `You began one, last saved ${at}`,
    closed: "This is no longer offered",
    closedNext: "What you typed is kept. Ask the office, or choose another service",
  },
  draft: {
    lead: (town) => `To ${town}`,
    saved: "Saved {time}",
    saving: "Saving",
    savesMany: "Saved too often. Wait a little and press again; what you typed is still on this page",
    notSaved: "Not saved yet; we keep trying. What you typed is still on this page",
    locked:
      "This page is locked. Press “Check before sending” to sign in again. What you typed is still on this page",
    check: "Check before sending",
    save: "Save for later",
    later: "You can go on any time, from any device, or let an officer at the counter go on",
    counter: "Go on at the counter",
    changedTitle: "This form was saved by another window",
    changedNext: (at) =>
      `Another window, another device or the officer at the counter saved it ${at}. What you typed here is still here, but not saved. Choose which to use`,
    keepMine: "Use what is on this page",
    takeTheirs: "Show what was saved last",
    newsTitle: "This form has a new version",
    newsKept: "Your answers that still fit are kept. Please look through them before sending",
    newsLost: "No longer asked, with what you had answered",
    newsAsk: "Please look at",
    askAgain,
    large:
      "The answers are longer than we can keep. Shorten the longest one. What you typed is still on this page",
    filesMany: "That is as many files as we take in a day. What you filled in is kept; go on tomorrow",
    filesFull: "There are 20 files already. Remove one that is not needed",
    notKept:
      "The file store has a problem, and this file is not attached. What you typed is saved. Attach it again",
    uploadOver: "Sending this file took too long. Choose it again",
    uploadField: "The form no longer has this question. Open the page again",
    discard: "Throw this form away",
    discardTitle: "Throw this form away?",
    discardBody: "Its answers and files are deleted and cannot be brought back",
    discardYes: "Throw away",
    discardNo: "No, go on filling",
    list: "Petitions you began",
    listSaved: (at) => `Last saved ${at}`,
    sections: "Answers in the form",
  },
  review: {
    title: "Check before sending",
    lead: "Read it once more. After sending you cannot change it, but an officer can ask you to",
    edit: "Change answers",
    receipt: "If you send it now",
    deemed: (at) => `By law it counts as received ${at}`,
    due: (day) => `An answer is due by ${day}`,
    paper: "I want it on paper",
    paperHint: "Results and documents come through this service. Choose this if you want them on paper too",
    send: "Send the petition",
    petitionsMany:
      "You have filed as many petitions as we take in a day. This one is kept; send it tomorrow, or call the office if it is urgent",
    rungLow: "It cannot be sent yet: your identity is not proven far enough",
    formChanged:
      "The form has just got a new version. Your answers are kept; please check them before sending",
    draftChanged: "The answers were just changed by another window. Please check them before sending",
  },
  sent: {
    title: "Done",
    lead: "Your petition was sent",
    number: "Petition number",
    service: "About",
    town: "To",
    submitted: "Sent",
    deemed: "Counts as received by law",
    due: "Answer due by",
    noDue: "No number of days is set",
    next: "We tell you by LINE or your registered e-mail when something happens. No need to call or come",
    paper: "You asked for the result on paper too",
    follow: "See this petition",
    other: "Another petition",
    home: "To the first page",
  },
};
