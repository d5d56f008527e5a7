/** What a key of a hospital's own system may do. */
export const apiScopes = ["codes:read", "codes:write", "reports:read", "visits:reconcile"] as const;
export type ApiScope = (typeof apiScopes)[number];
