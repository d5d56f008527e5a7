import { findStaffState } from "../../agencies/store/account.ts";
import type { Staff } from "../../kernel/actor.ts";
import { onward } from "../../kernel/keyset.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { parseKeptFilter, type ClaimFilter } from "../claim-filter.ts";
import type { ClaimPosition } from "../claim-position.ts";
import { claimCells, claimColumns } from "../claim-sheet.ts";
import { makeClaimRows, newClaimMemory, type ClaimMemory } from "../desk/claim-rows.ts";
import type { ExportKind, ExportState } from "../export-run.ts";
import {
  beginExport,
  claimPlaceOf,
  countExported,
  endExport,
  findExport,
  findFacility,
  listClaimLines,
  type Facility,
} from "../store.ts";

export type WriteExportRefusal =
  | { readonly kind: "export_not_found" }
  /** An export is written once; whoever wants the file again asks again. */
  | { readonly kind: "export_taken" };

/** Lines read in one transaction; the next is opened only when the receiver has taken these. */
export const linesARead = 500;
const sheetName = "Authen code";

/**
 * Ends the file in the middle, so that nobody takes a part for the whole. Says nothing of why: whatever a host prints of
 * it must hold no statement and no row.
 */
class BrokenOff extends Error {
  override readonly name = "BrokenOff";
}

/**
 * The file of an export while it is made: reads `linesARead` lines a transaction, by key, as fast as the receiver takes
 * them. Between two reads it says how far it is and looks whether it shall stop, or whoever takes it lost their right.
 * Refuses an export of another agency
 * or none, as not found, and one that was taken up before.
 */
export async function writeExport(
  ports: Ports,
  actor: Staff,
  exportId: string,
): Promise<
  Result<{ readonly kind: ExportKind; readonly file: ReadableStream<Uint8Array> }, WriteExportRefusal>
> {
  if (!isUuid(exportId)) return refuse({ kind: "export_not_found" });
  const begun = await ports.db.as(actor, async (tx) => {
    const run = await findExport(tx, actor.agencyId, exportId);
    const facility = await findFacility(tx, actor.agencyId);
    const filter = run && parseKeptFilter(run.filter);
    if (!run || !filter || !facility) return refuse({ kind: "export_not_found" });
    if (!(await beginExport(tx, actor.agencyId, exportId))) return refuse({ kind: "export_taken" });
    return ok({ kind: run.kind, filter, facility });
  });
  if (!begun.ok) return begun;
  const { kind, filter, facility } = begun.value;
  const sheet = { name: sheetName, header: claimColumns };
  const cells = cellsOf(ports, actor, { exportId, filter, facility });
  const file =
    kind === "xlsx" ? ports.workbook.writeXlsx(sheet, cells) : ports.workbook.writeCsv(sheet, cells);
  return ok({ kind, file });
}

interface Writing {
  readonly exportId: string;
  readonly filter: ClaimFilter;
  readonly facility: Facility;
}

async function* cellsOf(ports: Ports, actor: Staff, writing: Writing): AsyncGenerator<readonly string[]> {
  const memory = newClaimMemory();
  let done = 0;
  let position: ClaimPosition | null = null;
  // Whoever stops taking rows ends the generator without a word: that is a file nobody has.
  let state: ExportState = "cancelled";
  try {
    for (;;) {
      const batch: Batch = await readBatch(ports, actor, writing, { memory, position, done });
      for (const cells of batch.cells) yield cells;
      done += batch.cells.length;
      position = batch.next;
      if (position === null) break;
    }
    state = "done";
  } catch (error) {
    if (error instanceof BrokenOff) throw error;
    state = "failed";
    ports.log.error("export.failed", error, { export: writing.exportId });
    throw new BrokenOff();
  } finally {
    const end = { state, done, now: ports.clock.now() };
    await ports.db.as(actor, (tx) => endExport(tx, actor.agencyId, writing.exportId, end));
  }
}

interface Batch {
  readonly cells: readonly (readonly string[])[];
  readonly next: ClaimPosition | null;
}

function readBatch(
  ports: Ports,
  actor: Staff,
  { exportId, filter, facility }: Writing,
  { memory, position, done }: { memory: ClaimMemory; position: ClaimPosition | null; done: number },
): Promise<Batch> {
  return ports.db.as(actor, async (tx) => {
    const [state, goesOn, lines] = await Promise.all([
      findStaffState(tx, actor.staffId),
      countExported(tx, actor.agencyId, exportId, done),
      listClaimLines(tx, actor.agencyId, filter, {
        turn: onward(position),
        order: "latest",
        limit: linesARead,
      }),
    ]);
    const isOver = state !== null && state !== "active";
    if (isOver || !goesOn) throw new BrokenOff();
    const rows = await makeClaimRows(ports, tx, actor, { lookId: exportId, facility, memory }, lines);
    const last = lines.at(-1);
    return {
      cells: rows.map(claimCells),
      next: last === undefined || lines.length < linesARead ? null : claimPlaceOf(last),
    };
  });
}
