import type { Citizen } from "../../kernel/actor.ts";
import { readDigits } from "../../kernel/digits.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { sameBytes } from "../../kernel/same-bytes.ts";
import type { Ports } from "../../ports.ts";
import { raiseToThaId } from "../desk/raise-to-thaid.ts";
import { findPerson } from "../store/person.ts";
import { countWrongThaIdCode, dropThaIdProof, lockThaIdProof } from "../store/thaid-attempt.ts";
import { mostWrongThaIdCodes, thaIdPlace, type TakeThaIdRefusal, type ThaIdProof } from "../thaid-attempt.ts";

/**
 * Takes a proof of ThaID that came back in another browser, by the code that was shown there. Refuses when none waits for
 * this session, and a wrong code; after five the proof is gone.
 */
export async function takeThaId(
  ports: Ports,
  actor: Citizen,
  input: { readonly sessionId: string; readonly code: string },
): Promise<Result<{ readonly next: string }, TakeThaIdRefusal>> {
  if (!actor.unlocked) return refuse({ kind: "session_locked" });
  return ports.db.as(actor, async (tx) => {
    const attempt = await lockThaIdProof(tx, input.sessionId, ports.clock.now());
    const person = await findPerson(ports, tx, actor.personId);
    if (!attempt?.proven || !person) return refuse({ kind: "thaid_gone" });
    const proof = ports.vault.open<ThaIdProof>(person.dataKey, thaIdPlace(attempt.id), attempt.proven);
    const typed = readDigits(input.code);
    const text = (of: string) => new TextEncoder().encode(of);
    if (!typed.ok || !sameBytes(text(typed.value), text(proof.code))) {
      const left = mostWrongThaIdCodes - attempt.wrong - 1;
      await (left > 0 ? countWrongThaIdCode(tx, attempt.id) : dropThaIdProof(tx, attempt.id));
      return left > 0 ? refuse({ kind: "thaid_code_wrong", left }) : refuse({ kind: "thaid_gone" });
    }
    await dropThaIdProof(tx, attempt.id);
    await raiseToThaId(ports, tx, actor, person, proof.identity);
    return ok({ next: attempt.next });
  });
}
