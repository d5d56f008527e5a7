import type { Subject, ToldCode } from "../../server/notices/subject.ts";
import type { LineMessage } from "../../server/ports.ts";
import type { CodeRef, HandedRef, JoinFor, NamedService, Next, Say, SecretPage } from "../say.ts";
import { tileData } from "../tiles.ts";
import { cancellableCodes, codeMessage, type Speech } from "./code.ts";
import { draftsMessage } from "./draft.ts";
import { workMessage } from "./handed.ts";
import { petitionsMessage } from "./petition.ts";
import { documentChecked } from "./document.ts";
import { tokenMessage } from "./token.ts";
import { cardMessage, paragraph, textMessage, type ButtonAction } from "./flex.ts";

type Reply = Extract<Subject, { kind: "chat_reply" }>;

/** The messages of one turn of the chat, in the order they were said. What can no longer be told is left out. */
export function sayMessages(speech: Speech, reply: Reply): readonly LineMessage[] {
  return (reply.say as readonly Say[]).flatMap((say) => sayMessage(speech, say, reply) ?? []);
}

function sayMessage(speech: Speech, say: Say, reply: Reply): LineMessage | null {
  const { bot } = speech.words;
  const button = buttonsOf(speech);
  const own = (...buttons: ButtonAction[]) => ("next" in say && say.next === "scan" ? buttons : []);
  switch (say.kind) {
    case "greeting": {
      const { greeting } = bot;
      const title = (say.again ? greeting.titleAgain : greeting.title)(reply.displayName);
      const text = say.next === "scan" ? greeting.ready : greeting.register;
      return card(title, [greeting.body, text], [button.next(say.next), button.petition, button.help]);
    }
    case "menu":
      return card(
        bot.menu.title,
        [bot.menu.body],
        [button.next(say.next), button.petition, ...own(button.home), button.help],
      );
    case "register":
      return card(bot.register.title, [bot.register.body], [button.next("register")]);
    case "join_first":
      return card(bot.join.title[say.what], [bot.join.body], [button.join(say.what), button.services]);
    case "resume": {
      const { resume, steps } = bot;
      const sentences = [resume.next(steps[say.step]), resume.kept];
      return card(resume.title(say.left), sentences, [button.next("resume"), button.notNow]);
    }
    case "postponed":
      return textMessage(bot.resume.postponed);
    case "not_checked":
    case "ask_code":
    case "codes":
    case "no_codes":
    case "code_not_found":
    case "cancel_code":
    case "status_clear":
      return codesMessage(speech, say, reply);
    case "cancelled":
      return textMessage(bot.cancelled[say.what]);
    case "petitions":
      return stillThere(say.petitions, "petitionId", reply.petitions, (own) => petitionsMessage(speech, own));
    case "drafts":
      return stillThere(say.drafts, "draftId", reply.drafts, (told) => draftsMessage(speech, told));
    case "work":
      return workSaid(speech, say.work, reply);
    case "document_checked":
      return documentChecked(speech, say.checked);
    case "no_petitions":
    case "petition_not_found":
    case "services":
    case "services_found":
    case "documents":
    case "staff_linked":
    case "staff_code_wrong":
      return officeMessage(speech, say);
    case "account":
      return card(bot.account.title, [bot.account.body], [button.account]);
    case "forgot_pin":
      return card(bot.forgotPin.title, [bot.forgotPin.body], [button.recover]);
    case "phone_lost":
    case "soft_token":
      return tokenMessage(speech, say);
    case "help":
      return card(
        bot.help.title,
        [bot.help.body, bot.help.words, bot.help.counter],
        [button.next(say.next), button.petition, ...own(button.home, button.recover)],
      );
    case "thanks":
      return textMessage(bot.thanks);
    case "secret":
      return card(bot.secret.title[say.what], [bot.secret.body], [button.page(say.next)]);
    case "not_understood": {
      const { notUnderstood, oldButton } = bot;
      const title = { ...notUnderstood, old_button: oldButton }[say.why];
      const body = say.more ? [notUnderstood.body, notUnderstood.more] : [notUnderstood.body];
      return card(title, body, [button.next(say.next), button.petition, button.menu, button.help]);
    }
  }
}

type AboutOffices = Extract<
  Say,
  {
    kind:
      | "no_petitions"
      | "petition_not_found"
      | "services"
      | "services_found"
      | "documents"
      | "staff_linked"
      | "staff_code_wrong";
  }
>;

/** What the chat says of an agency's services, petitions and documents, and to its staff. */
function officeMessage(speech: Speech, say: AboutOffices): LineMessage {
  const { bot } = speech.words;
  const button = buttonsOf(speech);
  switch (say.kind) {
    case "no_petitions":
      return card(bot.petitions.none, [bot.petitions.noneBody], [button.services]);
    case "staff_linked":
      return textMessage(bot.staff.linked);
    case "staff_code_wrong":
      return textMessage(bot.staff.wrong);
    case "petition_not_found":
      return card(bot.petitions.notFound, [bot.petitions.notFoundBody], [button.petitions]);
    case "services":
      return card(bot.tiles.petition, [bot.petitions.file], [button.services, button.petitions]);
    case "services_found":
      return card(
        bot.petitions.found,
        [bot.petitions.foundBody],
        [...say.services.map((service) => button.service(service)), button.services],
      );
    case "documents":
      return card(bot.tiles.documents, [bot.petitions.documents], [button.documents]);
  }
}

/** What an officer has; nothing, or nobody's LINE, is said too. What is given to others meanwhile is left out. */
function workSaid(speech: Speech, work: readonly HandedRef[] | null, { handed }: Reply): LineMessage {
  const { staff } = speech.words.bot;
  const shown = work && stillThere(work, "petitionId", handed, (found) => workMessage(speech, found));
  return shown ?? textMessage(work === null ? staff.notLinked : staff.noWork);
}

type AboutCodes = Extract<
  Say,
  {
    kind:
      "not_checked" | "ask_code" | "codes" | "no_codes" | "code_not_found" | "cancel_code" | "status_clear";
  }
>;

function codesMessage(speech: Speech, say: AboutCodes, reply: Reply): LineMessage | null {
  const { bot } = speech.words;
  const button = buttonsOf(speech);
  switch (say.kind) {
    case "not_checked":
      return card(bot.notChecked.title, [bot.notChecked.body], [button.welcome]);
    case "ask_code":
      return card(bot.askCode.title, [bot.askCode.body], [button.next("scan")]);
    case "codes":
      return withCodes(reply, say.codes, (codes) => codeMessage(speech, codes));
    case "no_codes":
      return card(bot.codes.none, [bot.codes.noneBody], [button.next("scan"), button.home]);
    case "code_not_found":
      return card(bot.codes.notFound, [bot.codes.notFoundBody], [button.home]);
    case "cancel_code":
      return withCodes(reply, say.codes, (codes) => cancellableCodes(speech, codes));
    case "status_clear":
      return card(bot.status.clear, [bot.status.clearBody], [button.next("scan"), button.home]);
  }
}

function card(title: string, sentences: readonly string[], buttons: readonly ButtonAction[]): LineMessage {
  const body = sentences.map((sentence) => paragraph(sentence));
  return cardMessage({ title, body, buttons }, [title, ...sentences].join("\n"));
}

/** Words around those of what was said that are still there; none left: nothing to say of them. */
function stillThere<Name extends string, Told extends { readonly id: string }>(
  refs: readonly Readonly<Record<Name, string>>[],
  name: Name,
  told: readonly Told[],
  make: (found: readonly Told[]) => LineMessage,
): LineMessage | null {
  const found = refs.flatMap((ref) => told.find(({ id }) => id === ref[name]) ?? []);
  return found.length === 0 ? null : make(found);
}

/** Words around codes that still exist; none left: nothing to say of them. */
function withCodes(
  reply: Reply,
  refs: readonly CodeRef[],
  make: (codes: readonly ToldCode[]) => LineMessage,
): LineMessage | null {
  const found = refs.flatMap((ref) => reply.codes.filter((code) => code.id === ref.codeId));
  return found.length === 0 ? null : make(found);
}

/** The buttons of the chat: pages open inside LINE, tiles and answers come back as postbacks. */
function buttonsOf({ words, link, reader }: Speech) {
  const { bot } = words;
  const opens = (label: string, path: string): ButtonAction => ({ label, uri: link(path) });
  const next: Readonly<Record<Next, ButtonAction>> = {
    register: opens(bot.buttons.register, "/register"),
    resume: opens(bot.buttons.resume, "/register"),
    scan: opens(bot.buttons.scan, "/scan"),
  };
  const pages: Readonly<Record<SecretPage, ButtonAction>> = {
    register: next.register,
    resume: next.resume,
    unlock: opens(bot.buttons.unlock, "/unlock"),
  };
  return {
    next: (name: Next) => next[name],
    page: (name: SecretPage) => pages[name],
    home: opens(bot.buttons.openHome, "/home"),
    welcome: opens(bot.buttons.openHome, "/welcome"),
    account: opens(bot.buttons.openAccount, "/account"),
    join: (what: JoinFor) => opens(bot.buttons.join, `/join?next=${encodeURIComponent(`/liff/${what}`)}`),
    petition: opens(bot.tiles.petition, "/e-service"),
    service: ({ townSlug, slug, name }: NamedService) => {
      const label = reader.language === "en" ? (name.en ?? name.th) : name.th;
      return opens(label, `/e-service/${townSlug}/${slug}`);
    },
    services: opens(bot.buttons.services, "/e-service"),
    petitions: opens(bot.buttons.petitions, "/petitions"),
    documents: opens(bot.buttons.documents, "/documents"),
    recover: opens(bot.buttons.recover, "/recover"),
    help: { label: bot.buttons.help, data: tileData("help"), says: bot.tiles.help },
    menu: { label: bot.buttons.menu, data: "word=menu", says: bot.buttons.menu },
    notNow: { label: bot.buttons.notNow, data: "answer=no", says: bot.buttons.notNow },
  };
}
