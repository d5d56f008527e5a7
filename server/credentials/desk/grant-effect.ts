import type { Staff } from "../../kernel/actor.ts";
import type { Email } from "../../kernel/email.ts";
import type { Ports, Tx } from "../../ports.ts";
import { endOfCase, type ServiceCase } from "../service-request.ts";
import { dropEmailsOf, takeEmail } from "../store/holder-email.ts";
import { saveHolding, type KeptHolding } from "../store/holding.ts";
import { endKeysOfHolding } from "../store/key-end.ts";
import type { KeptRequest } from "../store/service-request.ts";
import { endHolding } from "./end-holding.ts";
import type { RegisteredAs } from "./registered-as.ts";
import { sendPasswordLink } from "./send-password-link.ts";

/** What a granted request takes effect on, locked and judged before. */
export interface GrantedRequest {
  readonly request: KeptRequest;
  readonly holding: KeptHolding;
  readonly successor: KeptHolding | null;
  /** Whoever comes next has proven who they are; null: not yet. */
  readonly registered: RegisteredAs | null;
}

type Effect = (ports: Ports, tx: Tx, actor: Staff, granted: GrantedRequest) => Promise<void>;

/**
 * What happens by itself when a request is granted, by its case; all as the system, in the transaction of the grant.
 * Nothing does for what is told in words (4): the office calls the number that was given.
 */
export const effectOfCase: Readonly<Record<ServiceCase, Effect>> = {
  password_forgotten: async (ports, tx, _, { holding }) => {
    await sendPasswordLink(ports, tx, holding, "again");
  },
  phone_changed: (ports, tx, _, { holding }) => openNewKey(ports, tx, holding, "phone_changed"),
  phone_lost: (ports, tx, _, { holding }) => openNewKey(ports, tx, holding, "other"),
  other: () => Promise.resolve(),
  holder_resigned: changeHolder("holder_resigned"),
  holder_moved: changeHolder("holder_moved"),
  holder_other: changeHolder("holder_other"),
  email_changed: changeEmail,
};

/**
 * The old phone's key stops, and another one may be made without a registration (flows T2, step 5). The password ends with
 * it, and the link to a new one goes to the registered address: a password alone, which signed the request, would give
 * whoever stole it the key.
 */
async function openNewKey(ports: Ports, tx: Tx, holding: KeptHolding, reason: string): Promise<void> {
  const now = ports.clock.now();
  await endKeysOfHolding(tx, holding.id, { state: "stopped", reason, now });
  await saveHolding(ports, tx, holding, { newKeyFrom: now, passwordHash: null, passwordSetAt: null });
  await sendPasswordLink(ports, tx, holding, "anew");
}

/**
 * The time in the seat ends; whoever comes next gets the link at the address that was given, and registers with it. Nothing
 * changes of somebody who has proven who they are meanwhile: a head's form would take their address and their way in.
 */
function changeHolder(of: keyof typeof endOfCase): Effect {
  return async (ports, tx, actor, { request, holding, successor, registered }) => {
    if (!successor) throw new Error("a change of holder with nobody to come next");
    await endHolding(ports, tx, actor, holding, endOfCase[of]);
    if (registered !== null) return;
    const next = { ...successor, facts: { ...successor.facts, email: request.facts.newEmail } };
    await saveHolding(ports, tx, successor, { facts: next.facts });
    await sendPasswordLink(ports, tx, next, "first");
  };
}

/** The proven address takes the old one's place, and the key is made again. */
async function changeEmail(
  ports: Ports,
  tx: Tx,
  _: Staff,
  { request, holding }: GrantedRequest,
): Promise<void> {
  const now = ports.clock.now();
  const { personId, facts } = holding;
  const email = request.facts.newEmail as Email;
  await dropEmailsOf(tx, personId);
  if (!(await takeEmail(ports, tx, { email, personId, now })))
    throw new Error("an address became somebody else's while it was granted");
  const moved = { ...holding, facts: { ...facts, email } };
  await saveHolding(ports, tx, holding, { facts: moved.facts });
  await openNewKey(ports, tx, moved, "email_changed");
}
