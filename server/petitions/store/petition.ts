import { and, eq, inArray, sql } from "drizzle-orm";
import { petition } from "../../../db/schema/index.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { PauseReason, PetitionOutcome, PetitionVia } from "../petition.ts";
import type { PetitionContent } from "../petition-content.ts";
import type { PetitionStatus } from "../petition-status.ts";
import type { TrackingNumber } from "../tracking-number.ts";

/** A petition's row; `sealed` opens by `openContent`. */
export interface KeptPetition {
  readonly agencyId: string;
  readonly id: string;
  readonly number: TrackingNumber;
  readonly personId: string;
  readonly serviceId: string;
  readonly serviceVersion: number;
  readonly status: PetitionStatus;
  readonly outcome: PetitionOutcome | null;
  readonly via: PetitionVia;
  readonly filedBy: string | null;
  readonly wantsPaper: boolean;
  readonly dataKey: Uint8Array;
  readonly sealed: Uint8Array;
  readonly submittedAt: Date;
  readonly deemedReceivedAt: Date;
  /** Null: no day is promised, or the clock stands. */
  readonly dueDay: BangkokDay | null;
  readonly pauseReason: PauseReason | null;
  readonly pausedAt: Date | null;
  readonly unitId: string | null;
  readonly officerId: string | null;
  readonly version: number;
  readonly completedAt: Date | null;
  readonly testUntil: BangkokDay | null;
  readonly reopened: number;
  /** When its content was destroyed; null: it is kept. */
  readonly shreddedAt: Date | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** The columns of a KeptPetition, for lists too. */
export const petitionColumns = {
  agencyId: petition.agencyId,
  id: petition.id,
  number: sql<TrackingNumber>`${petition.number}`,
  personId: petition.personId,
  serviceId: petition.serviceId,
  serviceVersion: petition.serviceVersion,
  status: sql<PetitionStatus>`${petition.status}`,
  outcome: sql<PetitionOutcome | null>`${petition.outcome}`,
  via: sql<PetitionVia>`${petition.via}`,
  filedBy: petition.filedBy,
  wantsPaper: petition.wantsPaper,
  dataKey: petition.dataKey,
  sealed: petition.sealed,
  submittedAt: petition.submittedAt,
  deemedReceivedAt: petition.deemedReceivedAt,
  dueDay: sql<BangkokDay | null>`${petition.dueDay}`,
  pauseReason: sql<PauseReason | null>`${petition.pauseReason}`,
  pausedAt: petition.pausedAt,
  unitId: petition.unitId,
  officerId: petition.officerId,
  version: petition.version,
  completedAt: petition.completedAt,
  testUntil: sql<BangkokDay | null>`${petition.testUntil}`,
  reopened: petition.reopened,
  shreddedAt: petition.shreddedAt,
  latitude: petition.latitude,
  longitude: petition.longitude,
};

const byId = (agencyId: string, id: string) => and(eq(petition.agencyId, agencyId), eq(petition.id, id));

/** A petition the actor may see; null: none of that id. */
export async function findPetition(tx: Tx, agencyId: string, id: string): Promise<KeptPetition | null> {
  const [row] = await tx.select(petitionColumns).from(petition).where(byId(agencyId, id));
  return row ?? null;
}

/** The same, held against change until the transaction ends. */
export async function lockPetition(tx: Tx, agencyId: string, id: string): Promise<KeptPetition | null> {
  const [row] = await tx.select(petitionColumns).from(petition).where(byId(agencyId, id)).for("update");
  return row ?? null;
}

/** The petition that a request of a person made already; null: none. */
export async function findPetitionOfRequest(
  tx: Tx,
  personId: string,
  requestKey: string,
): Promise<KeptPetition | null> {
  const [row] = await tx
    .select(petitionColumns)
    .from(petition)
    .where(and(eq(petition.personId, personId), eq(petition.requestKey, requestKey)));
  return row ?? null;
}

export type NewPetition = Omit<
  KeptPetition,
  "version" | "completedAt" | "testUntil" | "reopened" | "shreddedAt"
> & {
  readonly requestKey: string;
};

/** Keeps a new petition at version 1. */
export async function insertPetition(tx: Tx, made: NewPetition): Promise<KeptPetition> {
  const [row] = await tx
    .insert(petition)
    .values({ ...made, version: 1 })
    .returning(petitionColumns);
  if (!row) throw new Error("a petition that was just kept is not there");
  return row;
}

/** What a step, a correction or a new calendar may change; all else stays as it was filed. */
export type PetitionChange = Partial<
  Pick<
    KeptPetition,
    | "status"
    | "outcome"
    | "sealed"
    | "dueDay"
    | "pauseReason"
    | "pausedAt"
    | "unitId"
    | "officerId"
    | "completedAt"
    | "testUntil"
    | "reopened"
  >
>;

/** Changes a petition from the version that was seen; null: somebody changed it since. */
export async function changePetition(
  tx: Tx,
  seen: KeptPetition,
  change: PetitionChange,
): Promise<KeptPetition | null> {
  const [row] = await tx
    .update(petition)
    .set({ ...change, version: seen.version + 1 })
    .where(and(byId(seen.agencyId, seen.id), eq(petition.version, seen.version)))
    .returning(petitionColumns);
  return row ?? null;
}

/** Seals what a petition holds, under its own key. */
export function sealContent(
  ports: Pick<Ports, "vault">,
  { id, dataKey }: { readonly id: string; readonly dataKey: Uint8Array },
  content: PetitionContent,
): Uint8Array {
  return ports.vault.seal(dataKey, placeOf(id), content);
}

/** Opens what a petition holds. */
export function openContent(ports: Pick<Ports, "vault">, kept: KeptPetition): PetitionContent {
  return ports.vault.open<PetitionContent>(kept.dataKey, placeOf(kept.id), kept.sealed);
}

/** What these petitions of an agency hold, by their ids. */
export async function listContents(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  agencyId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PetitionContent>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: petition.id, dataKey: petition.dataKey, sealed: petition.sealed })
    .from(petition)
    .where(and(eq(petition.agencyId, agencyId), inArray(petition.id, [...ids])));
  return new Map(
    rows.map(({ id, dataKey, sealed }) => [
      id,
      ports.vault.open<PetitionContent>(dataKey, placeOf(id), sealed),
    ]),
  );
}

function placeOf(rowId: string) {
  return { table: "petition", rowId };
}
