import { record } from "../../audit/store.ts";
import type { Citizen, Gate } from "../../kernel/actor.ts";
import { parseNewPassword, type PasswordRefusal } from "../../kernel/password.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { hashCitizenPassword, knownOfCitizen } from "../desk/citizen-password.ts";
import { proveStepUp } from "../desk/step-up.ts";
import type { StepUpRefusal } from "../step-up.ts";
import { tellPasswordSet } from "../desk/tell-password.ts";
import { endWebSessions } from "../desk/web-sessions.ts";
import { useUpCitizenLinks } from "../store/citizen-link.ts";
import { lockPassword, putPassword } from "../store/citizen-password.ts";
import { findContact } from "../store/contact.ts";
import { findPerson } from "../store/person.ts";
import { findPhone } from "../store/phone.ts";

export interface ChangeCitizenPasswordInput {
  /** The PIN in LINE, the password so far in a browser without it. */
  readonly proof: string;
  readonly password: string;
  readonly again: string;
  /** The session in hand: the only one of the web that stays. */
  readonly keepSessionId: string;
}

/** Which of the fields is refused, and why. */
export type ChangeCitizenPasswordRefusal =
  | { readonly kind: "step_up_refused"; readonly why: StepUpRefusal }
  | { readonly kind: "new_password_refused"; readonly why: PasswordRefusal }
  | { readonly kind: "password_again" };

const gate: Gate = { kind: "gate" };

/**
 * Sets another password for a citizen who proves again that it is them; every other web session ends, mailed links are
 * dead, and a mail tells of it. The new one is judged first, so that a weak one costs no try. Refuses a weak one, two that
 * differ, and a wrong PIN or password.
 */
export async function changeCitizenPassword(
  ports: Ports,
  actor: Citizen,
  { proof, password: text, again, keepSessionId }: ChangeCitizenPasswordInput,
): Promise<Result<undefined, ChangeCitizenPasswordRefusal>> {
  const owner = await ownerOf(ports, actor);
  const password = parseNewPassword(text, owner.own, "alone");
  if (!password.ok) return refuse({ kind: "new_password_refused", why: password.refusal });
  if (again.normalize("NFKC") !== password.value) return refuse({ kind: "password_again" });
  const proven = await proveStepUp(ports, actor, proof);
  if (!proven.ok) return refuse({ kind: "step_up_refused", why: proven.refusal });
  const { personId } = actor;
  const hash = await hashCitizenPassword(ports, owner.citizenId, password.value);
  return ports.db.as(gate, async (tx) => {
    const now = ports.clock.now();
    await lockPassword(tx, personId);
    await putPassword(tx, personId, hash, now);
    await useUpCitizenLinks(tx, personId, "reset_password", now);
    const ended = await endWebSessions(tx, personId, now, keepSessionId);
    await tellPasswordSet(ports, tx, personId);
    await record(ports, tx, { action: "citizen_password.changed", actor, personId, refs: { ended } });
    return ok();
  });
}

async function ownerOf(ports: Ports, actor: Citizen) {
  return ports.db.as(actor, async (tx) => {
    const person = await findPerson(ports, tx, actor.personId);
    if (!person) throw new Error("a citizen without a person");
    const [phone, contact] = await Promise.all([
      findPhone(ports, tx, person),
      findContact(ports, tx, person),
    ]);
    return { citizenId: person.citizenId, own: knownOfCitizen(person, phone, contact?.email ?? null) };
  });
}
