import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { fileRequest, requestSystem } from "../desk/file-request.ts";
import { putRequestFile } from "../desk/put-request-file.ts";
import type { SeatPart } from "../holding.ts";
import type { FileRequestRefusal, PaperRefusal } from "../request-refusal.ts";
import { findSeatOfCode } from "../store/seat-of-code.ts";
import { readRequest, type TypedRequest } from "../typed-request.ts";

export interface PaperRequest {
  readonly userCode: string;
  readonly part: SeatPart;
  readonly typed: TypedRequest;
  /** The form that came by mail, signed by both; null: none was chosen. */
  readonly paper: Uint8Array | null;
  readonly requestKey: string;
}

/**
 * The central office enters a form that was signed on paper, with its scan: both signatures are on it. Refuses what is
 * wrong in the form, a seat of another office, a scan that is none, and what `judgeFiling` refuses.
 */
export async function enterPaperRequest(
  ports: Ports,
  actor: Staff,
  { userCode, part, typed, paper, requestKey }: PaperRequest,
): Promise<Result<{ readonly requestId: string }, FileRequestRefusal | PaperRefusal>> {
  const read = readRequest(typed);
  if (!read.ok) return read;
  const seat = await ports.db.as(actor, (tx) => findSeatOfCode(tx, { issuerId: actor.agencyId }, userCode));
  if (!seat) return refuse({ kind: "seat_not_found" });
  const own = { id: ports.random.uuid(), agencyId: seat.agencyId, dataKey: ports.vault.newDataKey() };
  const file = await putRequestFile(ports, own, paper);
  if (!file.ok) return file;
  const filed = await ports.db
    .as(requestSystem, (tx) =>
      fileRequest(ports, tx, {
        ...own,
        of: { seatId: seat.id, part },
        ...{ agencyId: null, issuerId: actor.agencyId },
        requester: "office",
        read: read.value,
        ...{ actor, requesterId: actor.staffId, requestKey },
        ...{ signed: "paper", keyId: null, file: file.value },
        head: { way: "paper", id: null },
      }),
    )
    .catch(async (fault: unknown) => {
      await ports.files.delete(file.value.fileKey);
      throw fault;
    });
  if (!filed.ok || filed.value.isAgain) await ports.files.delete(file.value.fileKey);
  return filed.ok ? ok({ requestId: filed.value.requestId }) : filed;
}
