import type { Gate, Staff } from "../../kernel/actor.ts";
import { refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { AttachmentRefusal } from "../../petitions/attachment.ts";
import type { SentFile } from "../../petitions/sent-file.ts";
import type { Ports, Tx } from "../../ports.ts";
import { changeOrderFile } from "../desk/change-order-file.ts";
import type { OrderFileRefusal } from "../order-file-refusal.ts";
import { findHolding, lockHolding } from "../store/holding.ts";
import { findRegistration } from "../store/registration.ts";
import { findOrder } from "../store/seat-order.ts";
import { isIdentityOpen } from "../token-registration.ts";

type Changed = Promise<Result<{ readonly name: string }, OrderFileRefusal | AttachmentRefusal>>;

/**
 * A holder takes a file away that they brought in step 1, or puts another in its place, until the registration is sent
 * and again once it was refused. Refuses a file of the head's, and what `changeOrderFile` refuses.
 */
export async function changeBroughtFile(
  ports: Ports,
  actor: Gate,
  input: { readonly holdingId: string; readonly fileId: string; readonly instead: SentFile | null },
): Changed {
  const { holdingId, fileId, instead } = input;
  if (!isUuid(fileId)) return refuse({ kind: "order_file_gone" });
  const order = await ports.db.as(actor, async (tx) => {
    const holding = await findHolding(ports, tx, holdingId);
    return holding?.orderId ? findOrder(ports, tx, holding.agencyId, holding.orderId) : null;
  });
  if (!order) return refuse({ kind: "order_file_gone" });
  const isOpen = (tx: Tx) => isStepOpen(ports, tx, holdingId);
  return changeOrderFile(ports, actor, { order, fileId, instead, broughtBy: holdingId, isOpen });
}

async function isStepOpen(ports: Ports, tx: Tx, holdingId: string): Promise<boolean> {
  const holding = await lockHolding(ports, tx, holdingId);
  const registration = await findRegistration(ports, tx, holdingId);
  if (!holding || holding.state === "ended") return false;
  return isIdentityOpen(registration?.state ?? "begun");
}

/**
 * The head takes a file away from an order of the own agency, or puts another in its place. Refuses another agency's
 * order as gone, and what `changeOrderFile` refuses.
 */
export async function changeHeadsFile(
  ports: Ports,
  actor: Staff,
  input: { readonly orderId: string; readonly fileId: string; readonly instead: SentFile | null },
): Changed {
  const { orderId, fileId, instead } = input;
  if (!isUuid(orderId) || !isUuid(fileId)) return refuse({ kind: "order_file_gone" });
  const order = await ports.db.as(actor, (tx) => findOrder(ports, tx, actor.agencyId, orderId));
  if (!order) return refuse({ kind: "order_file_gone" });
  const isOpen = () => Promise.resolve(true);
  return changeOrderFile(ports, actor, { order, fileId, instead, broughtBy: null, isOpen });
}
