import { record } from "../../audit/store.ts";
import type { Staff, SystemActor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { carryOnImport } from "../desk/carry-on-import.ts";
import { importKeptDays, type NoImport } from "../holder-import.ts";
import { beginImport, deleteImportsBefore, findImport, listRunningImports } from "../store/holder-import.ts";

/** Begins to make what a list names ("นำเข้า"); pressed twice it begins once. Refuses a list of another office as not found. */
export async function beginHolders(
  ports: Ports,
  actor: Staff,
  { importId }: { readonly importId: string },
): Promise<Result<null, NoImport>> {
  if (!isUuid(importId)) return refuse({ kind: "import_not_found" });
  return ports.db.as(actor, async (tx) => {
    const list = await findImport(tx, actor.agencyId, importId);
    if (!list) return refuse({ kind: "import_not_found" });
    if (await beginImport(tx, actor.agencyId, importId))
      await record(ports, tx, { action: "holder_import.begun", actor, subjectId: importId });
    return ok(null);
  });
}

/** Goes on making what a begun list names; may be called at any time, by anybody of the office who looks at it. */
export async function makeImportedHolders(ports: Ports, actor: Staff, importId: string): Promise<void> {
  if (isUuid(importId)) await carryOnImport(ports, actor, importId);
}

const listsARound = 3;
/** Rows of each list that one round makes at most: other jobs wait meanwhile. */
export const rowsARound = 200;
const dayMs = 86_400_000;

/**
 * Goes on with lists that were left behind when a server stopped, in the name of whoever brought each. One that fails is
 * logged and holds no other up.
 */
export async function takeUpImports(ports: Ports, actor: SystemActor): Promise<void> {
  const left = await ports.db.as(actor, (tx) => listRunningImports(tx, listsARound));
  for (const { id, issuerId, madeBy } of left) {
    const staff: Staff = { kind: "staff", staffId: madeBy, agencyId: issuerId, level: "token_registrar" };
    await carryOnImport(ports, staff, id, rowsARound).catch((error: unknown) =>
      ports.log.error("holder_import.not_taken_up", error, { id }),
    );
  }
}

/** Deletes lists whose days of keeping are over. */
export async function purgeImports(ports: Ports, actor: SystemActor): Promise<void> {
  const before = new Date(ports.clock.now().getTime() - importKeptDays * dayMs);
  await ports.db.as(actor, (tx) => deleteImportsBefore(tx, before));
}
