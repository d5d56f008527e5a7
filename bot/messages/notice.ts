import { formatDay, formatTime } from "../../server/kernel/thai-date.ts";
import type { CitizenSubject, ToldCode, ToldDelegation, WantedCode } from "../../server/notices/subject.ts";
import type { LineMessage } from "../../server/ports.ts";
import { codeCancelled, codeIssued, type Speech } from "./code.ts";
import { documentTold } from "./document.ts";
import { cardMessage, fact, paragraph, type ButtonAction, type FlexPart } from "./flex.ts";
import { idCheckDecided } from "./id-check.ts";
import { petitionHanded } from "./handed.ts";
import { petitionAnswered, petitionMoved } from "./petition.ts";
import { nameIn } from "../../server/visits/names.ts";

type Told = Exclude<CitizenSubject, { kind: "chat_reply" | "otp_sms" }>;

/** The message of a notice that answers no chat: result first, one button. Kinds that never go by LINE make none. */
export function noticeMessage(speech: Speech, subject: Told): LineMessage | null {
  const { notices } = speech.words;
  const { buttons } = notices;
  const opens = (label: string, path: string): ButtonAction => ({ label, uri: speech.link(path) });
  switch (subject.kind) {
    case "code_issued":
      return codeIssued(speech, subject.code);
    case "code_cancelled":
      return codeCancelled(speech, subject.code);
    case "code_wanted":
      return wanted(speech, subject.wanted);
    case "petition_filed":
    case "petition_moved":
    case "petition_completed":
      return petitionMoved(speech, subject.petition);
    case "petition_handed":
      return petitionHanded(speech, subject.handed);
    case "petition_answered":
      return petitionAnswered(speech, subject.petition);
    case "document_issued":
    case "document_revoked":
      return documentTold(speech, subject.kind, subject.document);
    case "id_check_approved":
    case "id_check_sent_back":
      return idCheckDecided(speech, subject.kind, subject.check);
    case "email_unreachable":
      return simple(notices.emailUnreachable, [opens(buttons.openAccount, "/account")]);
    case "registered":
      return simple(notices.registered, [opens(buttons.scan, "/scan")]);
    case "link_moved":
      return simple(notices.linkMoved, []);
    case "consent_withdrawn":
      return simple(notices.consentWithdrawn, [opens(buttons.openAccount, "/account")]);
    case "look_answered":
      return simple(notices.lookAnswered, [opens(buttons.openAccount, "/account/looks")]);
    case "pin_changed":
      return simple(notices.pinChanged, [opens(buttons.recover, "/recover")]);
    case "pin_disabled":
      return simple(notices.pinDisabled, [opens(buttons.recover, "/recover")]);
    case "phone_changed":
      return simple(notices.phoneChanged, [opens(buttons.openAccount, "/account")]);
    case "registration_elsewhere":
      return null;
    case "registration_step":
    case "reminder":
      return progress(speech, subject);
    case "companion_asked":
    case "companion_agreed":
    case "companion_refused":
    case "companion_ended":
      return companion(speech, subject.kind, subject.delegation);
    case "companion_used":
      return used(speech, subject.delegation, subject.code);
  }
}

function simple({ title, body }: { title: string; body: string }, buttons: ButtonAction[]): LineMessage {
  return cardMessage({ title, body: [paragraph(body)], buttons }, `${title}\n${body}`);
}

function wanted({ words, reader, link }: Speech, { facility, service }: WantedCode): LineMessage {
  const { codeWanted, buttons } = words.notices;
  const said = {
    title: codeWanted.title(nameIn(facility, reader.language)),
    body: codeWanted.body(nameIn(service, reader.language)),
  };
  return simple(said, [{ label: buttons.scan, uri: link("/scan") }]);
}

function progress(
  speech: Speech,
  subject: Extract<Told, { kind: "registration_step" | "reminder" }>,
): LineMessage {
  const { resume, steps } = speech.words.bot;
  const step = steps[subject.step];
  const said =
    subject.kind === "reminder"
      ? { title: resume.reminderTitle, body: resume.reminderBody(subject.left, step) }
      : { title: resume.title(subject.left), body: resume.next(step) };
  return simple(said, [{ label: speech.words.notices.buttons.resume, uri: speech.link("/register") }]);
}

function companion(speech: Speech, kind: Told["kind"], delegation: ToldDelegation): LineMessage | null {
  const { companion: words, buttons, labels } = speech.words.notices;
  const { askerName, forWhom, readByAsker, id } = delegation;
  const list: ButtonAction = { label: buttons.openCompanions, uri: speech.link("/companions") };
  if (kind === "companion_asked") {
    const untilDay = fact(labels.lastDay, formatDay(delegation.untilDay, speech.reader.language));
    const title = words.askedTitle(askerName);
    const body: FlexPart[] = [paragraph(words.askedBody), untilDay];
    const answer: ButtonAction = { label: buttons.answer, uri: speech.link(`/agree/${id}`) };
    return cardMessage({ title, body, buttons: [answer] }, `${title}\n${words.askedBody}`);
  }
  if (kind === "companion_agreed") {
    return simple({ title: words.agreedTitle, body: words.agreedBody(forWhom) }, [
      { label: buttons.scan, uri: speech.link(`/scan?for=${id}`) },
    ]);
  }
  if (kind === "companion_refused") {
    return simple({ title: words.refusedTitle, body: words.refusedBody(forWhom) }, [list]);
  }
  const body = readByAsker ? words.endedForAsker(forWhom) : words.endedBody(askerName);
  return simple({ title: words.endedTitle, body }, [list]);
}

function used(speech: Speech, delegation: ToldDelegation, code: ToldCode): LineMessage {
  const { companion: words, buttons, labels } = speech.words.notices;
  const { language } = speech.reader;
  const title = words.usedTitle(delegation.askerName);
  const body = words.usedBody(nameIn(code.facility, language), nameIn(code.service, language));
  return cardMessage(
    {
      title,
      body: [paragraph(body), fact(labels.issued, formatTime(code.issuedAt, language))],
      buttons: [{ label: buttons.openCompanions, uri: speech.link("/companions") }],
    },
    `${title}\n${body}`,
  );
}
