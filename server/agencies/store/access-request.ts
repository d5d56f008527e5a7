import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { accessRequest } from "../../../db/schema/index.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { TypedRequest } from "../access-form.ts";
import type { AccessRequestState } from "../access-request.ts";

/** A request as it is kept. */
export interface KeptRequest {
  readonly id: string;
  readonly agencyId: string;
  readonly registrarId: string;
  readonly state: AccessRequestState;
  readonly dataKey: Uint8Array;
  readonly typed: TypedRequest;
  readonly scanKey: string | null;
  readonly version: number;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
  readonly decidedAt: Date | null;
}

type Opener = Pick<Ports, "vault">;
type Row = typeof accessRequest.$inferSelect;

const table = "access_request";

/** Keeps a new draft. False: the same form made one before. */
export async function insertRequest(
  ports: Pick<Ports, "vault" | "clock">,
  tx: Tx,
  made: {
    readonly id: string;
    readonly agencyId: string;
    readonly madeBy: string;
    readonly typed: TypedRequest;
    readonly requestKey: string;
  },
): Promise<boolean> {
  const { typed, ...row } = made;
  const dataKey = ports.vault.newDataKey();
  const sealed = ports.vault.seal(dataKey, { table, rowId: made.id }, typed);
  const madeAt = ports.clock.now();
  const kept = await tx
    .insert(accessRequest)
    .values({ ...row, registrarId: made.agencyId, state: "draft", dataKey, sealed, madeAt })
    .onConflictDoNothing()
    .returning({ id: accessRequest.id });
  return kept.length > 0;
}

/** The draft that a form made; null: none yet. */
export async function findRequestOfForm(
  tx: Tx,
  agencyId: string,
  requestKey: string,
): Promise<string | null> {
  const [row] = await tx
    .select({ id: accessRequest.id })
    .from(accessRequest)
    .where(and(eq(accessRequest.agencyId, agencyId), eq(accessRequest.requestKey, requestKey)));
  return row?.id ?? null;
}

/** A request, to be looked at; null: there is none, or the actor may not see it. */
export async function findRequest(ports: Opener, tx: Tx, id: string): Promise<KeptRequest | null> {
  const [row] = await tx.select().from(accessRequest).where(eq(accessRequest.id, id));
  return row ? readRequest(ports, row) : null;
}

/** Holds a request until the transaction ends; null: there is none, or the actor may not see it. */
export async function lockRequest(ports: Opener, tx: Tx, id: string): Promise<KeptRequest | null> {
  const [row] = await tx.select().from(accessRequest).where(eq(accessRequest.id, id)).for("update");
  return row ? readRequest(ports, row) : null;
}

/**
 * Holds every request of an agency that waits for decisions, in one order for everybody: who decides on people of one
 * agency waits for whoever does so already, so that no person gets two accounts.
 */
export async function lockWaiting(tx: Tx, agencyId: string): Promise<void> {
  await tx
    .select({ id: accessRequest.id })
    .from(accessRequest)
    .where(and(eq(accessRequest.agencyId, agencyId), eq(accessRequest.state, "sent")))
    .orderBy(accessRequest.id)
    .for("update");
}

/** What of a request is written as it goes its way. */
export type RequestChange = Partial<
  Pick<
    typeof accessRequest.$inferInsert,
    "state" | "registrarId" | "letterDate" | "scanKey" | "sentAt" | "decidedAt" | "withdrawnAt" | "version"
  >
>;

/** Writes a change of a request, with what was typed when that changed too. */
export async function saveRequest(
  ports: Opener,
  tx: Tx,
  { id, dataKey }: Pick<KeptRequest, "id" | "dataKey">,
  change: RequestChange,
  typed?: TypedRequest,
): Promise<void> {
  const written = typed ? { sealed: ports.vault.seal(dataKey, { table, rowId: id }, typed) } : {};
  await tx
    .update(accessRequest)
    .set({ ...change, ...written })
    .where(eq(accessRequest.id, id));
}

/** The agency's latest requests, the newest first. */
export async function listRequestsOfAgency(
  ports: Opener,
  tx: Tx,
  agencyId: string,
  limit: number,
): Promise<readonly KeptRequest[]> {
  const rows = await tx
    .select()
    .from(accessRequest)
    .where(eq(accessRequest.agencyId, agencyId))
    .orderBy(desc(accessRequest.madeAt), desc(accessRequest.id))
    .limit(limit);
  return rows.map((row) => readRequest(ports, row));
}

/** What waits for a registrar, the oldest first; or what was decided or taken back, the latest first. */
export async function listRequestsFor(
  ports: Opener,
  tx: Tx,
  registrarId: string,
  which: "waiting" | "over",
  limit: number,
): Promise<readonly KeptRequest[]> {
  const states = which === "waiting" ? ["sent"] : ["decided", "withdrawn"];
  const order = which === "waiting" ? asc : desc;
  const rows = await tx
    .select()
    .from(accessRequest)
    .where(and(eq(accessRequest.registrarId, registrarId), inArray(accessRequest.state, states)))
    .orderBy(order(accessRequest.sentAt), order(accessRequest.id))
    .limit(limit);
  return rows.map((row) => readRequest(ports, row));
}

function readRequest(ports: Opener, row: Row): KeptRequest {
  const { id, dataKey, sealed, state } = row;
  return {
    ...row,
    state: state as AccessRequestState,
    typed: ports.vault.open<TypedRequest>(dataKey, { table, rowId: id }, sealed),
  };
}
