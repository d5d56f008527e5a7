/** What of a code's life is told to a hospital's own system. */
export const webhookEvents = [
  "service_code.issued",
  "service_code.used",
  "service_code.closed",
  "service_code.cancelled",
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** Where one delivery stands. `dead`: every try failed; it waits for somebody to replay it. */
export const deliveryStates = ["waiting", "claimed", "delivered", "dead"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** The longest a receiver may take to answer. */
export const receiverMs = 10_000;

/** Seconds from one failed try to the next: close at first, then every six hours, about three days in all. */
export const retrySeconds: readonly number[] = [
  5,
  30,
  120,
  600,
  1_800,
  3_600,
  7_200,
  14_400,
  ...Array.from({ length: 10 }, () => 21_600),
];

/**
 * When to try again after `attempts` tries that failed; null: it is dead. `roll`, from 0 to 1, adds at most a tenth, so
 * that what failed together does not come again together.
 */
export function nextDeliveryAt(attempts: number, now: Date, roll: number): Date | null {
  const seconds = retrySeconds[attempts - 1];
  return seconds === undefined ? null : new Date(now.getTime() + seconds * 1000 * (1 + roll / 10));
}

/** What became of a try: a status, or the kind of fault. */
export type ReceiverAnswer =
  | { readonly kind: "answered"; readonly status: number }
  | { readonly kind: "timeout" | "unreachable" | "address_refused" };

export const verdicts = ["delivered", "again", "dead"] as const;
export type Verdict = (typeof verdicts)[number];

/** 2xx is delivered. 410 says that nobody wants it. All else, redirects too, may be otherwise next time. */
export function judgeAnswer(answer: ReceiverAnswer): Verdict {
  if (answer.kind !== "answered") return "again";
  if (answer.status >= 200 && answer.status < 300) return "delivered";
  return answer.status === 410 ? "dead" : "again";
}

/** The answer as the console shows it: "200", "timeout". */
export function answerText(answer: ReceiverAnswer): string {
  return answer.kind === "answered" ? String(answer.status) : answer.kind;
}

/** A signing secret and until when it signs; null: the current one. */
export interface SigningSecret {
  readonly secret: string;
  /** ISO moment. */
  readonly until: string | null;
}

/** The secrets that sign at `now`, current first. */
export function signingSecrets(all: readonly SigningSecret[], now: Date): readonly SigningSecret[] {
  return all.filter(({ until }) => until === null || new Date(until) > now);
}

/** The secrets after a new one took over; the old current one goes on until `until`. */
export function rotateSecrets(
  all: readonly SigningSecret[],
  fresh: string,
  now: Date,
  until: Date,
): readonly SigningSecret[] {
  const before = signingSecrets(all, now).map((each) => ({
    secret: each.secret,
    until: each.until ?? until.toISOString(),
  }));
  return [{ secret: fresh, until: null }, ...before.slice(0, 2)];
}
