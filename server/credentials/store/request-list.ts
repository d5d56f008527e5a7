import { and, desc, eq, inArray, isNotNull, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import { agency, petition, seat, seatHolding, serviceRequest, softToken } from "../../../db/schema/index.ts";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { PetitionOutcome } from "../../petitions/petition.ts";
import type { Tx } from "../../ports.ts";
import type { RequestLine, RequestPlace } from "../request-line.ts";
import type { SeatPart } from "../holding.ts";
import type { Requester, RequestState, ServiceCase } from "../service-request.ts";
import { petitionOfRequest } from "./service-request.ts";

/** Whose requests: those sent to a central office, those of an agency, or those of times in seats. */
export type WhoseRequests =
  | { readonly issuerId: string }
  | { readonly agencyId: string }
  | {
      readonly holdingIds: readonly string[];
      /** Only what was written in it; null: in any. */
      readonly sessionId: string | null;
    };

const waits = sql<boolean>`(${serviceRequest.state} in ('unsigned', 'sent'))`;

/**
 * Requests for service, those that wait first, then the newest: at most `limit` from where `turn` says, nearest first. What
 * was never signed stands only with those who may sign it.
 */
export async function listRequests(
  tx: Tx,
  of: WhoseRequests,
  { turn, limit }: { readonly turn: Turn<RequestPlace> | null; readonly limit: number },
): Promise<readonly RequestLine[]> {
  const way = readsUp(turn, "down") ? sql`asc` : sql`desc`;
  const rows = await tx
    .select({
      id: serviceRequest.id,
      case: serviceRequest.case,
      requester: serviceRequest.requester,
      state: serviceRequest.state,
      number: petition.number,
      outcome: petition.outcome,
      dueDay: petition.dueDay,
      userCode: seat.userCode,
      part: seatHolding.part,
      agencyTh: agency.nameTh,
      agencyEn: agency.nameEn,
      sentAt: serviceRequest.sentAt,
      decidedAt: serviceRequest.decidedAt,
      headSigned: serviceRequest.headSigned,
      waits,
    })
    .from(serviceRequest)
    .leftJoin(petition, petitionOfRequest)
    .innerJoin(agency, eq(agency.id, serviceRequest.agencyId))
    .innerJoin(seat, eq(seat.id, serviceRequest.seatId))
    .innerJoin(seatHolding, eq(seatHolding.id, serviceRequest.holdingId))
    .where(and(whose(of), isShown, beyond(turn)))
    .orderBy(sql`${waits} ${way}`, sql`${serviceRequest.sentAt} ${way}`, sql`${serviceRequest.id} ${way}`)
    .limit(limit);
  return rows.map(({ headSigned, number, outcome, ...row }) => ({
    ...row,
    number: number ?? "",
    case: row.case as ServiceCase,
    part: row.part as SeatPart,
    requester: row.requester as Requester,
    state: shownState(row.state as RequestState, outcome as PetitionOutcome | null),
    isSignedByHead: headSigned !== null,
  }));
}

/** One whose petition was withdrawn waits no longer, whatever its own row says. */
export function shownState(state: RequestState, outcome: PetitionOutcome | null): RequestState {
  return state === "sent" && outcome !== null ? "withdrawn" : state;
}

/** What was thrown away before it was signed is nobody's any more. */
const isShown = or(isNotNull(serviceRequest.petitionId), eq(serviceRequest.state, "unsigned"));
const wasSent = isNotNull(serviceRequest.petitionId);

function whose(of: WhoseRequests): SQL | undefined {
  if ("issuerId" in of) return and(eq(serviceRequest.issuerId, of.issuerId), wasSent);
  if ("agencyId" in of) {
    const mayBeSigned = or(wasSent, eq(serviceRequest.requester, "head"));
    return and(eq(serviceRequest.agencyId, of.agencyId), mayBeSigned);
  }
  const ids = [...of.holdingIds];
  // A change of holder is shown to whoever comes next, with whose data it is.
  const own = and(inArray(serviceRequest.holdingId, ids), isNull(serviceRequest.successorId));
  const theirs = or(own, inArray(serviceRequest.successorId, ids));
  const signable = or(wasSent, inArray(serviceRequest.requester, ["holder", "new_holder"]));
  const here = of.sessionId === null ? undefined : eq(serviceRequest.sessionId, of.sessionId);
  return and(theirs, signable, here);
}

function beyond(turn: Turn<RequestPlace> | null): SQL | undefined {
  if (turn === null) return undefined;
  const { place } = turn;
  const side = readsUp(turn, "down") ? sql`>` : sql`<`;
  return sql`(${waits}, ${serviceRequest.sentAt}, ${serviceRequest.id}) ${side} (${place.waits}::boolean, ${place.at.toISOString()}::timestamptz, ${place.id}::uuid)`;
}

/** What waits for the signature of a LINE user's phone, the newest first. */
export async function listUnsigned(
  tx: Tx,
  { channel, lineUserId }: LineUser,
): Promise<readonly { readonly id: string; readonly userCode: string }[]> {
  return tx
    .select({ id: serviceRequest.id, userCode: seat.userCode })
    .from(serviceRequest)
    .innerJoin(seat, eq(seat.id, serviceRequest.seatId))
    .innerJoin(softToken, eq(softToken.holdingId, serviceRequest.holdingId))
    .where(
      and(
        eq(serviceRequest.state, "unsigned"),
        ne(serviceRequest.requester, "head"),
        isNull(serviceRequest.successorId),
        eq(softToken.state, "live"),
        eq(softToken.channel, channel),
        eq(softToken.lineUserId, lineUserId),
      ),
    )
    .orderBy(desc(serviceRequest.sentAt))
    .limit(20);
}
