import type { SeatSession, WholeSeatSession } from "./seat-session.ts";

/** Somebody in a seat who reads requests at a computer. */
export interface RequestReader {
  readonly holdingId: string;
  readonly sessionId: string;
  /** The phone signed this session in, too. */
  readonly isWhole: boolean;
}

/** Who reads in a session, whole or half. */
export function readerOf(session: SeatSession | WholeSeatSession): RequestReader {
  return { holdingId: session.holdingId, sessionId: session.id, isWhole: "softTokenId" in session };
}

/**
 * True where somebody may read a request. A change of holder carries the next one's own data: whoever gives way does not
 * read them. A password alone opens no more than what was written in this very session: it may be stolen.
 */
export function mayRead(
  request: {
    readonly holdingId: string;
    readonly successorId: string | null;
    readonly sessionId: string | null;
  },
  { holdingId, sessionId, isWhole }: RequestReader,
): boolean {
  const isAbout = (request.successorId ?? request.holdingId) === holdingId;
  return isAbout && (isWhole || request.sessionId === sessionId);
}
