import { createHash } from "node:crypto";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { sameBytes } from "../../kernel/same-bytes.ts";
import type { Ports } from "../../ports.ts";
import {
  deleteAnswer,
  insertAnswer,
  lockAnswer,
  saveAnswer,
  takeOverAnswer,
  type AnswerKey,
} from "../store.ts";

/** An answer that was given: its status and the text of its body. */
export interface GivenAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export type AnswerOnceRefusal =
  /** The same Idempotency-Key came before with another request. */
  | { readonly kind: "idempotency_key_reused" }
  /** The first request of the key is still at work. */
  | { readonly kind: "request_in_flight" };

/** After so long a request without an answer has died with its server; the next one does its work. */
const inFlightMs = 60_000;

/**
 * Does the work of a request once for its Idempotency-Key, and answers every repetition with what was answered then. The
 * answer is kept sealed for a day. Refuses the key with another request, and while the first is at work. When `work`
 * throws, nothing is kept and the request may come again.
 */
export async function answerOnce(
  ports: Ports,
  actor: Staff,
  request: { readonly idempotencyKey: string; readonly text: string },
  work: () => Promise<GivenAnswer>,
): Promise<Result<GivenAnswer & { readonly isRepeated: boolean }, AnswerOnceRefusal>> {
  const { idempotencyKey, text } = request;
  const key = { agencyId: actor.agencyId, keyId: actor.staffId, idempotencyKey };
  const requestHash = createHash("sha256").update(text).digest();
  const before = await begin(ports, actor, key, requestHash);
  if (!before.ok) return before;
  if (before.value) return ok({ ...before.value, isRepeated: true });
  try {
    const given = await work();
    const dataKey = ports.vault.newDataKey();
    const sealed = ports.vault.seal(dataKey, placeOf(key), given);
    await ports.db.as(actor, (tx) => saveAnswer(tx, key, { status: given.status, dataKey, sealed }));
    return ok({ ...given, isRepeated: false });
  } catch (error) {
    await ports.db.as(actor, (tx) => deleteAnswer(tx, key));
    throw error;
  }
}

/** Takes the key for this request (null), or answers what was answered before. */
function begin(
  ports: Ports,
  actor: Staff,
  key: AnswerKey,
  requestHash: Uint8Array,
): Promise<Result<GivenAnswer | null, AnswerOnceRefusal>> {
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    if (await insertAnswer(tx, key, { requestHash, at: now })) return ok(null);
    const kept = await lockAnswer(tx, key);
    if (!kept) return refuse({ kind: "request_in_flight" });
    if (!sameBytes(kept.requestHash, requestHash)) return refuse({ kind: "idempotency_key_reused" });
    if (kept.dataKey && kept.sealed) {
      return ok(ports.vault.open<GivenAnswer>(kept.dataKey, placeOf(key), kept.sealed));
    }
    if (now.getTime() - kept.at.getTime() < inFlightMs) return refuse({ kind: "request_in_flight" });
    await takeOverAnswer(tx, key, now);
    return ok(null);
  });
}

function placeOf({ keyId, idempotencyKey }: AnswerKey) {
  return { table: "api_answer", rowId: `${keyId}/${idempotencyKey}` };
}
