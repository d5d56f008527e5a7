import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { openIdAssertion, openIdGrant, openIdRequest } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { AuthorizationRequest } from "../authorization-request.ts";
import type { Grant } from "../grant.ts";
import type { OpenIdScope } from "../scope.ts";

const columns = {
  id: openIdGrant.id,
  clientId: openIdGrant.clientId,
  redirectUri: openIdGrant.redirectUri,
  scopes: sql<readonly OpenIdScope[]>`${openIdGrant.scopes}`,
  nonce: openIdGrant.nonce,
  challenge: openIdGrant.challenge,
  sessionId: openIdGrant.sessionId,
  personId: openIdGrant.personId,
  madeAt: openIdGrant.madeAt,
  usedAt: openIdGrant.usedAt,
  revokedAt: openIdGrant.revokedAt,
};

/** Keeps a sign-in by the hash of its code. */
export async function insertGrant(tx: Tx, made: typeof openIdGrant.$inferInsert): Promise<void> {
  await tx.insert(openIdGrant).values(made);
}

/** The grant of a code, held until the transaction ends: of two that bring a code one comes first. */
export async function lockGrantOfCode(tx: Tx, codeHash: Uint8Array): Promise<Grant | null> {
  const [row] = await tx
    .select(columns)
    .from(openIdGrant)
    .where(eq(openIdGrant.codeHash, codeHash))
    .for("update");
  return row ?? null;
}

/** The grant of an access token. */
export async function findGrantOfToken(tx: Tx, tokenHash: Uint8Array): Promise<Grant | null> {
  const [row] = await tx.select(columns).from(openIdGrant).where(eq(openIdGrant.tokenHash, tokenHash));
  return row ?? null;
}

/** The code is exchanged: its access token opens userinfo from now on. */
export async function useGrant(tx: Tx, id: string, tokenHash: Uint8Array, now: Date): Promise<void> {
  await tx.update(openIdGrant).set({ usedAt: now, tokenHash }).where(eq(openIdGrant.id, id));
}

/** Ends a grant, with whatever was made of it. */
export async function revokeGrant(tx: Tx, id: string, now: Date): Promise<void> {
  await tx
    .update(openIdGrant)
    .set({ revokedAt: now })
    .where(and(eq(openIdGrant.id, id), isNull(openIdGrant.revokedAt)));
}

/** Ends every grant of a session of a seat. */
export async function revokeGrantsOf(tx: Tx, sessionId: string, now: Date): Promise<void> {
  await tx
    .update(openIdGrant)
    .set({ revokedAt: now })
    .where(and(eq(openIdGrant.sessionId, sessionId), isNull(openIdGrant.revokedAt)));
}

/** A request that was kept for its person, with the moment it was made and the one it was answered with a code. */
export interface KeptRequest {
  readonly id: string;
  readonly request: AuthorizationRequest;
  readonly madeAt: Date;
  readonly usedAt: Date | null;
}

/** Keeps a request until its person has signed in. */
export async function insertRequest(tx: Tx, made: Omit<KeptRequest, "usedAt">): Promise<void> {
  await tx.insert(openIdRequest).values(made);
}

/** A request that was kept, open or not. */
export async function findRequest(tx: Tx, id: string): Promise<KeptRequest | null> {
  const [row] = await tx.select().from(openIdRequest).where(eq(openIdRequest.id, id));
  return row ?? null;
}

/** The same, held until the transaction ends: of two that come back to it one is answered first. */
export async function lockRequest(tx: Tx, id: string): Promise<KeptRequest | null> {
  const [row] = await tx.select().from(openIdRequest).where(eq(openIdRequest.id, id)).for("update");
  return row ?? null;
}

/** A request is answered with a code. */
export async function spendRequest(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.update(openIdRequest).set({ usedAt: now }).where(eq(openIdRequest.id, id));
}

/** Notes that an assertion was used. False: it was used before. */
export async function useAssertion(
  tx: Tx,
  used: { readonly clientId: string; readonly jtiHash: Uint8Array; readonly expiresAt: Date },
): Promise<boolean> {
  const rows = await tx
    .insert(openIdAssertion)
    .values(used)
    .onConflictDoNothing()
    .returning({ clientId: openIdAssertion.clientId });
  return rows.length === 1;
}

/** Forgets grants and requests made before a moment, and assertions that ended before it. Runs as the system. */
export async function forgetBefore(tx: Tx, before: Date): Promise<void> {
  await tx.delete(openIdGrant).where(lt(openIdGrant.madeAt, before));
  await tx.delete(openIdRequest).where(lt(openIdRequest.madeAt, before));
  await tx.delete(openIdAssertion).where(lt(openIdAssertion.expiresAt, before));
}
