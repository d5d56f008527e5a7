import type { ApiProblem } from "../../systems/api-problem.ts";
import { problemStatus } from "../../systems/api-problem.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import type { Words } from "../../words/words.ts";

/** Why a call in the local agent's form is not done: a sentence, and the field it is about where there is one. */
export interface AgentRefusal {
  readonly status: number;
  readonly field: string | null;
  readonly sentence: string;
}

/** Something of what was sent, or of how things stand, is against it. The local agent knows 400 for all of these. */
export function refused(sentence: string, field: string | null = null): AgentRefusal {
  return { status: 400, field, sentence };
}

/** What our own API says by a problem; the key's statuses and the size's stay, all else is a 400 as callers expect it. */
export function refusedBy(problem: ApiProblem, words: Words): AgentRefusal {
  const status = problemStatus[problem.kind];
  const kept = [401, 403, 413, 429].includes(status) || status >= 500;
  return { status: kept ? status : 400, field: null, sentence: sayRefusal(words.api.problem, problem) };
}

const titles: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  413: "Payload Too Large",
  429: "Too Many Requests",
  503: "Service Unavailable",
};

/** The body that callers of the local agent read: they show `errors[0].defaultMessage`. */
export function refusalBody({ status, field, sentence }: AgentRefusal) {
  const error = { defaultMessage: sentence, ...(field === null ? {} : { field }) };
  return { status, error: titles[status] ?? "Error", message: sentence, errors: [error] };
}
