import { findAgencyPlace } from "../../agencies/store/office.ts";
import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { addressText } from "../../petitions/desk/address-text.ts";
import type { Ports, Tx } from "../../ports.ts";
import { findWhoElseApproves } from "../desk/may-approve.ts";
import { readRegistered, type RegisteredData } from "../registration-facts.ts";
import { orderFilePlace } from "../seat-order.ts";
import { findHolding, type KeptHolding } from "../store/holding.ts";
import { findOrderFile, listOrderFiles, type OrderFile } from "../store/order-file.ts";
import { findRegistration, type KeptRegistration } from "../store/registration.ts";
import { findOrder, type KeptOrder } from "../store/seat-order.ts";

/** A registration as the central office judges it. */
export interface SeenRegistration {
  readonly holding: KeptHolding;
  readonly registration: KeptRegistration & { readonly sentAt: Date };
  readonly agency: { readonly nameTh: string; readonly nameEn: string };
  readonly order: KeptOrder | null;
  readonly files: readonly OrderFile[];
  readonly data: RegisteredData | null;
  readonly addressText: string | null;
  /** The actor opened their sealed letter and does not approve: who else may. Null: the actor may. */
  readonly othersApprove: readonly string[] | null;
}

type NotFound = { readonly kind: "registration_not_found" };

interface Found {
  readonly holding: KeptHolding;
  readonly registration: KeptRegistration & { readonly sentAt: Date };
  readonly order: KeptOrder | null;
}

/** One of the office's registrations that was ever sent; null: none such. */
async function findSent(ports: Ports, tx: Tx, actor: Staff, holdingId: string): Promise<Found | null> {
  if (!isUuid(holdingId)) return null;
  const holding = await findHolding(ports, tx, holdingId);
  if (holding?.issuerId !== actor.agencyId) return null;
  const registration = await findRegistration(ports, tx, holdingId);
  if (!registration?.sentAt) return null;
  const { sentAt } = registration;
  const order = holding.orderId ? await findOrder(ports, tx, holding.agencyId, holding.orderId) : null;
  return { holding, registration: { ...registration, sentAt }, order };
}

/**
 * Opens one registration: who was named, who proved themselves, what they gave, the order. Every opening is written down
 * beside the person. Refuses another office's, and one that was never sent, as not found.
 */
export async function seeRegistration(
  ports: Ports,
  actor: Staff,
  holdingId: string,
): Promise<Result<SeenRegistration, NotFound>> {
  const read = await ports.db.as(actor, async (tx) => {
    const found = await findSent(ports, tx, actor, holdingId);
    const agency = found && (await findAgencyPlace(tx, found.holding.agencyId));
    if (!found || !agency) return null;
    const { agencyId, personId } = found.holding;
    const action = "token_registration.opened";
    await record(ports, tx, { action, actor, agencyId, personId, subjectId: holdingId });
    const files = found.order ? await listOrderFiles(ports, tx, found.order) : [];
    const othersApprove = await findWhoElseApproves(ports, tx, actor, holdingId);
    return { ...found, files, othersApprove, agency: { nameTh: agency.nameTh, nameEn: agency.nameEn } };
  });
  if (!read) return refuse({ kind: "registration_not_found" });
  const registered = readRegistered(read.registration.facts.typed, true);
  const data = registered.ok ? registered.value : null;
  return ok({ ...read, data, addressText: data && (await addressText(ports, data.address)) });
}

/** A file of the order behind a registration; every opening is written down. Refuses as `seeRegistration`. */
export async function seeRegistrationFile(
  ports: Ports,
  actor: Staff,
  { holdingId, fileId }: { readonly holdingId: string; readonly fileId: string },
): Promise<Result<{ readonly file: OrderFile; readonly bytes: Uint8Array }, NotFound>> {
  const found = await ports.db.as(actor, async (tx) => {
    const sent = await findSent(ports, tx, actor, holdingId);
    const file = sent?.order && isUuid(fileId) ? await findOrderFile(ports, tx, sent.order, fileId) : null;
    if (!sent?.order || !file) return null;
    const { agencyId, personId } = sent.holding;
    const action = "seat_order.file_opened";
    await record(ports, tx, { action, actor, agencyId, personId, subjectId: fileId, refs: { holdingId } });
    return { order: sent.order, file };
  });
  const sealed = found && (await ports.files.get(found.file.fileKey));
  if (!sealed) return refuse({ kind: "registration_not_found" });
  const { order, file } = found;
  return ok({ file, bytes: ports.vault.openBytes(order.dataKey, orderFilePlace(file.id), sealed) });
}
