import { sql } from "drizzle-orm";
import type { LookedAt } from "../../audit/look.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import type { Ports, Tx } from "../../ports.ts";
import { keptOf, type KeptPerson } from "./person.ts";

/** What staff look at, and what for. The purpose is shown to the person (N8). */
export interface Look {
  readonly what: LookedAt;
  readonly purpose: string;
  /** The visit, code or case it was about, if one. */
  readonly subjectId?: string;
  readonly personIds: readonly string[];
  /** A number the clerk was given: that person is answered even without a visit here. */
  readonly citizenId?: CitizenId;
}

interface SealedRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly data_key: Uint8Array;
  readonly sealed: Uint8Array;
  readonly assurance: string;
}

/**
 * The people of a look, by id; writes for each that they were looked at, in the same transaction. People who have no
 * visit at the agency and whose number was not given are left out, and are not told.
 */
export async function listLookedAt(
  ports: Pick<Ports, "clock" | "random" | "vault" | "keys">,
  tx: Tx,
  staff: Staff,
  look: Look,
): Promise<ReadonlyMap<string, KeptPerson>> {
  const people = [...new Set(look.personIds)];
  if (people.length === 0 && look.citizenId === undefined) return new Map();
  const index = look.citizenId === undefined ? null : ports.keys.blindIndex("citizen_id", look.citizenId);
  const ids = Array.from({ length: people.length + 1 }, () => ports.random.uuid());
  const rows = await tx.execute<SealedRow>(sql`select * from look_at_people(
    ${ports.clock.now().toISOString()}, ${staff.agencyId}, ${staff.staffId}, ${look.what}, ${look.purpose},
    ${look.subjectId ?? null}, ${`{${people.join(",")}}`}, ${index === null ? null : Buffer.from(index)},
    ${`{${ids.join(",")}}`})`);
  return new Map(
    [...rows].map(({ id, data_key: dataKey, sealed, assurance }) => [
      id,
      keptOf(ports, { id, dataKey, sealed, assurance }),
    ]),
  );
}
