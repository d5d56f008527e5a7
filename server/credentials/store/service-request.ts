import { and, desc, eq } from "drizzle-orm";
import { petition, serviceRequest } from "../../../db/schema/index.ts";
import type { Ports, Tx } from "../../ports.ts";
import type {
  OfficeWords,
  Requester,
  RequestFacts,
  RequestState,
  ServiceCase,
  SigningWay,
} from "../service-request.ts";

/** A request for service, opened. */
export interface KeptRequest {
  readonly id: string;
  readonly agencyId: string;
  readonly issuerId: string;
  readonly seatId: string;
  readonly holdingId: string;
  readonly successorId: string | null;
  readonly case: ServiceCase;
  readonly requester: Requester;
  readonly state: RequestState;
  readonly dataKey: Uint8Array;
  readonly facts: RequestFacts;
  readonly office: OfficeWords;
  /** Null: it was not signed yet, or never. */
  readonly petitionId: string | null;
  readonly sessionId: string | null;
  /** When it was signed and sent; of one that was not, when it was written. */
  readonly sentAt: Date;
  readonly signedHash: Uint8Array;
  readonly requesterSigned: SigningWay | null;
  readonly requesterId: string;
  readonly headSigned: SigningWay | null;
  readonly headSignedAt: Date | null;
  /** The member of staff who signed as the head. */
  readonly headId: string | null;
  readonly fileKey: string | null;
  readonly fileMime: string | null;
  readonly headFileKey: string | null;
  readonly headFileMime: string | null;
  readonly emailCodeId: string | null;
  readonly emailCodeAt: Date | null;
  readonly emailCodeWrong: number;
  readonly emailProvenAt: Date | null;
  readonly calledAt: Date | null;
  readonly decidedAt: Date | null;
  /** The registrar who decided. */
  readonly decidedBy: string | null;
}

type Sealer = Pick<Ports, "vault">;

const placeOf = (rowId: string) => ({ table: "service_request", rowId });
/** Where the words of the central office stand sealed. */
export const officePlaceOf = (rowId: string) => ({ table: "service_request_office", rowId });

/** Which petition a request is. */
export const petitionOfRequest = and(
  eq(petition.agencyId, serviceRequest.issuerId),
  eq(petition.id, serviceRequest.petitionId),
);

function keptOf({ vault }: Sealer, row: typeof serviceRequest.$inferSelect): KeptRequest {
  return {
    ...row,
    case: row.case as ServiceCase,
    requester: row.requester as Requester,
    state: row.state as RequestState,
    requesterSigned: row.requesterSigned as SigningWay | null,
    headSigned: row.headSigned as SigningWay | null,
    facts: vault.open<RequestFacts>(row.dataKey, placeOf(row.id), row.sealed),
    office:
      row.office === null ? {} : vault.open<OfficeWords>(row.dataKey, officePlaceOf(row.id), row.office),
  };
}

/** A request, if the actor may see it. */
export async function findRequest(ports: Sealer, tx: Tx, id: string): Promise<KeptRequest | null> {
  const [row] = await tx.select().from(serviceRequest).where(eq(serviceRequest.id, id));
  return row ? keptOf(ports, row) : null;
}

/** The same, locked until the transaction ends. */
export async function lockRequest(ports: Sealer, tx: Tx, id: string): Promise<KeptRequest | null> {
  const [row] = await tx.select().from(serviceRequest).where(eq(serviceRequest.id, id)).for("update");
  return row ? keptOf(ports, row) : null;
}

/** The request that a form made when it came first; null: it did not come before. */
export async function findRequestOfKey(
  tx: Tx,
  holdingId: string,
  requestKey: string,
): Promise<string | null> {
  const [row] = await tx
    .select({ id: serviceRequest.id })
    .from(serviceRequest)
    .where(and(eq(serviceRequest.holdingId, holdingId), eq(serviceRequest.requestKey, requestKey)));
  return row?.id ?? null;
}

/** The request of that case that waits for a time in a seat, with how its petition ended (null: it runs); null: none. */
export async function findWaiting(ports: Sealer, tx: Tx, holdingId: string, of: ServiceCase) {
  const [row] = await tx
    .select({ request: serviceRequest, outcome: petition.outcome })
    .from(serviceRequest)
    .innerJoin(petition, petitionOfRequest)
    .where(
      and(
        eq(serviceRequest.holdingId, holdingId),
        eq(serviceRequest.case, of),
        eq(serviceRequest.state, "sent"),
      ),
    );
  return row ? { request: keptOf(ports, row.request), outcome: row.outcome } : null;
}

export interface NewRequest {
  readonly id: string;
  readonly agencyId: string;
  readonly issuerId: string;
  readonly seatId: string;
  readonly holdingId: string;
  readonly successorId: string | null;
  readonly case: ServiceCase;
  readonly requester: Requester;
  readonly facts: RequestFacts;
  readonly petitionId: string | null;
  readonly sessionId: string | null;
  readonly sentAt: Date;
  readonly signedHash: Uint8Array;
  /** Null: it is to be signed yet. */
  readonly requesterSigned: SigningWay | null;
  readonly requesterId: string;
  readonly requesterKeyId: string | null;
  readonly headSigned: SigningWay | null;
  readonly headId: string | null;
  readonly headSignedAt: Date | null;
  readonly requestKey: string;
}

/** A form signed by hand, sealed in the file store under the request's key. */
export interface RequestFile {
  readonly fileKey: string;
  readonly fileMime: string;
  readonly fileSize: number;
}

/** Keeps a request: sent where it was signed, else to be signed. Runs as the system. */
export async function insertRequest(
  ports: Sealer,
  tx: Tx,
  made: NewRequest & { readonly dataKey: Uint8Array; readonly file: RequestFile | null },
): Promise<void> {
  const { facts, file, ...row } = made;
  const sealed = ports.vault.seal(made.dataKey, placeOf(made.id), facts);
  await tx
    .insert(serviceRequest)
    .values({ ...row, ...(file ?? {}), sealed, state: made.requesterSigned === null ? "unsigned" : "sent" });
}

/** Requests of a time in a seat and a case that were written and never signed give way to a new one. Runs as the system. */
export async function withdrawUnsigned(tx: Tx, holdingId: string, of: ServiceCase): Promise<void> {
  await tx
    .update(serviceRequest)
    .set({ state: "withdrawn" satisfies RequestState })
    .where(
      and(
        eq(serviceRequest.holdingId, holdingId),
        eq(serviceRequest.case, of),
        eq(serviceRequest.state, "unsigned"),
      ),
    );
}

/** What may change of a request. */
export type RequestChange = Partial<
  Pick<
    typeof serviceRequest.$inferInsert,
    | "state"
    | "sentAt"
    | "petitionId"
    | "requesterSigned"
    | "requesterId"
    | "requesterKeyId"
    | "requesterSignature"
    | "fileKey"
    | "fileMime"
    | "fileSize"
    | "headFileKey"
    | "headFileMime"
    | "headFileSize"
    | "headSigned"
    | "headId"
    | "headSignedAt"
    | "emailCodeId"
    | "emailCodeAt"
    | "emailCodeWrong"
    | "emailProvenAt"
    | "calledBy"
    | "calledAt"
    | "decidedBy"
    | "decidedAt"
  >
> & { readonly office?: OfficeWords };

/** Changes a request that was locked before. */
export async function saveRequest(
  ports: Sealer,
  tx: Tx,
  { id, dataKey }: Pick<KeptRequest, "id" | "dataKey">,
  { office, ...change }: RequestChange,
): Promise<void> {
  const sealed = office ? { office: ports.vault.seal(dataKey, officePlaceOf(id), office) } : {};
  await tx
    .update(serviceRequest)
    .set({ ...change, ...sealed })
    .where(eq(serviceRequest.id, id));
}

/** The address somebody who was named must register with: the one the newest granted change of holder gave. Null: any. */
export async function findBoundEmail(ports: Sealer, tx: Tx, successorId: string): Promise<string | null> {
  const [row] = await tx
    .select()
    .from(serviceRequest)
    .where(and(eq(serviceRequest.successorId, successorId), eq(serviceRequest.state, "granted")))
    .orderBy(desc(serviceRequest.decidedAt))
    .limit(1);
  return row ? keptOf(ports, row).facts.newEmail : null;
}
