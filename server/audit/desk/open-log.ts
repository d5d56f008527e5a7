import type { Actor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import type { SealedLog } from "../sealed-log.ts";
import { findEnd, listCheckpoints, listLeaves } from "../store/sealed-log.ts";

/** Rows of one question to the database, which is a transaction. */
const atOnce = 5_000;

/** The sealed log up to where it ends now, read in its order while somebody goes through it. */
export async function openLog(ports: Pick<Ports, "db">, actor: Actor): Promise<SealedLog> {
  const end = await ports.db.as(actor, findEnd);
  return {
    leaves: inBatches((after) =>
      ports.db.as(actor, (tx) => listLeaves(tx, { after, until: end.leaf, limit: atOnce })),
    ),
    checkpoints: inBatches((after) =>
      ports.db.as(actor, (tx) => listCheckpoints(tx, { after, until: end.checkpoint, limit: atOnce })),
    ),
  };
}

/** Reads the next batch while the one before is worked on. */
async function* inBatches<Row extends { readonly number: number }>(
  read: (after: number) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let coming = read(Number.MIN_SAFE_INTEGER);
  for (;;) {
    const batch = await coming;
    const last = batch.at(-1);
    if (last === undefined) return;
    coming = read(last.number);
    // Whoever stops half-way never asks how the next one went.
    coming.catch(() => {});
    yield batch;
  }
}
