import { phoneEn } from "./phone-en.ts";
import { keyPinEn } from "./pin-en.ts";
import { homeEn } from "./home-en.ts";
import { renewEn } from "./renew-en.ts";
import { challengeEn } from "./challenge-en.ts";
import { activateEn } from "./activate-en.ts";
import { keyNoticesEn } from "./key-notices-en.ts";
import { lostEn } from "./lost-en.ts";
import { codeAsksEn } from "./code-asks-en.ts";
import { lettersEn } from "./letters-en.ts";
import { namingEn } from "./naming-en.ts";
import { campaignEn } from "./campaign-en.ts";
import { contactsEn } from "./contacts-en.ts";
import { importEn } from "./import-en.ts";
import { noticesEn } from "./notices-en.ts";
import { seatPasswordsEn } from "./passwords-en.ts";
import { registrationQueueEn } from "./queue-en.ts";
import { registrationNoticesEn } from "./registration-notices-en.ts";
import { registrationEn } from "./registration-en.ts";
import { requestPagesEn } from "./request-pages-en.ts";
import { requestsEn } from "./requests-en.ts";
import { seatSignInEn } from "./sign-in-en.ts";
import { ordersEn } from "./orders-en.ts";
import { seatsEn } from "./seats-en.ts";

/** Seats, their holders and Soft Tokens, in English. */
export const credentialsEn = {
  rights: {
    recorder: "Recorder",
    approver_1: "Approver of withdrawal (approver 1)",
    approver_2: "Approver of payment (approver 2)",
    other: "Another right",
  },
  parts: { holder: "Holder", deputy: "Deputy" },
  lost: lostEn,
  letters: lettersEn,
  codeAsks: codeAsksEn,
  naming: namingEn,
  campaign: campaignEn,
  contacts: contactsEn,
  import: importEn,
  notices: noticesEn,
  orders: ordersEn,
  seats: seatsEn,
  keyNotices: keyNoticesEn,
  signIn: seatSignInEn,
  registration: registrationEn,
  registrationNotices: registrationNoticesEn,
  passwords: seatPasswordsEn,
  queue: registrationQueueEn,
  requestPages: requestPagesEn,
  requests: requestsEn,
  phone: phoneEn,
  pin: keyPinEn,
  home: homeEn,
  renew: renewEn,
  challenge: challengeEn,
  activate: activateEn,
};
