import { and, asc, eq } from "drizzle-orm";
import { petitionEvent } from "../../../db/schema/index.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { PetitionDoer, PetitionEventKind } from "../petition.ts";
import type { StepWords } from "../petition-content.ts";
import type { PetitionStatus } from "../petition-status.ts";
import type { KeptPetition } from "./petition.ts";

/** What happened to a petition, with what was said. */
export interface PetitionEvent {
  readonly id: string;
  readonly kind: PetitionEventKind;
  readonly doer: PetitionDoer;
  readonly doerId: string | null;
  /** The status after it. */
  readonly status: PetitionStatus;
  /** Only officers see it. */
  readonly isInternal: boolean;
  readonly words: StepWords;
  readonly happenedAt: Date;
}

type Owner = Pick<KeptPetition, "agencyId" | "id" | "personId" | "dataKey">;

/** Keeps what happened; it is never changed again. */
export async function insertEvent(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  of: Owner,
  event: PetitionEvent,
): Promise<void> {
  const { words, ...open } = event;
  const hasWords = Object.keys(words).length > 0;
  await tx.insert(petitionEvent).values({
    ...open,
    agencyId: of.agencyId,
    petitionId: of.id,
    personId: of.personId,
    sealed: hasWords ? ports.vault.seal(of.dataKey, placeOf(event.id), words) : null,
  });
}

/** What happened to a petition, from the first on: for its citizen only what is not internal. */
export async function listEvents(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  of: Owner,
): Promise<readonly PetitionEvent[]> {
  const rows = await tx
    .select()
    .from(petitionEvent)
    .where(and(eq(petitionEvent.agencyId, of.agencyId), eq(petitionEvent.petitionId, of.id)))
    .orderBy(asc(petitionEvent.happenedAt), asc(petitionEvent.id));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as PetitionEventKind,
    doer: row.doer as PetitionDoer,
    doerId: row.doerId,
    status: row.status as PetitionStatus,
    isInternal: row.isInternal,
    words: row.sealed ? ports.vault.open<StepWords>(of.dataKey, placeOf(row.id), row.sealed) : {},
    happenedAt: row.happenedAt,
  }));
}

function placeOf(rowId: string) {
  return { table: "petition_event", rowId };
}
