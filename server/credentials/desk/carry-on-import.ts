import type { Staff } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { HolderFault } from "../holder-list-fault.ts";
import { saysConstraint } from "../store/constraint.ts";
import {
  endImport,
  listImportRows,
  lockImport,
  saveImportRow,
  type KeptImport,
  type KeptImportRow,
} from "../store/holder-import.ts";
import { openHolderRow } from "./import-row.ts";
import { makeListedHolder } from "./make-listed-holder.ts";
import { placeConstraints } from "./name-person.ts";

/**
 * Makes the rows of a running list that wait, each in a transaction of its own, until none is left, somebody else works
 * on it, or `most` are done. What was broken off goes on where it was: a row that is made is never made again.
 */
export async function carryOnImport(
  ports: Ports,
  actor: Staff,
  importId: string,
  most = Infinity,
): Promise<void> {
  let line: number | null = 0;
  for (let done = 0; done < most && line !== null; done += 1)
    line = await oneRow(ports, actor, importId, line);
}

/** One row, and once more when somebody else was faster: then it is judged by what they did. */
async function oneRow(ports: Ports, actor: Staff, importId: string, after: number): Promise<number | null> {
  const make = () => ports.db.as({ kind: "gate" }, (tx) => makeNext(ports, tx, actor, importId, after));
  return make().catch((fault: unknown) => {
    const known = ["seat_user_code", ...placeConstraints];
    if (!known.some((name) => saysConstraint(fault, name))) throw fault;
    return make();
  });
}

/** The line that was made; null: there is none left to make here. */
async function makeNext(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  importId: string,
  after: number,
): Promise<number | null> {
  const list = await lockImport(tx, importId);
  if (list?.issuerId !== actor.agencyId) return null;
  const [row] = await listImportRows(tx, importId, { state: "ready", after, limit: 1 });
  if (row) await make(ports, tx, actor, list, row);
  else await endImport(tx, importId, ports.clock.now());
  return row?.line ?? null;
}

async function make(ports: Ports, tx: Tx, actor: Staff, list: KeptImport, row: KeptImportRow): Promise<void> {
  const { holder } = openHolderRow(ports, list.dataKey, list.id, row);
  if (!holder) throw new Error("a row that waits was never read");
  const made = await makeListedHolder(ports, tx, actor, holder);
  const faults: readonly HolderFault[] = made.ok ? [] : [made.refusal.fault];
  const ended = made.ok
    ? { state: "made" as const, holdingId: made.value.holdingId }
    : { state: "faulty" as const, holdingId: null };
  await saveImportRow(tx, list.id, { line: row.line, faults, ...ended });
}
