import type { ApiScope } from "./api-key.ts";

/** A key as its facility sees it; its secret stands nowhere. */
export interface KeptKey {
  readonly id: string;
  readonly agencyId: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly ApiScope[];
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly replacedBy: string | null;
}
