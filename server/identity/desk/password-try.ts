import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { readPassword } from "../../kernel/password.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { sameBytes } from "../../kernel/same-bytes.ts";
import {
  freshSignInTries,
  reserveSignInTry,
  settleWrongTry,
  wrongBeforeLock,
  type SignInTryRefusal,
} from "../../kernel/sign-in-throttle.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { PasswordTryRefusal } from "../step-up.ts";
import { findPerson, type KeptPerson } from "../store/person.ts";
import { lockPassword, savePasswordTries } from "../store/citizen-password.ts";
import { isCitizenPassword } from "./citizen-password.ts";

/** A try that counts as wrong until it is settled, and what it is to be compared with. */
export interface ReservedTry {
  readonly person: KeptPerson;
  readonly hash: Uint8Array;
}

const gate: Gate = { kind: "gate" };

/** Takes a try of a person's password, before anything is hashed. Refuses as `reserveSignInTry`, and none that is set. */
export async function reservePasswordTry(
  ports: Ports,
  find: (tx: Tx) => Promise<string | null>,
): Promise<Result<ReservedTry, SignInTryRefusal | { readonly kind: "no_password" }>> {
  return ports.db.as(gate, async (tx) => {
    const personId = await find(tx);
    const kept = personId === null ? null : await lockPassword(tx, personId);
    const person = kept && (await findPerson(ports, tx, kept.personId));
    if (!kept || !person) return refuse({ kind: "no_password" });
    const tries = reserveSignInTry(kept.tries, ports.clock.now());
    if (!tries.ok) return tries;
    await savePasswordTries(tx, person.id, tries.value);
    return ok({ person, hash: kept.hash });
  });
}

/**
 * Settles a reserved try once it was hashed: a right one starts the count over, for the password alone opens; a wrong
 * one stays counted, and the one that locks is told to the owner by mail.
 */
export async function settlePasswordTry(
  ports: Ports,
  { person, hash }: ReservedTry,
  isRight: boolean,
): Promise<Result<undefined, PasswordTryRefusal>> {
  return ports.db.as(gate, async (tx) => {
    const kept = await lockPassword(tx, person.id);
    if (!kept || !sameBytes(kept.hash, hash)) return refuse({ kind: "no_password" });
    if (isRight) {
      if (kept.tries.lockedAt !== null) return refuse({ kind: "account_locked" });
      await savePasswordTries(tx, person.id, freshSignInTries);
      return ok();
    }
    const tries = settleWrongTry(kept.tries, ports.clock.now());
    await savePasswordTries(tx, person.id, tries);
    await record(ports, tx, { action: "citizen_password.wrong", actor: gate, personId: person.id });
    if (tries.lockedAt !== null && kept.tries.lockedAt === null) await tellLocked(ports, tx, person.id);
    return refuse({ kind: "password_wrong", left: Math.max(0, wrongBeforeLock - tries.wrong) });
  });
}

/** The password of somebody who is known, asked again: a locked web session, or before what keeps others out is changed. */
export async function proveOwnPassword(
  ports: Ports,
  personId: string,
  text: string,
): Promise<Result<KeptPerson, PasswordTryRefusal>> {
  const reserved = await reservePasswordTry(ports, () => Promise.resolve(personId));
  if (!reserved.ok) return reserved;
  const { person, hash } = reserved.value;
  const password = readPassword(text);
  const isRight = password !== null && (await isCitizenPassword(ports, person.citizenId, password, hash));
  const settled = await settlePasswordTry(ports, reserved.value, isRight);
  return settled.ok ? ok(person) : settled;
}

async function tellLocked(ports: Ports, tx: Tx, personId: string): Promise<void> {
  await record(ports, tx, { action: "citizen_password.locked", actor: gate, personId });
  await queue(ports, tx, { kind: "account_locked", medium: "mail", personId, refs: { personId } });
}
