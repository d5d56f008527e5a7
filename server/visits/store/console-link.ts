import { consoleLink } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

export interface NewConsoleLink {
  /** SHA-256 of the token; the token itself is kept nowhere. */
  readonly tokenHash: Uint8Array;
  readonly agencyId: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
}

/** Keeps a link into the console. Runs as the system: only an administrator makes one. */
export async function insertConsoleLink(tx: Tx, link: NewConsoleLink): Promise<void> {
  await tx.insert(consoleLink).values(link);
}
