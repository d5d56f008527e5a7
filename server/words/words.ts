import type { Language } from "../kernel/language.ts";
import { accountEn } from "./account/en.ts";
import { accountTh } from "./account/th.ts";
import { accountMailsEn } from "./account-mails/en.ts";
import { accountMailsTh } from "./account-mails/th.ts";
import { apiEn } from "./api/en.ts";
import { apiTh } from "./api/th.ts";
import { agenciesEn } from "./agencies/en.ts";
import { agenciesTh } from "./agencies/th.ts";
import { arrivalsEn } from "./arrivals/en.ts";
import { arrivalsTh } from "./arrivals/th.ts";
import { assuranceEn } from "./assurance/en.ts";
import { assuranceTh } from "./assurance/th.ts";
import { botEn } from "./bot/en.ts";
import { botTh } from "./bot/th.ts";
import { calendarEn } from "./calendar/en.ts";
import { calendarTh } from "./calendar/th.ts";
import { codesEn } from "./codes/en.ts";
import { codesTh } from "./codes/th.ts";
import { companionsEn } from "./companions/en.ts";
import { companionsTh } from "./companions/th.ts";
import { consentEn } from "./consent/en.ts";
import { consentTh } from "./consent/th.ts";
import { consoleEn } from "./console/en.ts";
import { consoleTh } from "./console/th.ts";
import { credentialsEn } from "./credentials/en.ts";
import { credentialsTh } from "./credentials/th.ts";
import { counterEn } from "./counter/en.ts";
import { counterTh } from "./counter/th.ts";
import { dashboardEn } from "./dashboard/en.ts";
import { dashboardTh } from "./dashboard/th.ts";
import { deskEn } from "./desk/en.ts";
import { deskTh } from "./desk/th.ts";
import { documentsEn } from "./documents/en.ts";
import { documentsTh } from "./documents/th.ts";
import { eServiceEn } from "./e-service/en.ts";
import { eServiceTh } from "./e-service/th.ts";
import { figuresEn } from "./figures/en.ts";
import { figuresTh } from "./figures/th.ts";
import { findEn } from "./find/en.ts";
import { findTh } from "./find/th.ts";
import { formsEn } from "./forms/en.ts";
import { formsTh } from "./forms/th.ts";
import { followEn } from "./follow/en.ts";
import { followTh } from "./follow/th.ts";
import { handOverEn } from "./hand-over/en.ts";
import { handOverTh } from "./hand-over/th.ts";
import { localEn } from "./local/en.ts";
import { localTh } from "./local/th.ts";
import { looksEn } from "./looks/en.ts";
import { looksTh } from "./looks/th.ts";
import { idCheckEn } from "./id-check/en.ts";
import { idCheckTh } from "./id-check/th.ts";
import { idChecksEn } from "./id-checks/en.ts";
import { idChecksTh } from "./id-checks/th.ts";
import { identityEn } from "./identity/en.ts";
import { identityTh } from "./identity/th.ts";
import { mailsEn } from "./mails/en.ts";
import { mailsTh } from "./mails/th.ts";
import { messagesEn } from "./messages/en.ts";
import { messagesTh } from "./messages/th.ts";
import { joinEn } from "./join/en.ts";
import { joinTh } from "./join/th.ts";
import { noticesEn } from "./notices/en.ts";
import { noticesTh } from "./notices/th.ts";
import { oversightEn } from "./oversight/en.ts";
import { oversightTh } from "./oversight/th.ts";
import { openEn } from "./open/en.ts";
import { openTh } from "./open/th.ts";
import { pageEn } from "./page/en.ts";
import { pageTh } from "./page/th.ts";
import { papersEn } from "./papers/en.ts";
import { papersTh } from "./papers/th.ts";
import { openIdEn } from "./openid/en.ts";
import { openIdTh } from "./openid/th.ts";
import { petitionsEn } from "./petitions/en.ts";
import { petitionsTh } from "./petitions/th.ts";
import { picturesEn } from "./pictures/en.ts";
import { picturesTh } from "./pictures/th.ts";
import { queueEn } from "./queue/en.ts";
import { queueTh } from "./queue/th.ts";
import { privacyEn } from "./privacy/en.ts";
import { privacyTh } from "./privacy/th.ts";
import { qrEn } from "./qr/en.ts";
import { qrTh } from "./qr/th.ts";
import { readyEn } from "./ready/en.ts";
import { readyTh } from "./ready/th.ts";
import { reportsEn } from "./reports/en.ts";
import { reportsTh } from "./reports/th.ts";
import { relationsEn } from "./relations/en.ts";
import { relationsTh } from "./relations/th.ts";
import { scanEn } from "./scan/en.ts";
import { scanTh } from "./scan/th.ts";
import { termsEn } from "./terms/en.ts";
import { termsTh } from "./terms/th.ts";
import { visitsEn } from "./visits/en.ts";
import { visitsTh } from "./visits/th.ts";
import { slipsEn } from "./slips/en.ts";
import { slipsTh } from "./slips/th.ts";
import { signInEn } from "./sign-in/en.ts";
import { signInTh } from "./sign-in/th.ts";
import { servicesEn } from "./services/en.ts";
import { servicesTh } from "./services/th.ts";
import { systemsEn } from "./systems/en.ts";
import { systemsTh } from "./systems/th.ts";
import type { Shape } from "./shape.ts";

/** Every sentence shown to people, by room. Thai is written first and gives the shape. */
const th = {
  signIn: signInTh,
  account: accountTh,
  accountMails: accountMailsTh,
  agencies: agenciesTh,
  api: apiTh,
  arrivals: arrivalsTh,
  assurance: assuranceTh,
  bot: botTh,
  calendar: calendarTh,
  codes: codesTh,
  companions: companionsTh,
  consent: consentTh,
  console: consoleTh,
  counter: counterTh,
  credentials: credentialsTh,
  dashboard: dashboardTh,
  desk: deskTh,
  documents: documentsTh,
  eService: eServiceTh,
  figures: figuresTh,
  find: findTh,
  forms: formsTh,
  follow: followTh,
  handOver: handOverTh,
  idCheck: idCheckTh,
  idChecks: idChecksTh,
  identity: identityTh,
  local: localTh,
  join: joinTh,
  looks: looksTh,
  oversight: oversightTh,
  mails: mailsTh,
  messages: messagesTh,
  notices: noticesTh,
  open: openTh,
  openId: openIdTh,
  page: pageTh,
  papers: papersTh,
  petitions: petitionsTh,
  pictures: picturesTh,
  queue: queueTh,
  privacy: privacyTh,
  qr: qrTh,
  ready: readyTh,
  reports: reportsTh,
  relations: relationsTh,
  scan: scanTh,
  slips: slipsTh,
  services: servicesTh,
  systems: systemsTh,
  terms: termsTh,
  visits: visitsTh,
};

export type Words = Shape<typeof th>;

const en: Words = {
  signIn: signInEn,
  account: accountEn,
  accountMails: accountMailsEn,
  agencies: agenciesEn,
  api: apiEn,
  arrivals: arrivalsEn,
  assurance: assuranceEn,
  bot: botEn,
  calendar: calendarEn,
  codes: codesEn,
  companions: companionsEn,
  consent: consentEn,
  console: consoleEn,
  counter: counterEn,
  credentials: credentialsEn,
  dashboard: dashboardEn,
  desk: deskEn,
  documents: documentsEn,
  eService: eServiceEn,
  figures: figuresEn,
  find: findEn,
  forms: formsEn,
  follow: followEn,
  handOver: handOverEn,
  idCheck: idCheckEn,
  idChecks: idChecksEn,
  identity: identityEn,
  local: localEn,
  join: joinEn,
  looks: looksEn,
  oversight: oversightEn,
  mails: mailsEn,
  messages: messagesEn,
  notices: noticesEn,
  open: openEn,
  openId: openIdEn,
  page: pageEn,
  papers: papersEn,
  petitions: petitionsEn,
  pictures: picturesEn,
  queue: queueEn,
  privacy: privacyEn,
  qr: qrEn,
  ready: readyEn,
  reports: reportsEn,
  relations: relationsEn,
  scan: scanEn,
  slips: slipsEn,
  services: servicesEn,
  systems: systemsEn,
  terms: termsEn,
  visits: visitsEn,
};

const all: Record<Language, Words> = { th, en };

/** The words of one language. */
export function wordsIn(language: Language): Words {
  return all[language];
}
