import { ok, refuse, type Result } from "../kernel/result.ts";
import type { HoldingState } from "./holding.ts";
import type { GrantRefusal } from "./request-refusal.ts";
import { changesHolder, fitsHolding, type ServiceCase } from "./service-request.ts";

/** What the grant of a request hangs on, as it stands now. */
export interface GrantStanding {
  readonly case: ServiceCase;
  readonly holdingState: HoldingState;
  /** Null: nobody is to come next. */
  readonly successorState: HoldingState | null;
  readonly isSignedByHead: boolean;
  readonly isReportedLost: boolean;
  readonly isCalled: boolean;
  readonly isEmailProven: boolean;
  /** An address that a password link could go to. */
  readonly hasEmail: boolean;
  /** Whoever comes next has proven another address than the one the request gives. */
  readonly isSuccessorElsewhere: boolean;
}

/**
 * Judges whether a request can be granted: signed by the head too, by hand or in here; the time in the seat still fits;
 * a lost phone reported; the office called back and the new address proven (8); whoever comes next still waits, and has
 * not registered with another address (5–7).
 */
export function judgeGrant(standing: GrantStanding): Result<undefined, GrantRefusal> {
  const { case: of, holdingState, successorState } = standing;
  if (!fitsHolding(of, holdingState)) return refuse({ kind: "holding_over" });
  if (!standing.isSignedByHead) return refuse({ kind: "head_unsigned" });
  if (of === "phone_lost" && !standing.isReportedLost) return refuse({ kind: "lost_report_missing" });
  if (of === "email_changed" && !standing.isCalled) return refuse({ kind: "not_called" });
  if (of === "email_changed" && !standing.isEmailProven) return refuse({ kind: "email_unproven" });
  if (of === "password_forgotten" && !standing.hasEmail) return refuse({ kind: "no_email" });
  if (changesHolder(of) && successorState !== "named") return refuse({ kind: "successor_gone" });
  if (changesHolder(of) && standing.isSuccessorElsewhere) return refuse({ kind: "successor_email_other" });
  return ok();
}
