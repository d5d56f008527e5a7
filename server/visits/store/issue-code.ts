import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Database } from "../../ports.ts";
import { askingRefusal, type AskingRefusal } from "../asking.ts";
import type { ScanTicket } from "../scan-ticket.ts";

/** All that issuing a code takes: who asks for whom and where, the ids of what may be written, the permuting key. */
export interface CodeRequest {
  readonly now: Date;
  readonly day: BangkokDay;
  readonly expiresAt: Date;
  readonly asker: Citizen;
  /** The yes by which the asker acts for somebody else; null: for themselves. */
  readonly delegationId: string | null;
  readonly ticket: ScanTicket;
  readonly codeKey: Uint8Array;
  readonly ids: Readonly<Record<"visit" | "code" | "audit" | "notice" | "told", string>>;
  readonly noticeDiesAt: Date;
}

/** The code that answers a request. */
export interface AnsweredCode {
  readonly codeId: string;
  readonly personId: string;
  /** False: the same request, or the same person, facility, service and day, already had it. */
  readonly isNew: boolean;
}

type Answer = { refusal: string } | { refusal: null; id: string; person_id: string; is_new: boolean };

/** Issues a code, or finds the one that answers the request already: one round trip (db/sql/54-issue-code.sql). */
export async function issueCode(
  db: Database,
  request: CodeRequest,
): Promise<Result<AnsweredCode, AskingRefusal>> {
  const { asker, ticket, ids } = request;
  const [answer] = await db.hot<Answer[]>`select refusal, person_id, id, is_new from issue_code(
    ${request.now.toISOString()}, ${request.day}, ${request.expiresAt.toISOString()},
    ${asker.channel}, ${asker.lineUserId}, ${asker.personId}, ${request.delegationId},
    ${ticket.qrId}, ${ticket.facilityId}, ${ticket.serviceType}, ${ticket.evidence}, ${ticket.nonce},
    ${Buffer.from(request.codeKey)}, ${ids.visit}, ${ids.code}, ${ids.audit}, ${ids.notice}, ${ids.told},
    ${request.noticeDiesAt.toISOString()})`;
  if (!answer) throw new Error("issue_code answered no row");
  if (answer.refusal !== null) return refuse(askingRefusal(answer.refusal));
  return ok({ codeId: answer.id, personId: answer.person_id, isNew: answer.is_new });
}
