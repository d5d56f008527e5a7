import type { CitizenId } from "../../kernel/citizen-id.ts";
import type { Phone } from "../../kernel/phone.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { Told } from "../companion-notice.ts";
import { fullName } from "../full-name.ts";
import { ensurePerson, findPerson, type KeptPerson } from "../store/person.ts";
import { findPhone } from "../store/phone.ts";
import { reachPerson } from "../store/reach.ts";

/** Somebody who is asked for, as the system knows them; the asker learns nothing of it before the yes. */
export interface Represented {
  readonly personId: string;
  /** Null where nobody knows the name. */
  readonly name: string | null;
  readonly told: Told;
  /**
   * The phone on file against the one typed. With another on file, the OTP sent to the typed one proves nothing about
   * this person, and never counts as their yes.
   */
  readonly phoneOnFile: "none" | "same" | "other";
}

/** The person behind a citizen id, kept as met when nobody of that number is known yet. Runs as the gate. */
export async function meetRepresented(
  ports: Ports,
  tx: Tx,
  channel: string,
  asked: { readonly citizenId: CitizenId; readonly phone: Phone },
): Promise<Represented> {
  const { citizenId, phone } = asked;
  const facts = { citizenId, firstName: null, lastName: null, birth: null };
  const made = { id: ports.random.uuid(), facts, assurance: "line" as const, now: ports.clock.now() };
  const person = await ensurePerson(ports, tx, made);
  return standingOf(ports, tx, channel, person, phone);
}

/** The same for a person met before. Runs as the gate. */
export async function findRepresented(
  ports: Ports,
  tx: Tx,
  channel: string,
  asked: { readonly personId: string; readonly phone: Phone },
): Promise<Represented> {
  const person = await findPerson(ports, tx, asked.personId);
  if (!person) throw new Error("a delegation for a person who is not there");
  return standingOf(ports, tx, channel, person, asked.phone);
}

async function standingOf(
  ports: Ports,
  tx: Tx,
  channel: string,
  person: KeptPerson,
  typed: Phone,
): Promise<Represented> {
  const onFile = await findPhone(ports, tx, person);
  return {
    personId: person.id,
    name: fullName(person),
    told: await reachPerson(tx, channel, person.id),
    phoneOnFile: onFile === null ? "none" : onFile === typed ? "same" : "other",
  };
}
