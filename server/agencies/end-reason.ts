/** Why a right ended: the person left, somebody took it back, or nobody signed in for sixty days. */
export const endReasons = ["left", "taken_back", "idle"] as const;
export type EndReason = (typeof endReasons)[number];
