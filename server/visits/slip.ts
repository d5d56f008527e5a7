/** A paper slip with a code allocated beforehand, for days without network (N17). A code on a slip is used once. */
export const slipStates = ["blank", "entered", "void"] as const;
export type SlipState = (typeof slipStates)[number];
