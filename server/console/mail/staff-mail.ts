import type { Language } from "../../kernel/language.ts";
import { formatDay, formatMoment } from "../../kernel/thai-date.ts";
import type { StaffSubject, ToldStaff, WarnedPetition } from "../../notices/staff-subject.ts";
import { ownAskAddress } from "../seats/code-asks/paths.ts";
import { nameIn } from "../../visits/names.ts";
import { wordsIn, type Words } from "../../words/words.ts";
import type { MailPart, Told } from "./mail-part.ts";
import { deniedHead, lostFacts, seatFacts, toldOver, toldSaid } from "./head-mail.ts";

/** Puts a subject into the words of one language. */
export function staffMailPart(subject: StaffSubject, language: Language): MailPart {
  const words = wordsIn(language);
  const { name } = subject.kind === "staff_refused" ? subject.applicant : subject.staff;
  const told = toldIn(subject, words, language);
  return { language, greeting: words.mails.greeting(name), button: null, ...told };
}

/** Where the one button leads, under the address of the deployment; null: nowhere. */
export function staffMailPath(subject: StaffSubject): string | null {
  switch (subject.kind) {
    case "staff_invited":
    case "staff_password_reset":
      return subject.path;
    case "staff_idle_warning":
    case "staff_locked":
    case "staff_second_step_reset":
    case "staff_level_changed":
    case "staff_token_demanded":
      return "/console/sign-in";
    case "staff_power_changed":
      return subject.staff.level === "local_admin" ? "/console/local/people" : null;
    case "staff_line_plan":
      return "/console/messages";
    case "staff_petition_due":
    case "staff_petition_late":
    case "staff_petition_reopened":
    case "staff_petition_answered":
      return `/console/petitions/${subject.petition.id}`;
    case "staff_delay_letter":
      return "/console/documents/delays";
    case "staff_phone_lost":
    case "staff_lost_letter":
      return `/console/lost-phones/${subject.lostPhoneId}`;
    case "staff_code_answered":
      return ownAskAddress(subject.codeAskId);
    case "staff_request_said":
      return `/console/tokens/requests/${subject.request.id}`;
    case "staff_session_elsewhere":
    case "staff_sign_in_changed":
      return "/console/account";
    case "staff_key_disabled":
      return subject.ended ? "/console/seats" : null;
    case "staff_seat_denied":
    case "staff_refused":
    case "staff_revoked":
      return null;
  }
}

function toldIn(subject: StaffSubject, words: Words, language: Language): Told {
  const { mails } = words;
  const { facts } = mails;
  if (subject.kind === "staff_refused") {
    const { agency, reason } = subject.applicant;
    const given = reason === "" ? [] : [[facts.reason, reason] as const];
    return { ...mails.refused, facts: [[facts.agency, nameIn(agency, language)], ...given] };
  }
  const who = [facts.username, subject.staff.username] as const;
  switch (subject.kind) {
    case "staff_invited": {
      const until = [facts.linkUntil, formatMoment(subject.expiresAt, language)] as const;
      return { ...mails.invited, facts: [...rightOf(subject.staff, words, language), who, until] };
    }
    case "staff_password_reset": {
      const until = [facts.linkUntil, formatMoment(subject.expiresAt, language)] as const;
      return { ...mails.passwordReset, facts: [who, until] };
    }
    case "staff_idle_warning":
      return { ...mails.idleWarning, facts: [who, [facts.signInBy, formatDay(subject.lastDay, language)]] };
    case "staff_line_plan": {
      const { title, ...said } = mails.linePlan;
      return { ...said, title: title(subject.percent), facts: [who] };
    }
    case "staff_revoked": {
      const { title, idle, ended, notAsked } = mails.revoked;
      const body = subject.staff.state === "revoked" ? idle : ended;
      return { title, body, notAsked, facts: rightOf(subject.staff, words, language) };
    }
    case "staff_petition_due":
      return { ...mails.clock.due, facts: warnedFacts(subject.petition, words, language) };
    case "staff_petition_late":
      return { ...mails.clock.late, facts: warnedFacts(subject.petition, words, language) };
    case "staff_delay_letter":
      return { ...mails.clock.letter, facts: warnedFacts(subject.petition, words, language) };
    case "staff_phone_lost":
      return { ...mails.phoneLost, facts: lostFacts(subject, words, language) };
    case "staff_lost_letter":
      return { ...mails.lostLetter, facts: lostFacts(subject, words, language) };
    case "staff_petition_reopened": {
      const { yours, nobody, ...said } = mails.reopened;
      const body = subject.isYours ? yours : nobody;
      return { ...said, body, facts: warnedFacts(subject.petition, words, language) };
    }
    case "staff_petition_answered": {
      const { what: named, ...said } = mails.answered;
      return { ...said, ...named[subject.what], facts: warnedFacts(subject.petition, words, language) };
    }
    case "staff_session_elsewhere":
      return { ...mails.sessionElsewhere, facts: [who, [facts.when, formatMoment(subject.at, language)]] };
    case "staff_sign_in_changed": {
      const { what: named, ...said } = mails.signInChanged;
      const when = [facts.when, formatMoment(subject.at, language)] as const;
      return { ...said, facts: [who, [facts.what, named[subject.what]], when] };
    }
    case "staff_second_step_reset": {
      const { reason: named, ...said } = mails.secondStepReset;
      const when = [facts.when, formatMoment(subject.at, language)] as const;
      return { ...said, facts: [who, [facts.reason, named[subject.reason]], when] };
    }
    case "staff_code_answered":
      return toldAnswer(subject, words, language);
    case "staff_token_demanded": {
      const from = [mails.tokenDemanded.from, formatDay(subject.fromDay, language)] as const;
      return { ...mails.tokenDemanded, facts: [from, who] };
    }
    case "staff_level_changed":
      return { ...mails.levelChanged, facts: [...rightOf(subject.staff, words, language), who] };
    case "staff_power_changed":
      return toldPower(subject, words, language);
    case "staff_seat_denied":
      return { ...deniedHead(subject.purpose, words), facts: seatFacts(subject, words, language) };
    case "staff_key_disabled":
      return toldOver(subject, words, language);
    case "staff_request_said":
      return toldSaid(subject, words.credentials, language);
    case "staff_locked":
      return { ...mails.locked, facts: [who, [facts.when, formatMoment(subject.at, language)]] };
  }
}

/** What became of a code that the head asked for. */
function toldAnswer(
  { askedAt, userCode }: Extract<StaffSubject, { readonly kind: "staff_code_answered" }>,
  { mails, credentials }: Words,
  language: Language,
): Told {
  const { issued, refused, button, notAsked } = mails.codeAnswered;
  const asked = [credentials.codeAsks.madeAt, formatMoment(askedAt, language)] as const;
  const code = userCode === null ? [] : [[credentials.notices.facts.userCode, userCode] as const];
  return { ...(userCode === null ? refused : issued), button, notAsked, facts: [...code, asked] };
}

/** Who was given, or lost, a level with power over others, and by whom; an admin may look at the list. */
function toldPower(
  subject: Extract<StaffSubject, { readonly kind: "staff_power_changed" }>,
  words: Words,
  language: Language,
): Told {
  const { facts, powerChanged } = words.mails;
  const { given, taken, of, by, button, notAsked } = powerChanged;
  const level = [facts.level, words.console.level[subject.level]] as const;
  const when = [facts.when, formatMoment(subject.at, language)] as const;
  const opens = subject.staff.level === "local_admin" ? { button } : {};
  const said = subject.what === "given" ? given : taken;
  return { ...said, ...opens, notAsked, facts: [[of, subject.of], level, [by, subject.by], when] };
}

/** Which petition it is, and by when it is due. */
function warnedFacts(petition: WarnedPetition, { petitions }: Words, language: Language): MailPart["facts"] {
  const { number, service, dueDay } = petition;
  return [
    [petitions.number, number],
    [petitions.service, language === "en" ? (service.en ?? service.th) : service.th],
    ...(dueDay === null ? [] : [[petitions.due, formatDay(dueDay, language)] as const]),
  ];
}

/** Which right it is: where, and at which level. */
function rightOf({ agency, level }: ToldStaff, words: Words, language: Language): MailPart["facts"] {
  const { facts } = words.mails;
  return [
    [facts.agency, nameIn(agency, language)],
    [facts.level, words.console.level[level]],
  ];
}
