import type { Answer } from "./answer.ts";
import type { Ask, Chat } from "./chat.ts";
import { nextFor, type Facts } from "./facts.ts";
import { askCode, cancel, showCodes, showStatus, showTypedCode } from "./flows/codes.ts";
import { goOnOrRegister, postpone, typedSecret } from "./flows/registration.ts";
import { showTypedPetition } from "./flows/petitions.ts";
import { showWork } from "./flows/work.ts";
import { openTile } from "./flows/tiles.ts";
import type { Incoming } from "./incoming.ts";
import type { Say } from "./say.ts";
import type { TokenTopic } from "./token-words.ts";
import type { Typed } from "./typed.ts";

/** One turn of a chat: its new state, what is said, what is asked, and whether the account was blocked. */
export interface Turn {
  readonly chat: Chat;
  readonly say: readonly Say[];
  readonly ask: Ask | null;
  /** Set when the event tells that the citizen blocked the account or came back; null: it tells neither. */
  readonly blocked: boolean | null;
}

/**
 * Answers one event. Pure: the same chat, event and facts give the same turn. Whoever writes always gets an answer;
 * what nobody can answer (blocked, taken back, of no kind the bot knows) leaves the chat as it was. A late event is
 * answered but changes nothing.
 */
export function turn(chat: Chat, incoming: Incoming, facts: Facts): Turn {
  const answer = answerTo(chat, incoming, facts);
  if (answer === null) {
    return { chat, say: [], ask: null, blocked: incoming.kind === "unfollow" && !facts.late ? true : null };
  }
  if (facts.late) return { chat, say: answer.say, ask: null, blocked: null };
  const ask = answer.ask ?? null;
  const missed = answer.say.some((say) => say.kind === "not_understood");
  return { chat: { asked: ask, misses: missed ? chat.misses + 1 : 0 }, say: answer.say, ask, blocked: false };
}

function answerTo(chat: Chat, incoming: Incoming, facts: Facts): Answer | null {
  switch (incoming.kind) {
    case "follow":
      return greet(incoming.again, facts);
    case "typed":
      return answerTyped(chat, incoming.typed, facts);
    case "secret":
      return typedSecret(incoming.what, facts);
    case "no_words":
      return notUnderstood("media", chat, facts);
    case "tile":
      return openTile(incoming.tile, facts);
    case "answer":
      return incoming.yes ? goOnOrRegister(facts) : postpone(chat, facts);
    case "postback_unknown":
      return notUnderstood("old_button", chat, facts);
    case "unfollow":
    case "unsend":
    case "other":
      return null;
  }
}

function answerTyped(chat: Chat, typed: Typed, facts: Facts): Answer {
  switch (typed.kind) {
    case "tile":
      return openTile(typed.tile, facts);
    case "menu":
      return { say: [{ kind: "menu", next: nextFor(facts) }] };
    case "status":
      return showStatus(facts);
    case "code":
      return showCodes(facts);
    case "service_code":
      return showTypedCode(facts);
    case "staff_code":
      return { say: [{ kind: facts.staffLinked === true ? "staff_linked" : "staff_code_wrong" }] };
    case "my_work":
      return showWork(facts);
    case "petition_number":
      return showTypedPetition(facts);
    case "document_code":
      return showTypedDocument(chat, facts);
    case "help":
      return openTile("help", facts);
    case "cancel":
      return cancel(chat, facts);
    case "register":
      return goOnOrRegister(facts);
    case "forgot_pin":
      return facts.linked ? { say: [{ kind: "forgot_pin" }] } : goOnOrRegister(facts);
    case "yes":
      return chat.asked === null ? askCode(facts) : goOnOrRegister(facts);
    case "no":
      return postpone(chat, facts);
    case "phone_lost":
      return { say: [{ kind: "phone_lost", keyed: facts.keyed === true, linked: facts.linked }] };
    case "soft_token":
      return aboutToken(typed.topic, facts);
    case "new_phone":
      return facts.keyed === true ? aboutToken("phone_changed", facts) : openTile("account", facts);
    case "thanks":
      return { say: [{ kind: "thanks" }] };
    case "unknown":
      return facts.services?.length
        ? { say: [{ kind: "services_found", services: facts.services }] }
        : notUnderstood("words", chat, facts);
  }
}

function aboutToken(topic: TokenTopic, facts: Facts): Answer {
  return { say: [{ kind: "soft_token", topic, keyed: facts.keyed === true }] };
}

function greet(again: boolean, facts: Facts): Answer {
  const resumed = facts.linked ? { say: [] } : goOnOrRegister(facts);
  const greeting: Say = { kind: "greeting", again, next: nextFor(facts) };
  if (facts.registration === null || facts.linked) return { say: [greeting] };
  return { ...resumed, say: [greeting, ...resumed.say] };
}

/** A document is checked for anybody, with an account or without (N19). */
function showTypedDocument(chat: Chat, facts: Facts): Answer {
  const { typedDocument: checked } = facts;
  return checked === null
    ? notUnderstood("words", chat, facts)
    : { say: [{ kind: "document_checked", checked }] };
}

const missesBeforeMore = 1;

function notUnderstood(why: "words" | "media" | "old_button", chat: Chat, facts: Facts): Answer {
  const more = chat.misses >= missesBeforeMore;
  return { say: [{ kind: "not_understood", why, more, next: nextFor(facts) }] };
}
