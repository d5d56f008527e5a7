import type { Citizen } from "../../kernel/actor.ts";
import { refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, endOfBangkokDay } from "../../kernel/thai-date.ts";
import { pushDiesAt } from "../../notices/retry.ts";
import type { Ports } from "../../ports.ts";
import type { AskCodeRefusal } from "../refusal.ts";
import { openTicket } from "../scan-ticket.ts";
import { issueCode, type AnsweredCode } from "../store.ts";

/**
 * Issues a service code for a scan ticket, for the citizen or, with `delegationId`, for somebody who said yes to
 * that. Asking again for the same person, facility, service and day gives the same code; after a cancel, a new scan
 * gives a new one. Good until the end of the day in Bangkok. Refuses a session without its PIN, a ticket that is
 * forged, expired or another's, a consent taken back, a missing yes, and what the place refuses. Code, visit, audit
 * and notices are one statement.
 */
export async function askCode(
  ports: Ports,
  actor: Citizen,
  input: { readonly ticket: string; readonly delegationId: string | null },
): Promise<Result<AnsweredCode, AskCodeRefusal>> {
  if (!actor.unlocked) return refuse({ kind: "locked" });
  const now = ports.clock.now();
  const opened = openTicket(ports.keys.qr, input.ticket, now);
  if (!opened.ok) return opened;
  const day = bangkokDay(now);
  const uuid = () => ports.random.uuid();
  return issueCode(ports.db, {
    now,
    day,
    expiresAt: endOfBangkokDay(day),
    asker: actor,
    delegationId: input.delegationId,
    ticket: opened.value,
    codeKey: ports.keys.serviceCode,
    ids: { visit: uuid(), code: uuid(), audit: uuid(), notice: uuid(), told: uuid() },
    noticeDiesAt: pushDiesAt(now),
  });
}
