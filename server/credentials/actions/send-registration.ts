import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { dataStates, openRegistration } from "../desk/open-registration.ts";
import { readRegistered } from "../registration-facts.ts";
import type { SendRegistrationRefusal } from "../registration-refusal.ts";
import { isNumbered } from "../seat-order.ts";
import { saveHolding, type KeptHolding } from "../store/holding.ts";
import { listOrderFiles } from "../store/order-file.ts";
import { saveRegistration } from "../store/registration.ts";
import { lockOrder } from "../store/seat-order.ts";
import { findBoundEmail } from "../store/service-request.ts";
import { moveRegistration } from "../token-registration.ts";

/**
 * Sends a registration to the central office, the first time or corrected after a refusal (flows T2, steps 3 and 4). From
 * then on the proven address is where this person is told. Refuses what is missing or wrong in step 3, an
 * order without a file or a number, an address other than the one a granted change of holder gave, and when it was sent.
 */
export async function sendRegistration(
  ports: Ports,
  actor: Gate,
  holdingId: string,
): Promise<Result<undefined, SendRegistrationRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const open = await openRegistration(ports, tx, holdingId, dataStates);
    if (!open.ok) return open;
    const { registration, holding } = open.value;
    const read = readRegistered(registration.facts.typed, registration.emailProvenAt !== null);
    if (!read.ok) return read;
    if (!(await hasOrder(ports, tx, holding))) return refuse({ kind: "order_incomplete" });
    const moved = moveRegistration(registration.state, "sent");
    if (!moved.ok) return refuse({ kind: "step_closed" });
    const { email, mobile } = read.value;
    const bound = await findBoundEmail(ports, tx, holdingId);
    if (bound !== null && bound !== email) return refuse({ kind: "email_bound" });
    await saveHolding(ports, tx, holding, { facts: { ...holding.facts, email, mobile } });
    await saveRegistration(ports, tx, registration, { state: moved.value, sentAt: ports.clock.now() });
    const { personId, agencyId, id: subjectId } = holding;
    const refs = { again: registration.state === "refused" };
    const action = "token_registration.sent";
    await record(ports, tx, { action, actor, agencyId, personId, subjectId, refs });
    return ok();
  });
}

/** Holds the order, so that no file of it goes away while it is sent. */
async function hasOrder(ports: Ports, tx: Tx, { orderId }: KeptHolding): Promise<boolean> {
  const order = orderId === null ? null : await lockOrder(ports, tx, orderId);
  return order !== null && isNumbered(order) && (await listOrderFiles(ports, tx, order)).length > 0;
}
