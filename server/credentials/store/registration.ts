import { and, asc, desc, eq, sql } from "drizzle-orm";
import { agency, seat, seatHolding, tokenRegistration } from "../../../db/schema/index.ts";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import type { Ports, Tx } from "../../ports.ts";
import { nothingRegistered, registrationPlace, type RegistrationFacts } from "../registration-facts.ts";
import type { Proofer, RegistrationState } from "../token-registration.ts";
import type { QueuedRegistration, QueuedState } from "../queued-registration.ts";
import type { KeptHolding } from "./holding.ts";

type Row = typeof tokenRegistration.$inferSelect;
type Sealer = Pick<Ports, "vault">;

/** A registration, opened. */
export interface KeptRegistration extends Omit<Row, "state" | "sealed" | "provenBy" | "reason"> {
  readonly state: RegistrationState;
  readonly facts: RegistrationFacts;
  readonly provenBy: Proofer | null;
  /** Why it was refused. */
  readonly reason: string | null;
}

function keptOf({ vault }: Sealer, { sealed, reason, ...row }: Row): KeptRegistration {
  const place = registrationPlace(row.holdingId);
  return {
    ...row,
    state: row.state as RegistrationState,
    provenBy: row.provenBy as Proofer | null,
    facts: vault.open<RegistrationFacts>(row.dataKey, place, sealed),
    reason: reason === null ? null : vault.open<string>(row.dataKey, place, reason),
  };
}

/** The registration of a time in a seat, if the actor may see it; null: not begun. */
export async function findRegistration(
  ports: Sealer,
  tx: Tx,
  holdingId: string,
): Promise<KeptRegistration | null> {
  const [row] = await tx.select().from(tokenRegistration).where(eq(tokenRegistration.holdingId, holdingId));
  return row ? keptOf(ports, row) : null;
}

/** The same, held until the transaction ends: whoever changes it waits. */
export async function lockRegistration(
  ports: Sealer,
  tx: Tx,
  holdingId: string,
): Promise<KeptRegistration | null> {
  const [row] = await tx
    .select()
    .from(tokenRegistration)
    .where(eq(tokenRegistration.holdingId, holdingId))
    .for("update");
  return row ? keptOf(ports, row) : null;
}

/** Begins the registration of a time in a seat, once, with what the order says of them, and holds it. Runs as the gate. */
export async function beginRegistration(
  ports: Sealer,
  tx: Tx,
  holding: KeptHolding,
  now: Date,
): Promise<KeptRegistration> {
  const { id: holdingId, agencyId, issuerId, seatId, personId } = holding;
  const dataKey = ports.vault.newDataKey();
  const { email, mobile } = holding.facts;
  const typed = { ...nothingRegistered.typed, email: email ?? "", mobile: mobile ?? "" };
  const facts: RegistrationFacts = { ...nothingRegistered, typed };
  const sealed = ports.vault.seal(dataKey, registrationPlace(holdingId), facts);
  await tx
    .insert(tokenRegistration)
    .values({
      holdingId,
      agencyId,
      issuerId,
      seatId,
      personId,
      state: "begun",
      dataKey,
      sealed,
      begunAt: now,
    })
    .onConflictDoNothing();
  const kept = await lockRegistration(ports, tx, holdingId);
  if (!kept) throw new Error("a registration that was just begun is not there");
  return kept;
}

/** What changes of a registration; the rest stays as it is. */
export type RegistrationChange = Partial<
  Pick<
    KeptRegistration,
    | "state"
    | "facts"
    | "consentVersion"
    | "consentedAt"
    | "provenBy"
    | "provenAt"
    | "emailCodeId"
    | "emailCodeAt"
    | "emailCodeWrong"
    | "emailProvenAt"
    | "sentAt"
    | "decidedBy"
    | "decidedAt"
    | "reason"
  >
>;

/** Changes a registration, held before; the database holds its steps. */
export async function saveRegistration(
  { vault }: Sealer,
  tx: Tx,
  { holdingId, dataKey }: Pick<KeptRegistration, "holdingId" | "dataKey">,
  { facts, reason, ...change }: RegistrationChange,
): Promise<void> {
  const seal = (value: unknown) => vault.seal(dataKey, registrationPlace(holdingId), value);
  const sealed = facts === undefined ? {} : { sealed: seal(facts) };
  const told = reason === undefined ? {} : { reason: reason === null ? null : seal(reason) };
  await tx
    .update(tokenRegistration)
    .set({ ...change, ...sealed, ...told, version: sql`${tokenRegistration.version} + 1` })
    .where(eq(tokenRegistration.holdingId, holdingId));
}

/**
 * Registrations that were sent to an office and stand so, those sent first on top: at most `limit` from where `turn`
 * says. With a beginning of a user code only those seats.
 */
export async function listSentRegistrations(
  tx: Tx,
  issuerId: string,
  asked: {
    readonly state: QueuedState;
    readonly codeBegins: string;
    readonly turn: Turn<MomentPlace> | null;
    readonly limit: number;
  },
): Promise<readonly QueuedRegistration[]> {
  const { state, codeBegins, turn, limit } = asked;
  const up = readsUp(turn, "up");
  const { sentAt, holdingId } = tokenRegistration;
  const beyond = turn
    ? sql`(${sentAt}, ${holdingId}) ${up ? sql`>` : sql`<`} (${turn.place.at.toISOString()}::timestamptz, ${turn.place.id}::uuid)`
    : undefined;
  const ofCode = codeBegins === "" ? undefined : sql`starts_with(${seat.userCode}, ${codeBegins})`;
  const order = up ? [asc(sentAt), asc(holdingId)] : [desc(sentAt), desc(holdingId)];
  const rows = await tx
    .select({
      id: holdingId,
      state: tokenRegistration.state,
      sentAt,
      decidedAt: tokenRegistration.decidedAt,
      userCode: seat.userCode,
      right: seat.right,
      part: seatHolding.part,
      agency: { nameTh: agency.nameTh, nameEn: agency.nameEn },
    })
    .from(tokenRegistration)
    .innerJoin(seat, eq(seat.id, tokenRegistration.seatId))
    .innerJoin(seatHolding, eq(seatHolding.id, holdingId))
    .innerJoin(agency, eq(agency.id, tokenRegistration.agencyId))
    .where(and(eq(tokenRegistration.issuerId, issuerId), eq(tokenRegistration.state, state), ofCode, beyond))
    .orderBy(...order)
    .limit(limit);
  return rows as unknown as readonly QueuedRegistration[];
}
