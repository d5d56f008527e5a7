import type { LineMessage } from "../../server/ports.ts";
import type { Say } from "../say.ts";
import type { TokenTopic } from "../token-words.ts";
import type { Speech } from "./code.ts";
import { cardMessage, paragraph, type ButtonAction } from "./flex.ts";

type AboutToken = Extract<Say, { kind: "phone_lost" | "soft_token" }>;

/** The page of the computer where each thing is done; whoever is not signed in comes to the way in first. */
const seatPaths: Readonly<Record<TokenTopic, string | null>> = {
  about: "/sign-in",
  password: null,
  phone_changed: "/change-phone",
  renew: "/renew",
  end: "/end",
  request: "/requests",
};

/** Where a lost phone is one step away. */
const besideLost: readonly TokenTopic[] = ["about", "phone_changed", "end"];

/** What the chat says of Soft Tokens: what is done where; somebody without one is told whom they are for. */
export function tokenMessage(speech: Speech, say: AboutToken): LineMessage {
  return say.kind === "phone_lost" ? lostMessage(speech, say) : topicMessage(speech, say);
}

function lostMessage({ words, link }: Speech, say: Extract<AboutToken, { kind: "phone_lost" }>): LineMessage {
  const { phoneLost, buttons } = words.bot;
  const lost = { label: buttons.lost, uri: link("/token/lost") };
  if (say.keyed) return card(phoneLost.title, [phoneLost.body], [lost]);
  if (!say.linked) return card(phoneLost.title, [phoneLost.body, phoneLost.other], [lost]);
  const devices = { label: buttons.devices, uri: link("/account/devices") };
  return card(phoneLost.title, [phoneLost.body, phoneLost.own], [lost, devices]);
}

function topicMessage(
  { words, link, seat }: Speech,
  { topic, keyed }: Extract<AboutToken, { kind: "soft_token" }>,
): LineMessage {
  const { softToken, buttons } = words.bot;
  const { title, body, button } = softToken.topics[topic];
  const path = seatPaths[topic];
  const computer = path === null || !seat ? [] : [{ label: button, uri: seat(path) }];
  const lost = besideLost.includes(topic) ? [{ label: buttons.lost, uri: link("/token/lost") }] : [];
  const token = { label: buttons.token, uri: link("/token") };
  return card(title, keyed ? body : [...body, softToken.whom], [...computer, token, ...lost]);
}

function card(title: string, sentences: readonly string[], buttons: readonly ButtonAction[]): LineMessage {
  const body = sentences.map((sentence) => paragraph(sentence));
  return cardMessage({ title, body, buttons }, [title, ...sentences].join("\n"));
}
