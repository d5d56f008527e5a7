import type { Gate } from "../../kernel/actor.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { addressText } from "../../petitions/desk/address-text.ts";
import type { HolderFacts, HoldingState } from "../holding.ts";
import { nothingRegistered, readRegistered, type RegistrationFacts } from "../registration-facts.ts";
import { findHolding } from "../store/holding.ts";
import { findRegistration } from "../store/registration.ts";
import { findOrder } from "../store/seat-order.ts";
import { listOrderFiles } from "../store/order-file.ts";
import { findLiveKey } from "../store/soft-token.ts";
import type { Proofer, RegistrationState } from "../token-registration.ts";

export interface OwnOrder {
  readonly number: string;
  readonly dated: BangkokDay;
  /** They brought it themselves, and say its number and day. */
  readonly isBrought: boolean;
}

export interface OwnOrderFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** They brought it, and may take it away again. */
  readonly isOwn: boolean;
}

/** One's own registration, as its pages show it. */
export interface OwnRegistration {
  readonly holdingState: HoldingState;
  readonly state: RegistrationState;
  /** A live key of theirs is on a phone. */
  readonly hasKey: boolean;
  readonly named: HolderFacts;
  readonly startsOn: string;
  /** The order that named them; null: none is on record, which the head mends. */
  readonly order: OwnOrder | null;
  readonly files: readonly OwnOrderFile[];
  readonly facts: RegistrationFacts;
  /** Step 3's address in words; null: not whole. */
  readonly addressText: string | null;
  readonly consented: boolean;
  readonly provenBy: Proofer | null;
  readonly isEmailProven: boolean;
  /** When the code that is open was mailed; null: none is. */
  readonly codeSentAt: Date | null;
  readonly sentAt: Date | null;
  readonly decidedAt: Date | null;
  /** Why the central office refused it. */
  readonly reason: string | null;
}

/** Reads one's own registration; one that was not begun stands at its beginning. Null: the time in the seat is over. */
export async function seeOwnRegistration(
  ports: Ports,
  actor: Gate,
  holdingId: string,
): Promise<OwnRegistration | null> {
  const read = await ports.db.as(actor, async (tx) => {
    const holding = await findHolding(ports, tx, holdingId);
    if (!holding || holding.state === "ended") return null;
    const registration = await findRegistration(ports, tx, holdingId);
    const order = holding.orderId ? await findOrder(ports, tx, holding.agencyId, holding.orderId) : null;
    const files = order ? await listOrderFiles(ports, tx, order) : [];
    const hasKey = (await findLiveKey(tx, holdingId)) !== null;
    return { holding, registration, order, files, hasKey };
  });
  if (!read) return null;
  const { holding, registration, order, files, hasKey } = read;
  const facts = registration?.facts ?? nothingRegistered;
  const data = readRegistered(facts.typed, true);
  return {
    holdingState: holding.state,
    state: registration?.state ?? "begun",
    hasKey,
    named: holding.facts,
    startsOn: holding.startsOn,
    order: order && { number: order.number, dated: order.dated, isBrought: order.madeBy === null },
    files: files.map(({ id, name, size, broughtBy }) => ({
      id,
      name,
      size,
      isOwn: broughtBy === holding.id,
    })),
    facts,
    addressText: data.ok ? await addressText(ports, data.value.address) : null,
    consented: (registration?.consentedAt ?? null) !== null,
    provenBy: registration?.provenBy ?? null,
    isEmailProven: (registration?.emailProvenAt ?? null) !== null,
    codeSentAt: registration?.emailCodeId ? registration.emailCodeAt : null,
    sentAt: registration?.sentAt ?? null,
    decidedAt: registration?.decidedAt ?? null,
    reason: registration?.reason ?? null,
  };
}
