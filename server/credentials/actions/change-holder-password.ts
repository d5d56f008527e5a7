import { record } from "../../audit/store.ts";
import { parseNewPassword } from "../../kernel/password.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { sameBytes } from "../../kernel/same-bytes.ts";
import type { Ports } from "../../ports.ts";
import { hashHolderPassword, knownOfHolder } from "../desk/holder-password.ts";
import { keepNewPassword } from "../desk/new-password.ts";
import { proveHolder, type ProvenHolder } from "../desk/prove-holder.ts";
import type { ChangeHolderPasswordRefusal } from "../holder-password-refusal.ts";
import { lockHolding } from "../store/holding.ts";
import { findHashBeside } from "../store/password-hash.ts";
import { holderOf, type WholeSeatSession } from "../seat-session.ts";

export interface TypedPasswords {
  readonly old: string;
  readonly password: string;
  readonly again: string;
}

/**
 * Changes one's own password, the old one given (flows T3): every session of theirs ends, this one too, links are dead,
 * and they are told. Refuses a wrong old one (`proveHolder`); then what
 * `parseNewPassword` refuses, the old one over again, and two that differ.
 */
export async function changeHolderPassword(
  ports: Ports,
  session: WholeSeatSession,
  typed: TypedPasswords,
): Promise<Result<undefined, ChangeHolderPasswordRefusal>> {
  const actor = holderOf(session);
  const proven = await proveHolder(ports, session, typed.old);
  if (!proven.ok) return proven;
  const holding = proven.value;
  const password = parseNewPassword(typed.password, knownOfHolder(holding), "beside");
  if (!password.ok) return password;
  if (password.value === typed.old.normalize("NFKC")) return refuse({ kind: "password_same" });
  if (password.value !== typed.again.normalize("NFKC")) return refuse({ kind: "password_again" });
  const passwordHash = await hashHolderPassword(ports, holding.id, password.value);
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const held = await findHashBeside(tx, await lockHolding(ports, tx, holding.id));
    if (!held || !isOpenWith(held, holding)) return refuse({ kind: "seat_missing" });
    await keepNewPassword(ports, tx, held, { passwordHash, way: "changed" });
    const { agencyId, personId, id: subjectId } = held;
    await record(ports, tx, { action: "seat.password_changed", actor, agencyId, personId, subjectId });
    return ok();
  });
}

function isOpenWith(held: ProvenHolder, proven: ProvenHolder): boolean {
  const [now, then] = [held.passwordHash, proven.passwordHash];
  return held.state !== "ended" && now !== null && then !== null && sameBytes(now, then);
}
