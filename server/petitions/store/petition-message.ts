import { and, asc, eq } from "drizzle-orm";
import { petitionMessage } from "../../../db/schema/index.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { PetitionDoer } from "../petition.ts";
import type { KeptPetition } from "./petition.ts";

/** A line of the thread between citizen and agency, or (internal) a note that only officers see. */
export interface PetitionMessage {
  readonly id: string;
  readonly doer: PetitionDoer;
  readonly doerId: string | null;
  readonly isInternal: boolean;
  readonly text: string;
  /** Files that came with it, by id. */
  readonly files: readonly string[];
  readonly saidAt: Date;
}

type Owner = Pick<KeptPetition, "agencyId" | "id" | "personId" | "dataKey">;

/** Keeps a message once: a request that comes again keeps nothing. Answers whether it was kept now. */
export async function insertMessage(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  of: Owner,
  message: PetitionMessage,
  requestKey: string,
): Promise<boolean> {
  const { text, files, ...open } = message;
  const kept = await tx
    .insert(petitionMessage)
    .values({
      ...open,
      agencyId: of.agencyId,
      petitionId: of.id,
      personId: of.personId,
      sealed: ports.vault.seal(of.dataKey, placeOf(message.id), { text, files }),
      requestKey,
    })
    .onConflictDoNothing()
    .returning({ id: petitionMessage.id });
  return kept.length === 1;
}

/** The thread, from the first on: for its citizen without what is internal. */
export async function listMessages(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  of: Owner,
): Promise<readonly PetitionMessage[]> {
  const rows = await tx
    .select()
    .from(petitionMessage)
    .where(and(eq(petitionMessage.agencyId, of.agencyId), eq(petitionMessage.petitionId, of.id)))
    .orderBy(asc(petitionMessage.saidAt), asc(petitionMessage.id));
  return rows.map((row) => ({
    id: row.id,
    doer: row.doer as PetitionDoer,
    doerId: row.doerId,
    isInternal: row.isInternal,
    saidAt: row.saidAt,
    ...ports.vault.open<Pick<PetitionMessage, "text" | "files">>(of.dataKey, placeOf(row.id), row.sealed),
  }));
}

function placeOf(rowId: string) {
  return { table: "petition_message", rowId };
}
