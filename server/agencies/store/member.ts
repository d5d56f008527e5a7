import { and, eq, gt, inArray, ne, or } from "drizzle-orm";
import { staff } from "../../../db/schema/index.ts";
import type { StaffLevel } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { Member } from "../member.ts";
import type { StaffFacts, StaffState } from "../staff.ts";

type Opener = Pick<Ports, "vault">;

/** Everybody of an agency by name; of those who are gone for good, who went after `endedSince`. */
export async function listMembers(
  ports: Opener,
  tx: Tx,
  agencyId: string,
  endedSince: Date,
): Promise<readonly Member[]> {
  const rows = await tx
    .select()
    .from(staff)
    .where(and(eq(staff.agencyId, agencyId), or(ne(staff.state, "ended"), gt(staff.endedAt, endedSince))));
  return rows
    .map((row) => readMember(ports, row))
    .sort((one, other) => one.name.localeCompare(other.name, "th"));
}

/** The accounts of these ids at an agency, ended ones too. */
export async function listMembersById(
  ports: Opener,
  tx: Tx,
  agencyId: string,
  ids: readonly string[],
): Promise<readonly Member[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select()
    .from(staff)
    .where(and(eq(staff.agencyId, agencyId), inArray(staff.id, [...ids])));
  return rows.map((row) => readMember(ports, row));
}

function readMember(ports: Opener, row: typeof staff.$inferSelect): Member {
  const { id, dataKey, sealed, username, level, state, madeAt, lastSignInAt, endedAt } = row;
  const { firstName, lastName } = ports.vault.open<StaffFacts>(
    dataKey,
    { table: "staff", rowId: id },
    sealed,
  );
  return {
    id,
    name: `${firstName} ${lastName}`,
    username,
    level: level as StaffLevel,
    state: state as StaffState,
    madeAt,
    lastSignInAt,
    endedAt,
  };
}
