import { sql } from "drizzle-orm";
import type { Phone } from "../../kernel/phone.ts";
import type { Ports, Tx } from "../../ports.ts";
import { keptOf, type KeptPerson } from "./person.ts";

/** A person of an export, and the phone they proved, if any. */
export interface ExportedPerson extends KeptPerson {
  readonly phone: Phone | null;
}

interface ExportedRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly data_key: Uint8Array;
  readonly sealed: Uint8Array;
  readonly assurance: string;
  readonly phone: Uint8Array | null;
}

/**
 * People of an export by id, under the look at very many that was written before it began (`lookId`). Runs as staff of
 * the agency; whoever has no visit in the days of that look is left out.
 */
export async function listExportedPeople(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  agencyId: string,
  lookId: string,
  personIds: readonly string[],
): Promise<readonly ExportedPerson[]> {
  if (personIds.length === 0) return [];
  const rows = await tx.execute<ExportedRow>(
    sql`select * from people_of_export(${agencyId}, ${lookId}, ${`{${personIds.join(",")}}`})`,
  );
  return [...rows].map(({ id, data_key: dataKey, sealed, assurance, phone }) => ({
    ...keptOf(ports, { id, dataKey, sealed, assurance }),
    phone: phone === null ? null : ports.vault.open<Phone>(dataKey, { table: "phone", rowId: id }, phone),
  }));
}
