import { hash } from "node:crypto";
import type { SystemActor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { checkLog } from "../check-log.ts";
import type { SignedCheckpoint } from "../checkpoint.ts";
import { openLog } from "../desk/open-log.ts";
import type { LogReport } from "../sealed-log.ts";
import { findUnsealed } from "../store/sealed-log.ts";

export interface VerifiedLog {
  readonly report: LogReport;
  /** Entries that wait for the sealer: nothing is proven of them yet. */
  readonly unsealed: { readonly count: number; readonly oldestAt: Date | null };
}

/** Goes through all of the sealed log and holds it against itself, our keys and what was kept elsewhere. */
export async function verifyLog(
  ports: Pick<Ports, "db" | "keys">,
  actor: SystemActor,
  input: { readonly kept: readonly SignedCheckpoint[] },
): Promise<VerifiedLog> {
  const report = await checkLog(await openLog(ports, actor), {
    sha256: (message) => hash("sha256", message, "buffer"),
    verify: ports.keys.verifyAudit,
    kept: input.kept,
  });
  return { report, unsealed: await ports.db.as(actor, findUnsealed) };
}
