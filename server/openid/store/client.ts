import { eq, sql } from "drizzle-orm";
import { openIdClient } from "../../../db/schema/index.ts";
import type { SeatRight } from "../../credentials/seat.ts";
import type { Tx } from "../../ports.ts";
import type { ClientAuth } from "../client-auth.ts";
import type { Client } from "../client.ts";

const columns = {
  id: openIdClient.id,
  nameTh: openIdClient.nameTh,
  nameEn: openIdClient.nameEn,
  auth: sql<ClientAuth>`${openIdClient.auth}`,
  secretHash: openIdClient.secretHash,
  keys: openIdClient.keys,
  redirectUris: openIdClient.redirectUris,
  postLogoutUris: openIdClient.postLogoutUris,
  rights: sql<readonly SeatRight[]>`${openIdClient.rights}`,
  endedAt: openIdClient.endedAt,
};

/** A relying party by its id, ended ones too. */
export async function findClient(tx: Tx, id: string): Promise<Client | null> {
  const [row] = await tx.select(columns).from(openIdClient).where(eq(openIdClient.id, id));
  return row ?? null;
}

/** All relying parties by id. Runs as the system. */
export async function listClients(tx: Tx): Promise<readonly Client[]> {
  return tx.select(columns).from(openIdClient).orderBy(openIdClient.id);
}

/** Keeps a new relying party. False: there is one of that id, ended or not. */
export async function insertClient(tx: Tx, made: Omit<Client, "endedAt">, now: Date): Promise<boolean> {
  const rows = await tx
    .insert(openIdClient)
    .values({ ...made, madeAt: now })
    .onConflictDoNothing({ target: openIdClient.id })
    .returning({ id: openIdClient.id });
  return rows.length === 1;
}

/** Changes a relying party; one that is ended stays as it is. False: there is no live one. */
export async function changeClient(
  tx: Tx,
  id: string,
  change: Partial<Omit<Client, "id">>,
): Promise<boolean> {
  const rows = await tx
    .update(openIdClient)
    .set(change)
    .where(sql`${openIdClient.id} = ${id} and ${openIdClient.endedAt} is null`)
    .returning({ id: openIdClient.id });
  return rows.length === 1;
}
