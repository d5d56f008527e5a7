import { createHash } from "node:crypto";
import { encodeBase64url } from "../../kernel/base64url.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { isAtLeast } from "../assurance.ts";
import { thaIdStateHash } from "../desk/thaid-state.ts";
import { limits } from "../limit.ts";
import { findCount, countUp } from "../store/limit.ts";
import { findPerson } from "../store/person.ts";
import { insertThaIdAttempt } from "../store/thaid-attempt.ts";
import { thaIdPlace, thaIdWayMs, type BeginThaIdRefusal, type ThaIdSecrets } from "../thaid-attempt.ts";

/**
 * Begins a way to ThaID: state, nonce and verifier of 256 bits each, bound to this session and person, used once, open for
 * ten minutes. Answers where the person is sent. Refuses who stands on that rung already, too many ways in an hour, and
 * an account for which others kept coming back.
 */
export async function beginThaId(
  ports: Ports,
  actor: Citizen,
  input: { readonly sessionId: string; readonly next: string; readonly redirectUri: string },
): Promise<Result<{ readonly url: string }, BeginThaIdRefusal>> {
  if (!actor.unlocked) return refuse({ kind: "session_locked" });
  const fresh = () => encodeBase64url(ports.random.bytes(32));
  const [state, secrets] = [fresh(), { nonce: fresh(), verifier: fresh() }];
  const challenge = encodeBase64url(createHash("sha256").update(secrets.verifier).digest());
  const { nonce } = secrets;
  const way = await ports.thaId.authorizeUrl({ state, nonce, challenge, redirectUri: input.redirectUri });
  if (!way.ok) return way;
  const kept = await ports.db.as(actor, (tx) => keep(ports, tx, actor, { ...input, state, secrets }));
  return kept.ok ? ok({ url: way.value }) : kept;
}

async function keep(
  ports: Ports,
  tx: Tx,
  actor: Citizen,
  begun: {
    readonly sessionId: string;
    readonly next: string;
    readonly state: string;
    readonly secrets: ThaIdSecrets;
  },
): Promise<Result<undefined, BeginThaIdRefusal>> {
  const now = ports.clock.now();
  const person = await findPerson(ports, tx, actor.personId);
  if (!person) throw new Error("a citizen without a person");
  if (isAtLeast(person.assurance, "thaid")) return refuse({ kind: "thaid_already" });
  const { thaIdWays, thaIdOthers } = limits;
  const others = await findCount(tx, thaIdOthers, person.id, now);
  const ways = await countUp(tx, thaIdWays, person.id, now);
  if (ways > thaIdWays.most || others >= thaIdOthers.most) return refuse({ kind: "thaid_too_many" });
  const id = ports.random.uuid();
  await insertThaIdAttempt(tx, {
    id,
    stateHash: thaIdStateHash(begun.state),
    sessionId: begun.sessionId,
    personId: person.id,
    sealed: ports.vault.seal(person.dataKey, thaIdPlace(id), begun.secrets),
    next: begun.next,
    madeAt: now,
    expiresAt: new Date(now.getTime() + thaIdWayMs),
  });
  return ok();
}
