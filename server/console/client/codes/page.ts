import type { CodePublicKey } from "../../../visits/code-key.ts";
import type { VerdictWords } from "../../../visits/code-verdict.ts";
import type { MarkState } from "./marks.ts";

/** What the page says; the server writes it in. */
export interface CheckWords {
  readonly code: string;
  readonly service: string;
  readonly day: string;
  readonly proof: string;
  readonly openVisit: string;
  readonly verdict: VerdictWords;
  readonly done: Readonly<Record<"used" | "was_used", readonly string[]>>;
  readonly kept: { readonly markedAt: string; readonly state: string };
  readonly state: Readonly<Record<MarkState, string>>;
  readonly signed: string;
  readonly typed: string;
  readonly checking: string;
  readonly offline: string;
  readonly online: string;
  readonly ready: string;
  readonly signedOut: string;
  readonly keptTitle: string;
  readonly keptNext: string;
  readonly again: string;
  readonly others: string;
  readonly leave: string;
  readonly cameraRefused: string;
  readonly cameraMissing: string;
  readonly cameraBusy: string;
  readonly looking: string;
}

const told = document.body.dataset;
const parse = (name: string): unknown => JSON.parse(told[name] ?? "null");

/** What the server told the page that checks codes. */
export const desk = {
  hcode: told["hcode"] ?? "",
  staff: told["staff"] ?? "",
  language: document.documentElement.lang === "en" ? "en" : "th",
  keys: (parse("keys") ?? []) as readonly CodePublicKey[],
  services: (parse("services") ?? {}) as Readonly<Record<string, string>>,
  words: parse("words") as CheckWords,
  wasmUrl: told["wasm"] ?? "",
  workerUrl: told["worker"] ?? "",
} as const;

/** A part of the page by its id. Throws when it is not there. */
export function part<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found as T;
}

/** Says a line where screen readers hear it; an empty one says nothing more. */
export function say(id: string, text: string, tone: "plain" | "refused" = "plain"): void {
  const said = part(id);
  said.className = `said ${tone}`;
  said.hidden = text === "";
  if (said.textContent !== text) said.textContent = text;
}
