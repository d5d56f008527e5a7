import { createHash } from "node:crypto";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { callsAMinute, keyState, looksLikeKey, opens, type ApiScope } from "../api-key.ts";
import type { KeptKey } from "../kept-key.ts";
import { countCall, findKeyByHash, touchKey } from "../store.ts";

/** Who calls: the key, and the actor in whose name its call is done. */
export interface Caller {
  readonly key: KeptKey;
  readonly actor: Staff;
}

export type OpenKeyRefusal =
  /** No key, none of ours, ended or expired: told alike, so that nobody learns which. */
  | { readonly kind: "key_invalid" }
  | { readonly kind: "key_scope"; readonly scope: ApiScope }
  | { readonly kind: "key_limit"; readonly seconds: number };

const minuteMs = 60_000;

/**
 * Opens the door to a hospital's own system: the key by its hash, within its time, with the scope asked for (null: any),
 * and not more often than it may in a minute. Its last use is noted once a minute.
 */
export async function openKey(
  ports: Ports,
  text: string,
  scope: ApiScope | null,
): Promise<Result<Caller, OpenKeyRefusal>> {
  if (!looksLikeKey(text)) return refuse({ kind: "key_invalid" });
  const hash = createHash("sha256").update(text).digest();
  const now = ports.clock.now();
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const key = await findKeyByHash(tx, hash);
    if (!key || !opens(keyState(key, now))) return refuse({ kind: "key_invalid" });
    const minute = new Date(Math.floor(now.getTime() / minuteMs) * minuteMs);
    const calls = await countCall(tx, key.id, minute);
    if (calls > callsAMinute) {
      const seconds = Math.ceil((minute.getTime() + minuteMs - now.getTime()) / 1000);
      return refuse({ kind: "key_limit", seconds });
    }
    await touchKey(tx, key.id, now, minute);
    if (scope !== null && !key.scopes.includes(scope)) return refuse({ kind: "key_scope", scope });
    return ok({ key, actor: actorOfKey(key) });
  });
}

/** A key acts as its facility's admin does, under its own id: its scopes bound it, row-level security its agency. */
function actorOfKey({ id, agencyId }: KeptKey): Staff {
  return { kind: "staff", staffId: id, agencyId, level: "facility_admin", byKey: true };
}
