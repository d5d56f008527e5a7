import type * as v from "valibot";
import type { ApiProblem } from "../systems/api-problem.ts";
import type { ApiScope } from "../systems/api-key.ts";
import type { KeptKey } from "../systems/kept-key.ts";
import type { Staff } from "../kernel/actor.ts";
import type { Ports } from "../ports.ts";
import type { Words } from "../words/words.ts";

/** One field that is wrong, by its JSON pointer. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** What a call is answered when it is not done. */
export interface Refused {
  readonly ok: false;
  readonly problem: ApiProblem;
  readonly errors?: readonly FieldError[];
  /** Members of the problem beside the standard ones. */
  readonly more?: Readonly<Record<string, unknown>>;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | Refused;

/** A call whose key, query and body were checked. */
export interface Call<Query, Body> {
  readonly ports: Ports;
  readonly actor: Staff;
  readonly key: KeptKey;
  readonly words: Words;
  readonly query: Query;
  readonly body: Body;
  /** The one parameter in the path; empty: it has none. */
  readonly id: string;
  /** Tells this call from every other, however often it is sent. */
  readonly requestKey: string;
}

type Schema = v.GenericSchema;

/** One operation: its routes, its checks and its description are all made from this. */
export interface Operation {
  readonly id: OperationId;
  readonly method: "get" | "post";
  /** As OpenAPI writes it: "/codes/{code}/use". */
  readonly path: string;
  readonly scope: ApiScope | null;
  readonly query: Schema | null;
  readonly body: Schema | null;
  readonly answer: Schema;
  readonly status: 200 | 201;
  /** Whether the Idempotency-Key must be there. Where there is a body it is always heeded. */
  readonly needsIdempotencyKey: boolean;
  /** The refusals of its own, beside those of every call. */
  readonly problems: readonly ApiProblem["kind"][];
  run(call: Call<never, never>): Promise<Outcome<unknown>>;
}

export const operationIds = [
  "about",
  "issue",
  "code",
  "latest",
  "status",
  "use",
  "close",
  "cancel",
  "report",
  "reconcile",
] as const;
export type OperationId = (typeof operationIds)[number];

interface Described<
  Query extends Schema | null,
  Body extends Schema | null,
  Answer extends Schema,
> extends Omit<Operation, "query" | "body" | "answer" | "run"> {
  readonly query: Query;
  readonly body: Body;
  readonly answer: Answer;
  run(
    call: Call<
      Query extends Schema ? v.InferOutput<Query> : null,
      Body extends Schema ? v.InferOutput<Body> : null
    >,
  ): Promise<Outcome<v.InferInput<Answer>>>;
}

/** Describes an operation: what `run` is given and answers follows from its schemas. */
export function operation<Query extends Schema | null, Body extends Schema | null, Answer extends Schema>(
  described: Described<Query, Body, Answer>,
): Operation {
  return described;
}
