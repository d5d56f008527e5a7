import type { Ports, Tx } from "../../ports.ts";
import { findRegistration } from "../store/registration.ts";
import type { RegistrationState } from "../token-registration.ts";

/** Before these nobody has proven who they are. */
const unproven: readonly RegistrationState[] = ["begun", "identified"];

/** Somebody named to a seat who has proven who they are. */
export interface RegisteredAs {
  /** The address they proved; null: none yet. */
  readonly email: string | null;
}

/**
 * As whom a person named to a seat has registered; null: they have not proven who they are. From then on their address and
 * the way in are theirs, whatever a request says. The caller holds the time in the seat, which every step of a registration
 * holds first.
 */
export async function findRegisteredAs(
  ports: Ports,
  tx: Tx,
  holdingId: string,
): Promise<RegisteredAs | null> {
  const registration = await findRegistration(ports, tx, holdingId);
  if (!registration || unproven.includes(registration.state)) return null;
  return { email: registration.emailProvenAt === null ? null : registration.facts.typed.email };
}
