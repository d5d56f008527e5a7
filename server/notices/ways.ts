import { mayTravelBy, type Medium, type NoticeKind } from "./notice.ts";

/** What a person may choose channels for. */
export const toldThings = ["filed", "moved", "completed", "answered"] as const;
export type ToldThing = (typeof toldThings)[number];

/** How a kind is told whose channels are chosen only when it is taken up. */
interface TellingRule {
  /** Sent by each of these that reaches the person, whatever they chose: a pair that a flow names (E4). */
  readonly always: readonly Medium[];
  /** What the person's choice of channels goes by; null: there is nothing to choose. */
  readonly choice: ToldThing | null;
  /** True: worth an SMS when nothing else reaches the person. */
  readonly mustArrive: boolean;
}

/** The kinds that are told to a person and not to a channel. */
export const tellingRules = {
  petition_filed: { always: [], choice: "filed", mustArrive: false },
  petition_moved: { always: [], choice: "moved", mustArrive: false },
  petition_completed: { always: ["line", "mail"], choice: "completed", mustArrive: true },
  petition_answered: { always: [], choice: "answered", mustArrive: false },
  id_check_approved: { always: ["line", "mail"], choice: null, mustArrive: false },
  id_check_sent_back: { always: ["line", "mail"], choice: null, mustArrive: false },
  document_issued: { always: ["line", "mail"], choice: null, mustArrive: false },
  document_revoked: { always: ["line", "mail"], choice: null, mustArrive: true },
  email_unreachable: { always: [], choice: null, mustArrive: false },
} as const satisfies Partial<Record<NoticeKind, TellingRule>>;
export type TellingKind = keyof typeof tellingRules;

/** True for kinds that are told to a person. */
export function isTelling(kind: NoticeKind): kind is TellingKind {
  return Object.hasOwn(tellingRules, kind);
}

/** By which channels a person is reached now: linked and not blocked, proven, not bounced, and with something to send by. */
export type Reach = Readonly<Record<Medium, boolean>>;

/** The channels somebody wants for a thing; the e-mail that is not wanted still steps in where LINE does not reach. */
export type Choice = Readonly<Record<Medium, boolean>>;

export const usualChoice: Choice = { line: true, sms: true, mail: false };

/** The channels of a thing that nobody can switch off: the fixed pair of a completed petition (E4). */
export function fixedMedia(thing: ToldThing): readonly Medium[] {
  return thing === "completed" ? tellingRules.petition_completed.always : [];
}

/** One thing to be told, as far as its channels depend on it. */
export interface Telling {
  readonly kind: TellingKind;
  /** True when this one must arrive although not every one of its kind must. */
  readonly mustArrive: boolean;
  /** True: the service tells its changes by SMS too. */
  readonly bySms: boolean;
}

/** The channels in the order of what they cost: a push (or the free reply), a mail, and an SMS last. */
const cheapestFirst: readonly Medium[] = ["line", "mail", "sms"];

/**
 * The channels one thing goes by, each once (N16): the fixed pair of its kind; else LINE where it reaches and is wanted,
 * and the e-mail where it is wanted or LINE is none. An SMS where the service sends one and the person allows it, and
 * for what must arrive when nothing else does. None: nothing reaches the person.
 */
export function waysOf(telling: Telling, reached: Reach, choice: Choice): readonly Medium[] {
  const rule: TellingRule = tellingRules[telling.kind];
  const reach = within(telling.kind, reached);
  const ways = new Set(rule.always.filter((medium) => reach[medium]));
  if (reach.line && choice.line) ways.add("line");
  if (reach.mail && (choice.mail || !ways.has("line"))) ways.add("mail");
  // Whoever switched LINE off and has no e-mail is still told.
  if (ways.size === 0 && reach.line) ways.add("line");
  const must = rule.mustArrive || telling.mustArrive;
  if (reach.sms && ((telling.bySms && choice.sms) || (must && ways.size === 0))) ways.add("sms");
  return cheapestFirst.filter((medium) => ways.has(medium));
}

/**
 * The next channel when none of those that were tried got through; null: there is none. An SMS only for what must
 * arrive.
 */
export function nextWay(telling: Telling, reached: Reach, tried: readonly Medium[]): Medium | null {
  const rule: TellingRule = tellingRules[telling.kind];
  const reach = within(telling.kind, reached);
  const must = rule.mustArrive || telling.mustArrive;
  const open = cheapestFirst.filter((medium) => reach[medium] && !tried.includes(medium));
  return open.find((medium) => medium !== "sms" || must) ?? null;
}

/** How a person is reached by the channels a kind may travel by. */
function within(kind: TellingKind, reach: Reach): Reach {
  const may = (medium: Medium) => reach[medium] && mayTravelBy(kind, medium);
  return { line: may("line"), sms: may("sms"), mail: may("mail") };
}
