/**
 * What an action or a checked parse answers: a value, or a refusal that says why not.
 * A refusal is an expected answer ("the PIN is wrong"); a fault (a lost connection) throws.
 */
export type Result<T, R extends Refusal> = Ok<T> | Refused<R>;

export interface Refusal {
  readonly kind: string;
}

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<R extends Refusal> {
  readonly ok: false;
  readonly refusal: R;
}

/** Wraps a value that was granted. */
export function ok(): Ok<undefined>;
export function ok<T>(value: T): Ok<T>;
export function ok<T>(value?: T): Ok<T | undefined> {
  return { ok: true, value };
}

/** Wraps a refusal; the literal `kind` keeps its type, so a switch over kinds is exhaustive. */
export function refuse<const R extends Refusal>(refusal: R): Refused<R> {
  return { ok: false, refusal };
}
