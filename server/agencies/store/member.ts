import { and, asc, eq, gt, inArray, ne, or, type SQL } from "drizzle-orm";
import { agency, facility, staff } from "../../../db/schema/index.ts";
import type { StaffLevel } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { Member } from "../member.ts";
import { staffFullName, type StaffFacts, type StaffState } from "../staff.ts";

type Opener = Pick<Ports, "vault">;

/** Everybody of an agency by name; of those who are gone for good, who went after `endedSince`. */
export async function listMembers(
  ports: Opener,
  tx: Tx,
  agencyId: string,
  endedSince: Date,
): Promise<readonly Member[]> {
  const isShown = or(ne(staff.state, "ended"), gt(staff.endedAt, endedSince));
  return byName(await read(ports, tx, and(eq(staff.agencyId, agencyId), isShown)));
}

/** The accounts of these ids, ended ones too; those whom the actor may not see are left out. */
export async function listMembersById(
  ports: Opener,
  tx: Tx,
  ids: readonly string[],
): Promise<readonly Member[]> {
  return ids.length === 0 ? [] : read(ports, tx, inArray(staff.id, [...ids]));
}

/**
 * Whose right an office grants and who has it still: of one facility, or, without an hcode, of the offices under it.
 */
export async function listMembersUnder(
  ports: Opener,
  tx: Tx,
  registrarId: string,
  hcode: string | null,
): Promise<readonly Member[]> {
  const where = hcode === null ? ne(agency.kind, "facility") : eq(facility.hcode, hcode);
  return byName(
    await read(ports, tx, and(eq(staff.registrarId, registrarId), ne(staff.state, "ended"), where)),
  );
}

async function read(ports: Opener, tx: Tx, where: SQL | undefined): Promise<Member[]> {
  const rows = await tx
    .select({ staff, nameTh: agency.nameTh, nameEn: agency.nameEn })
    .from(staff)
    .innerJoin(agency, eq(agency.id, staff.agencyId))
    .leftJoin(facility, eq(facility.agencyId, agency.id))
    .where(where)
    .orderBy(asc(staff.id));
  return rows.map(({ staff: row, ...names }) => readMember(ports, row, names));
}

function byName(members: Member[]): readonly Member[] {
  return members.sort((one, other) => one.name.localeCompare(other.name, "th"));
}

function readMember(ports: Opener, row: typeof staff.$inferSelect, names: Member["agency"]): Member {
  const { id, agencyId, registrarId, username, level, state, madeAt, lastSignInAt, endedAt, grantedBy } = row;
  const place = { table: "staff", rowId: id };
  const facts = ports.vault.open<StaffFacts>(row.dataKey, place, row.sealed);
  return {
    id,
    agencyId,
    registrarId,
    agency: names,
    name: staffFullName(facts),
    username,
    level: level as StaffLevel,
    state: state as StaffState,
    madeAt,
    lastSignInAt,
    endedAt,
    grantedBy,
  };
}
