/** Where an agency's request for its people stands: written, sent to the registrar, decided person by person. */
export const accessRequestStates = ["draft", "sent", "decided"] as const;
export type AccessRequestState = (typeof accessRequestStates)[number];

/** What a request asks for one person: to come in, or to leave. A change of people is one of each. */
export const accessChanges = ["join", "leave"] as const;
export type AccessChange = (typeof accessChanges)[number];

export const accessDecisions = ["pending", "granted", "refused"] as const;
export type AccessDecision = (typeof accessDecisions)[number];
