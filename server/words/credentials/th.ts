import { phoneTh } from "./phone-th.ts";
import { keyPinTh } from "./pin-th.ts";
import { homeTh } from "./home-th.ts";
import { renewTh } from "./renew-th.ts";
import { challengeTh } from "./challenge-th.ts";
import { activateTh } from "./activate-th.ts";
import { keyNoticesTh } from "./key-notices-th.ts";
import { lostTh } from "./lost-th.ts";
import { codeAsksTh } from "./code-asks-th.ts";
import { lettersTh } from "./letters-th.ts";
import { namingTh } from "./naming-th.ts";
import { campaignTh } from "./campaign-th.ts";
import { contactsTh } from "./contacts-th.ts";
import { importTh } from "./import-th.ts";
import { noticesTh } from "./notices-th.ts";
import { seatPasswordsTh } from "./passwords-th.ts";
import { registrationQueueTh } from "./queue-th.ts";
import { registrationNoticesTh } from "./registration-notices-th.ts";
import { registrationTh } from "./registration-th.ts";
import { requestPagesTh } from "./request-pages-th.ts";
import { requestsTh } from "./requests-th.ts";
import { seatSignInTh } from "./sign-in-th.ts";
import { ordersTh } from "./orders-th.ts";
import { seatsTh } from "./seats-th.ts";

/** Seats, their holders and Soft Tokens, in Thai; a file for each family of pages. */
export const credentialsTh = {
  rights: {
    recorder: "ผู้บันทึก",
    approver_1: "ผู้อนุมัติเบิกเงิน (อนุมัติ 1)",
    approver_2: "ผู้อนุมัติจ่ายเงิน (อนุมัติ 2)",
    other: "สิทธิอื่น",
  },
  parts: { holder: "ผู้ถือสิทธิ", deputy: "ผู้ปฏิบัติงานแทน" },
  lost: lostTh,
  letters: lettersTh,
  codeAsks: codeAsksTh,
  naming: namingTh,
  campaign: campaignTh,
  contacts: contactsTh,
  import: importTh,
  notices: noticesTh,
  orders: ordersTh,
  seats: seatsTh,
  keyNotices: keyNoticesTh,
  signIn: seatSignInTh,
  registration: registrationTh,
  registrationNotices: registrationNoticesTh,
  passwords: seatPasswordsTh,
  queue: registrationQueueTh,
  requestPages: requestPagesTh,
  requests: requestsTh,
  phone: phoneTh,
  pin: keyPinTh,
  home: homeTh,
  renew: renewTh,
  challenge: challengeTh,
  activate: activateTh,
};
