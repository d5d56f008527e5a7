/**
 * Where an agency's request for its people stands: written, sent to the registrar, decided person by person.
 * `withdrawn`: the agency took it back before anybody in it was decided on, or threw its draft away.
 */
export const accessRequestStates = ["draft", "sent", "decided", "withdrawn"] as const;
export type AccessRequestState = (typeof accessRequestStates)[number];

export const accessRequestMoves = {
  draft: ["sent", "withdrawn"],
  sent: ["decided", "withdrawn"],
  decided: [],
  withdrawn: [],
} as const satisfies Record<AccessRequestState, readonly AccessRequestState[]>;

/** True when a request may go from one state to the other. */
export function mayMoveRequest(from: AccessRequestState, to: AccessRequestState): boolean {
  const moves: readonly AccessRequestState[] = accessRequestMoves[from];
  return moves.includes(to);
}

/** What a request asks for one person: to come in, or to leave. A change of people is one of each. */
export const accessChanges = ["join", "leave"] as const;
export type AccessChange = (typeof accessChanges)[number];

export const accessDecisions = ["pending", "granted", "refused"] as const;
export type AccessDecision = (typeof accessDecisions)[number];
