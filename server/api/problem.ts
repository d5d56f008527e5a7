import type { AppContext } from "../http/env.ts";
import type { Language } from "../kernel/language.ts";
import { problemStatus } from "../systems/api-problem.ts";
import { sayRefusal } from "../words/refusal-words.ts";
import { wordsIn } from "../words/words.ts";
import type { Refused } from "./operation.ts";

/** An answer before it is sent: kept for repetitions as it stands. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** The first of our languages that the caller accepts; Thai when it names none. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...more] = part.trim().toLowerCase().split(";");
      const weight = more.map((each) => each.trim()).find((each) => each.startsWith("q="));
      return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  const first = wanted.find(({ tag }) => /^(th|en)\b/.test(tag));
  return first?.tag.startsWith("en") ? "en" : "th";
}

/** The problem of RFC 9457 that a refusal is told as, in the caller's language. */
export function problemAnswer(refused: Omit<Refused, "ok">, language: Language, requestId: string): Answer {
  const { problem, errors, more } = refused;
  const status = problemStatus[problem.kind];
  const body = {
    type: `urn:pratu:problem:${problem.kind}`,
    title: sayRefusal(wordsIn(language).api.problem, problem),
    status,
    instance: `urn:uuid:${requestId}`,
    ...(errors ? { errors } : {}),
    ...more,
  };
  return { status, contentType: "application/problem+json", body: JSON.stringify(body) };
}

/** Sends an answer that was made. */
export function send(c: AppContext, answer: Answer, language: Language): Response {
  return c.body(answer.body, answer.status as 200, {
    "content-type": answer.contentType,
    "content-language": language,
    vary: "Accept-Language, Authorization",
    "cache-control": "no-store",
  });
}

/** Sends a problem. */
export function sendProblem(c: AppContext, refused: Omit<Refused, "ok">): Response {
  const language = languageOf(c.req.header("accept-language"));
  const { problem } = refused;
  if (problem.kind === "key_limit") c.header("retry-after", String(problem.seconds));
  if (problem.kind === "key_invalid") c.header("www-authenticate", 'Bearer realm="pratu"');
  if (problem.kind === "request_in_flight") c.header("retry-after", "2");
  return send(c, problemAnswer(refused, language, c.var.requestId), language);
}
