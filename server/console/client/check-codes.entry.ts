import { bangkokDay, formatDay, parseBangkokDay } from "../../kernel/thai-date.ts";
import { readCode, type ReadCode } from "../../visits/code-check.ts";
import { verifierOf } from "../../visits/code-key.ts";
import { verdictOf, type CodeFinding } from "../../visits/code-verdict.ts";
import { looksLikeToken, type CodeToken } from "../../visits/code-token.ts";
import { nameIn, type Names } from "../../visits/names.ts";
import { parseServiceCode, serviceCodeStatuses } from "../../visits/service-code.ts";
import { ask, type Said } from "./codes/ask.ts";
import { closeCamera, scanWithCamera } from "./codes/camera.ts";
import { drawBanner, drawVerdict, grouped } from "./codes/draw.ts";
import { desk, part, say } from "./codes/page.ts";
import { countKept, keep, sendKept, showKept } from "./codes/sending.ts";

/**
 * Checks codes at the counter: the signature first, here, then the state, by the server. Without a network the first is
 * all there is, and what is marked used is kept and sent later.
 */
const { words } = desk;
const verify = verifierOf(desk.keys);
const field = part<HTMLInputElement>("text");
let turn = 0;

async function check(text: string): Promise<void> {
  turn += 1;
  const mine = turn;
  say("network", words.checking);
  const read = await readCode(verify, text, { hcode: desk.hcode, now: new Date() });
  readyForNext(text);
  // A token of another key may be of one that came since this page was opened: the server knows.
  const asks = read.ok || read.refusal.kind === "code_token_forged";
  const said: Said = asks ? await ask("state", text) : { kind: "refused", value: {} };
  if (mine !== turn) return;
  sayNetwork(said);
  const known = read.ok ? read.value : codeTold(said);
  const finding = read.ok || known ? findingOf(said, known) : read.refusal;
  const verdict = verdictOf(finding, words.verdict, desk.language);
  const told = said.kind === "answer" ? said.value : {};
  drawVerdict({ ...verdict, facts: factsOf(known, told), visitId: textOf(told["visitId"]) }, () => {
    if (known) void mark(known, text);
  });
}

/** A scanner types the next one where the field is empty; a number may have to be mended. */
function readyForNext(text: string): void {
  if (looksLikeToken(text)) field.value = "";
  field.focus();
  field.select();
}

function findingOf(said: Said, read: ReadCode | null): CodeFinding {
  if (said.kind === "answer") return foundOf(said.value);
  if (said.kind !== "refused") return { kind: "not_asked", signed: Boolean(read?.token) };
  return refusalTold(said.value["kind"], read?.token ?? null);
}

/** The server has the right clock, and may say of a good signature what this machine could not know. */
function refusalTold(kind: unknown, token: CodeToken | null): CodeFinding {
  if (kind === "code_not_found") return { kind };
  if (token && (kind === "code_token_expired" || kind === "code_token_ahead" || kind === "code_elsewhere")) {
    return { kind, token };
  }
  return { kind: "code_token_forged" };
}

function foundOf(value: Readonly<Record<string, unknown>>): CodeFinding {
  const status = serviceCodeStatuses.find((known) => known === value["status"]) ?? "expired";
  const { usedAt } = value;
  return { kind: "found", status, usedAt: typeof usedAt === "string" ? new Date(usedAt) : null };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function codeTold(said: Said): ReadCode | null {
  const code = parseServiceCode(said.kind === "answer" ? textOf(said.value["code"]) : "");
  return code.ok ? { code: code.value, token: null } : null;
}

function factsOf(
  read: ReadCode | null,
  told: Readonly<Record<string, unknown>>,
): readonly (readonly [string, string])[] {
  if (!read) return [];
  const { token, code } = read;
  const names = told["service"] as Names | undefined;
  const type = token?.serviceType ?? "";
  const service = names ? nameIn(names, desk.language) : (desk.services[type] ?? type);
  const day = parseBangkokDay(token?.day ?? textOf(told["day"]));
  return [
    [words.code, grouped(code)],
    ...(service ? [[words.service, service] as const] : []),
    ...(day.ok ? [[words.day, formatDay(day.value, desk.language)] as const] : []),
    [words.proof, token ? words.signed : words.typed],
  ];
}

async function mark({ code, token }: ReadCode, text: string): Promise<void> {
  const now = new Date();
  const day = token?.day ?? bangkokDay(now);
  const before = await keep({ code, text, service: token?.serviceType ?? "", day, markedAt: now.getTime() });
  if (before !== null) return drawBanner("waiting", words.again.replace("{at}", before), "");
  drawBanner("waiting", words.keptTitle, words.keptNext);
  const sent = await sendKept(code);
  if (sent) drawBanner(sent.tone, sent.title, sent.next);
  field.focus();
}

function sayNetwork(said: Said): void {
  if (said.kind === "unreachable") say("network", words.offline, "refused");
  else if (said.kind === "signed_out") say("network", words.signedOut, "refused");
  else say("network", navigator.onLine ? "" : words.offline, navigator.onLine ? "plain" : "refused");
}

async function keepPage(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/console/codes/worker.js", { scope: "/console/codes/" });
  await navigator.serviceWorker.ready;
  document.body.dataset["offlineReady"] = "true";
}

/** Who signs out with something unsent is told first, and presses again. */
function guardSignOut(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form.sign-out")) {
    let warned = false;
    form.addEventListener("submit", (event) => {
      const count = countKept();
      if (warned || count === 0) return;
      warned = true;
      event.preventDefault();
      say("network", words.leave.replace("{count}", String(count)), "refused");
      part("network").scrollIntoView({ block: "center" });
    });
  }
}

part<HTMLFormElement>("check-form").addEventListener("submit", (event) => {
  event.preventDefault();
  void check(field.value);
});
part("open-camera").classList.remove("awaits-script");
part("open-camera").addEventListener("click", () => void scanWithCamera((text) => void check(text)));
part("close-camera").addEventListener("click", closeCamera);
addEventListener("pagehide", closeCamera);
addEventListener("offline", () => say("network", words.offline, "refused"));
addEventListener("online", () => {
  say("network", words.online);
  void sendKept(null);
});
guardSignOut();
void keepPage().catch(() => {});
void showKept().then(() => sendKept(null));
