import { createHash } from "node:crypto";
import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import {
  keyBytes,
  keyPrefix,
  keyState,
  makeKeyText,
  opens,
  overlapHours,
  readKeyForm,
  type ApiScope,
  type KeyFormRefusal,
} from "../api-key.ts";
import { endKey, findKeyOfRequest, insertKey, lockKey, takeTurn } from "../store.ts";

/** A key that was made: its text, shown now and never again. */
export interface MadeKey {
  readonly keyId: string;
  readonly name: string;
  readonly text: string;
  readonly expiresAt: Date;
}

export type MakeKeyRefusal = KeyFormRefusal | { readonly kind: "key_shown_before" };

const dayMs = 24 * 60 * 60_000;
const hourMs = 60 * 60_000;

/**
 * Makes a key for a hospital's own system and answers its text, the only time it is to be had: kept is its SHA-256.
 * Refuses a form that is not filled in, and the same request a second time (its key was shown then).
 */
export async function makeKey(
  ports: Ports,
  actor: Staff,
  input: {
    readonly name: string;
    readonly scopes: readonly string[];
    readonly days: string;
    readonly requestKey: string;
  },
): Promise<Result<MadeKey, MakeKeyRefusal>> {
  const form = readKeyForm(input);
  if (!form.ok) return form;
  const { name, scopes, days } = form.value;
  return ports.db.as(actor, async (tx) => {
    await takeTurn(tx, actor.agencyId, "api_key");
    if (await findKeyOfRequest(tx, actor.agencyId, input.requestKey)) {
      return refuse({ kind: "key_shown_before" });
    }
    const made = await insert(ports, tx, actor, { name, scopes, days, requestKey: input.requestKey });
    await record(ports, tx, { action: "api_key.made", actor, subjectId: made.keyId, refs: { days } });
    return ok(made);
  });
}

export type RotateKeyRefusal =
  | { readonly kind: "key_missing" }
  /** It was ended, has expired, or was rotated before. */
  | { readonly kind: "key_over" }
  | { readonly kind: "key_shown_before" };

/**
 * Makes the key that takes over from another, with its name, scopes and length; the old one goes on for the hours chosen
 * (never longer than it would have), so that the hospital can change over without a gap. Refuses another agency's key as
 * missing, one that opens nothing any more, and the same request a second time.
 */
export async function rotateKey(
  ports: Ports,
  actor: Staff,
  input: { readonly keyId: string; readonly hours: string; readonly requestKey: string },
): Promise<Result<MadeKey, RotateKeyRefusal>> {
  if (!isUuid(input.keyId)) return refuse({ kind: "key_missing" });
  const now = ports.clock.now();
  const hours = overlapHours.find((each) => String(each) === input.hours) ?? overlapHours[1];
  return ports.db.as(actor, async (tx) => {
    const old = await lockKey(tx, actor.agencyId, input.keyId);
    if (!old) return refuse({ kind: "key_missing" });
    if (await findKeyOfRequest(tx, actor.agencyId, input.requestKey)) {
      return refuse({ kind: "key_shown_before" });
    }
    if (keyState(old, now) !== "live") return refuse({ kind: "key_over" });
    const days = Math.round((old.expiresAt.getTime() - old.madeAt.getTime()) / dayMs);
    const { name, scopes } = old;
    const made = await insert(ports, tx, actor, { name, scopes, days, requestKey: input.requestKey });
    const until = Math.min(now.getTime() + hours * hourMs, old.expiresAt.getTime());
    await endKey(tx, old, { replacedBy: made.keyId, expiresAt: new Date(until) });
    await record(ports, tx, {
      action: "api_key.rotated",
      actor,
      subjectId: old.id,
      refs: { by: made.keyId, hours },
    });
    return ok(made);
  });
}

/** Ends a key at once. Ended already is no refusal. Refuses another agency's key as missing. */
export async function revokeKey(
  ports: Ports,
  actor: Staff,
  input: { readonly keyId: string },
): Promise<Result<undefined, { readonly kind: "key_missing" }>> {
  if (!isUuid(input.keyId)) return refuse({ kind: "key_missing" });
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    const key = await lockKey(tx, actor.agencyId, input.keyId);
    if (!key) return refuse({ kind: "key_missing" });
    if (!opens(keyState(key, now))) return ok();
    await endKey(tx, key, { revokedAt: now });
    await record(ports, tx, { action: "api_key.revoked", actor, subjectId: key.id });
    return ok();
  });
}

async function insert(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  made: {
    readonly name: string;
    readonly scopes: readonly ApiScope[];
    readonly days: number;
    readonly requestKey: string;
  },
): Promise<MadeKey> {
  const { name, scopes, days, requestKey } = made;
  const text = makeKeyText(ports.random.bytes(keyBytes));
  const now = ports.clock.now();
  const [keyId, expiresAt] = [ports.random.uuid(), new Date(now.getTime() + days * dayMs)];
  await insertKey(tx, {
    id: keyId,
    agencyId: actor.agencyId,
    name,
    prefix: keyPrefix(text),
    hash: createHash("sha256").update(text).digest(),
    scopes,
    madeBy: actor.staffId,
    madeAt: now,
    expiresAt,
    requestKey,
  });
  return { keyId, name, text, expiresAt };
}
