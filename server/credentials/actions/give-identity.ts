import { record } from "../../audit/store.ts";
import { countUp } from "../../identity/store/limit.ts";
import { noDay } from "../../forms/typed-day.ts";
import type { Gate } from "../../kernel/actor.ts";
import { parseCitizenId } from "../../kernel/citizen-id.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { SentFile } from "../../petitions/sent-file.ts";
import type { Ports, Tx } from "../../ports.ts";
import { openProofFor } from "../desk/identity-proof.ts";
import { broughtOrder } from "../desk/brought-order.ts";
import { putOrderFile } from "../desk/put-order-file.ts";
import { readOrderMark, type TypedOrderMark } from "../order-mark.ts";
import { registrationConsentVersion } from "../registration-facts.ts";
import type { GiveIdentityRefusal, IdentityFault } from "../registration-refusal.ts";
import { orderLimits } from "../seat-order.ts";
import { lockHolding, type KeptHolding } from "../store/holding.ts";
import { beginRegistration, saveRegistration, type KeptRegistration } from "../store/registration.ts";
import { insertOrderFile, listOrderFiles } from "../store/order-file.ts";
import { findOrderJudgedAt, lockOrder, saveOrderMark, type KeptOrder } from "../store/seat-order.ts";
import { isIdentityOpen, isProven, type RegistrationState } from "../token-registration.ts";

/** Numbers one registration is tried with in a day: they are read off a card, not tried out. */
const numbers = { name: "seat_citizen_id", most: 20, seconds: 24 * 60 * 60 };

export interface IdentityInput {
  readonly holdingId: string;
  readonly citizenId: string;
  readonly consented: boolean;
  readonly files: readonly SentFile[];
  /** Number and day of an order that the holder brings; the head's own has them already. */
  readonly mark?: TypedOrderMark;
}

/**
 * Step 1: the ID number, the order's files, the consent (flows T2). Files that are good are kept whatever else is wrong,
 * so that nobody sends them twice; number and day of a brought order too. Once they proved who they are, the number of
 * the card stays. Refuses a number that is not the named person's, an order without a file, and what is missing; and when
 * the registration was sent. The first time it also opens the proof of step 2. Answers where the registration stands.
 */
export async function giveIdentity(
  ports: Ports,
  actor: Gate,
  input: IdentityInput,
): Promise<Result<RegistrationState, GiveIdentityRefusal>> {
  const order = await ports.db.as(actor, (tx) => broughtOrder(ports, tx, input.holdingId));
  const kept = order ? await keepFiles(ports, actor, order, input) : [];
  return ports.db.as(actor, async (tx) => {
    const holding = await lockHolding(ports, tx, input.holdingId);
    if (!holding || holding.state === "ended") return refuse({ kind: "step_closed" });
    const registration = await beginRegistration(ports, tx, holding, ports.clock.now());
    if (!isIdentityOpen(registration.state)) return refuse({ kind: "step_closed" });
    const marked = order ? await markBrought(ports, tx, actor, order, input) : [];
    const faults = [
      ...(await faultsOf(ports, tx, { holding, registration, order }, input)),
      ...marked,
      ...kept,
    ];
    if (faults.length > 0) return refuse({ kind: "identity_faults", faults });
    return ok(await keep(ports, tx, actor, holding, registration));
  });
}

/** Puts the files and keeps their rows; answers why some were not. Nothing is put for a registration that was sent. */
async function keepFiles(
  ports: Ports,
  actor: Gate,
  order: KeptOrder,
  { files, holdingId }: IdentityInput,
): Promise<readonly IdentityFault[]> {
  const faults: IdentityFault[] = [];
  for (const sent of files) {
    const put = await putOrderFile(ports, order, sent, holdingId);
    if (!put.ok) {
      faults.push({ field: "files", name: sent.name, refusal: put.refusal });
      continue;
    }
    const isKept = await ports.db.as(actor, async (tx) => {
      const holding = await lockHolding(ports, tx, holdingId);
      const registration = holding && (await beginRegistration(ports, tx, holding, ports.clock.now()));
      if (!registration || holding.state === "ended" || !isIdentityOpen(registration.state)) return false;
      if ((await listOrderFiles(ports, tx, order)).length >= orderLimits.files) return false;
      await insertOrderFile(ports, tx, order, put.value);
      const { agencyId, personId } = holding;
      const action = "seat_order.file_brought";
      await record(ports, tx, { action, actor, agencyId, personId, subjectId: put.value.id });
      return true;
    });
    if (isKept) continue;
    await ports.files.delete(put.value.fileKey);
    faults.push({ field: "files", refusal: { kind: "order_full" } });
  }
  return faults;
}

/** Writes number and day of a brought order down as soon as they can be read; answers what is wrong with them. */
async function markBrought(
  ports: Ports,
  tx: Tx,
  actor: Gate,
  { id, madeBy }: KeptOrder,
  { mark, holdingId }: IdentityInput,
): Promise<readonly IdentityFault[]> {
  const order = madeBy === null ? await lockOrder(ports, tx, id) : null;
  if (!order || (await findOrderJudgedAt(tx, id)) !== null) return [];
  const read = readOrderMark(mark ?? { number: "", dated: noDay }, bangkokDay(ports.clock.now()));
  if (!read.ok) return read.refusal.faults;
  const { number, dated } = read.value;
  if (number === order.number && dated === order.dated) return [];
  await saveOrderMark(tx, id, read.value);
  const refs = { from: order.number, number, dated, holdingId };
  const { agencyId } = order;
  await record(ports, tx, { action: "seat_order.marked", actor, agencyId, subjectId: id, refs });
  return [];
}

interface Standing {
  readonly holding: KeptHolding;
  readonly registration: KeptRegistration;
  readonly order: KeptOrder | null;
}

async function faultsOf(
  ports: Ports,
  tx: Tx,
  { holding, registration, order }: Standing,
  { citizenId, consented }: IdentityInput,
): Promise<readonly IdentityFault[]> {
  const isFixed = isProven(registration.state);
  const faults = isFixed ? [] : await numberFaults(ports, tx, holding, citizenId);
  const files = order ? await listOrderFiles(ports, tx, order) : [];
  if (files.length === 0) faults.push({ field: "files", refusal: { kind: "order_missing" } });
  if (!consented) faults.push({ field: "consent", refusal: { kind: "consent_missing" } });
  return faults;
}

async function numberFaults(
  ports: Ports,
  tx: Tx,
  { id, facts }: KeptHolding,
  typed: string,
): Promise<IdentityFault[]> {
  const number = parseCitizenId(typed);
  if (!number.ok) return [{ field: "citizenId", refusal: number.refusal }];
  const tries = await countUp(tx, numbers, id, ports.clock.now());
  if (tries > numbers.most) return [{ field: "citizenId", refusal: { kind: "citizen_id_many" } }];
  return number.value === facts.citizenId
    ? []
    : [{ field: "citizenId", refusal: { kind: "citizen_id_other" } }];
}

/** Answers where the registration stands now. */
async function keep(
  ports: Ports,
  tx: Tx,
  actor: Gate,
  { id, agencyId, personId, facts: { citizenId } }: KeptHolding,
  registration: KeptRegistration,
): Promise<RegistrationState> {
  const now = ports.clock.now();
  const isFirst = registration.state === "begun";
  await saveRegistration(ports, tx, registration, {
    facts: { ...registration.facts, citizenId },
    consentVersion: registrationConsentVersion,
    consentedAt: now,
    ...(isFirst ? { state: "identified" } : {}),
  });
  if (isFirst) await openProofFor(ports, tx, id);
  const refs = { consent: registrationConsentVersion };
  await record(ports, tx, {
    action: "token_registration.identified",
    actor,
    agencyId,
    personId,
    subjectId: id,
    refs,
  });
  return isFirst ? "identified" : registration.state;
}
