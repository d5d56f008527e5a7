import { phoneRequestText, type PhoneSignedRequest } from "../../server/credentials/signed-request.ts";
import {
  challengeText,
  lossText,
  newKeyText,
  type ChallengeParts,
  type LossParts,
  type NewKeyParts,
} from "../../server/credentials/signed-text.ts";
import { dropPair, findPair, keepPair, newPair, publicText, sign, type DevicePair } from "./token/keys.ts";

/**
 * The key of a Soft Token on this phone. A form that carries `data-signs` is sent once the key has signed what it says:
 * `new` makes the key, `answer` answers a computer, `loss` reports a colleague's phone, `request` signs a request for
 * service, `renew` makes a new one that the old one hands over to. What was typed
 * stays when the server cannot be reached. A key that is not here leads to a page that says what to do.
 */
type Parts = Omit<NewKeyParts, "publicKey">;
type LossAsked = Pick<LossParts, "nonce" | "requestKey">;

class KeyGone extends Error {}

const reachMs = 8_000;

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-signs]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (form.dataset["busy"] !== undefined) return;
    form.dataset["busy"] = "";
    void send(form).finally(() => delete form.dataset["busy"]);
  });
}

const { forget } = document.body.dataset;
if (forget) void dropPair(forget).catch(() => undefined);

async function send(form: HTMLFormElement): Promise<void> {
  show(null);
  try {
    const signed = await signedBy(form);
    for (const [name, value] of Object.entries(signed)) fill(form, name, value);
  } catch (error) {
    if (error instanceof KeyGone) return location.replace("/liff/token/gone");
    return show("unable");
  }
  if (!(await isServerThere())) return show("offline");
  form.submit();
}

function signedBy(form: HTMLFormElement): Promise<Record<string, string>> {
  const { signs, parts = "{}", keyId = "" } = form.dataset;
  if (signs === "loss") return reported(form, JSON.parse(parts) as LossAsked);
  if (signs === "request") return requested(keyId, JSON.parse(parts) as PhoneSignedRequest);
  if (signs === "answer") return answered(keyId, JSON.parse(parts) as ChallengeParts);
  return signs === "renew" ? renewed(JSON.parse(parts) as Parts) : made(JSON.parse(parts) as Parts);
}

async function answered(keyId: string, parts: ChallengeParts): Promise<Record<string, string>> {
  return { signature: await sign(await pairOf(keyId), challengeText(parts)) };
}

/** A colleague's lost phone: whose it is stands in the form as it was typed. */
async function reported(form: HTMLFormElement, asked: LossAsked): Promise<Record<string, string>> {
  const [keyId, userCode, part] = ["keyId", "userCode", "part"].map((name) => typedIn(form, name));
  const parts = { ...asked, keyId: keyId ?? "", userCode: userCode ?? "", part: part ?? "" };
  return { signature: await sign(await pairOf(parts.keyId), lossText(parts)) };
}

function typedIn(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === "string" ? value : "";
}

/** Signs the very words of a request, as the page shows them. */
async function requested(keyId: string, parts: PhoneSignedRequest): Promise<Record<string, string>> {
  return { signature: await sign(await pairOf(keyId), phoneRequestText(parts)) };
}

async function made(parts: Parts): Promise<Record<string, string>> {
  const pair = await ownPair(parts.id);
  const publicKey = await publicText(pair);
  return { publicKey, signature: await sign(pair, newKeyText({ ...parts, publicKey })) };
}

async function renewed(parts: Parts): Promise<Record<string, string>> {
  const old = await pairOf(parts.renewsId ?? "");
  const pair = await ownPair(parts.id);
  const publicKey = await publicText(pair);
  const text = newKeyText({ ...parts, publicKey });
  return { publicKey, signature: await sign(pair, text), oldSignature: await sign(old, text) };
}

async function pairOf(id: string): Promise<DevicePair> {
  const pair = await findPair(id);
  if (pair === null) throw new KeyGone();
  return pair;
}

/** A form that came back keeps the key it made. */
async function ownPair(id: string): Promise<DevicePair> {
  const kept = await findPair(id);
  if (kept !== null) return kept;
  const pair = await newPair();
  await keepPair(id, pair);
  return pair;
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

/** Asked before a form goes off, for a browser's own error page would take away what was typed. */
async function isServerThere(): Promise<boolean> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), reachMs);
  const answer = await fetch("/liff/token/state", { cache: "no-store", signal: stop.signal }).catch(
    () => null,
  );
  clearTimeout(timer);
  return answer !== null && answer.status < 500;
}

function show(what: "offline" | "unable" | null): void {
  for (const each of document.querySelectorAll<HTMLElement>("[data-when]")) {
    each.hidden = each.dataset["when"] !== what;
  }
  document.querySelector<HTMLElement>(`[data-when="${what ?? ""}"]`)?.scrollIntoView({ block: "center" });
}
