import type { AccessDecision, AccessRequestState } from "../../agencies/access-request.ts";
import type { StaffState } from "../../agencies/staff.ts";
import type { Tone } from "../../http/page/status-tag.tsx";

/** How the state of a request looks, on both sides. */
export const requestTones = {
  draft: "plain",
  sent: "waiting",
  decided: "done",
  withdrawn: "plain",
} as const satisfies Record<AccessRequestState, Tone>;

/** How a decision on one person looks. */
export const decisionTones = {
  pending: "waiting",
  granted: "done",
  refused: "refused",
} as const satisfies Record<AccessDecision, Tone>;

/** How the state of an account looks. */
export const memberTones = {
  invited: "waiting",
  active: "done",
  revoked: "refused",
  ended: "plain",
} as const satisfies Record<StaffState, Tone>;
