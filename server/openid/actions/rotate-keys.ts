import { record } from "../../audit/store.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { planRotation, standingOf } from "../signing-key.ts";
import { dropSigningKeys, insertSigningKey, listSigningKeys, moveSigningKey } from "../store/key.ts";

/**
 * One round of the keys that sign ID tokens: makes the first ones, announces the next one in time, drops what is over. Run
 * again, or by two at once, it changes nothing more: a generation is made once.
 */
export async function rotateKeys(ports: Ports, actor: SystemActor): Promise<Result<undefined, never>> {
  await ports.db.as(actor, (tx) => rotate(ports, tx, actor));
  return ok();
}

/**
 * Lets the announced key sign from this moment on: for a key that may have leaked. `forget` drops the others too, so that
 * nothing they signed is believed any more. Refuses when no next key is announced.
 */
export async function hurryKeys(
  ports: Ports,
  actor: SystemActor,
  { forget }: { readonly forget: boolean },
): Promise<Result<undefined, { readonly kind: "key_not_announced" }>> {
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    const keys = await listSigningKeys(tx);
    const next = keys.find((key) => standingOf(key, keys, now) === "next");
    if (!next) return refuse({ kind: "key_not_announced" });
    const { generation } = next;
    await moveSigningKey(tx, generation, now);
    if (forget) {
      const others = keys.filter((key) => key.generation !== generation);
      await dropSigningKeys(
        tx,
        others.map((key) => key.generation),
      );
    }
    await record(ports, tx, { action: "openid_key.hurried", actor, refs: { generation, forget } });
    await rotate(ports, tx, actor);
    return ok();
  });
}

async function rotate(ports: Ports, tx: Tx, actor: SystemActor): Promise<void> {
  const plan = planRotation(await listSigningKeys(tx), ports.clock.now());
  for (const turn of plan.make) {
    const made = await insertSigningKey(ports, tx, { ...turn, ...(await ports.jwts.newPair()) });
    const { generation } = turn;
    if (made) await record(ports, tx, { action: "openid_key.made", actor, refs: { generation } });
  }
  await dropSigningKeys(tx, plan.drop);
}
