import { sql, type SQL } from "drizzle-orm";
import { customType, pgPolicy, pgRole, type AnyPgColumn } from "drizzle-orm/pg-core";

/** The database roles that requests run under; db/sql/roles.sql makes them, drizzle only names them. */
export const gate = pgRole("pratu_gate").existing();
export const citizen = pgRole("pratu_citizen").existing();
export const staff = pgRole("pratu_staff").existing();
export const system = pgRole("pratu_system").existing();
/** Staff of an office above others: a registrar of a region, the central office. */
export const registrar = pgRole("pratu_registrar").existing();
/** Somebody in a seat, signed in with their Soft Token. */
export const holder = pgRole("pratu_holder").existing();

/** Raw bytes: hashes, blind indexes, sealed blobs. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
});

/** The person in whose name the transaction runs; null (so: no rows) when none is set. */
export const contextPerson = sql`nullif(current_setting('app.person', true), '')::uuid`;
/** The agency whose rows staff may see. */
export const contextAgency = sql`nullif(current_setting('app.agency', true), '')::uuid`;
/** The LINE user of a visitor, as "channel/userId". */
export const contextLineUser = sql`nullif(current_setting('app.line_user', true), '')`;

/** The seat in whose name the transaction runs. */
export const contextSeat = sql`nullif(current_setting('app.seat', true), '')::uuid`;

type Reader = typeof gate;
type Rows = SQL | "all";

/**
 * One permissive policy for one role over all commands: the rows it may see are the rows it may write.
 * Which commands it may use at all is a matter of GRANT (db/sql/grants.sql).
 */
export function rowsOf(table: string, role: Reader, rows: Rows) {
  const condition = rows === "all" ? sql`true` : rows;
  return pgPolicy(`${table}_${role.name.replace("pratu_", "")}`, {
    as: "permissive",
    for: "all",
    to: role,
    using: condition,
    withCheck: condition,
  });
}

/** A person's rows at an agency: seen by that person, the agency's staff, and the offices above it. */
export function rowsOfPersonAtAgency(
  table: string,
  { personId, agencyId }: { readonly personId: AnyPgColumn; readonly agencyId: AnyPgColumn },
) {
  return [
    rowsOf(table, citizen, ofPerson(personId)),
    rowsOf(table, staff, ofAgency(agencyId)),
    rowsOf(table, registrar, ofAgencyUnder(agencyId)),
    rowsOf(table, system, "all"),
  ];
}

/** Rows that belong to the person of the context. */
export function ofPerson(column: AnyPgColumn | SQL): SQL {
  return sql`${column} = ${contextPerson}`;
}

/** Rows that belong to the agency of the context. */
export function ofAgency(column: AnyPgColumn | SQL): SQL {
  return sql`${column} = ${contextAgency}`;
}

/** Rows that belong to the seat of the context. */
export function ofSeat(column: AnyPgColumn): SQL {
  return sql`${column} = ${contextSeat}`;
}

/** Rows of an agency's seats: seen by the agency's own staff, and by the central office that issued the seats. */
export function ofTokenOffice(agencyId: AnyPgColumn, issuerId: AnyPgColumn): SQL {
  return sql`(${agencyId} = ${contextAgency} or ${issuerId} = ${contextAgency})`;
}

/** Rows of the agencies under the office of the context: its facilities, and for the centre all of them. */
export function ofAgencyUnder(column: AnyPgColumn | SQL): SQL {
  return sql`${column} in (select a.id from agency a left join agency o on o.id = a.registrar_id
    where a.registrar_id = ${contextAgency} or o.registrar_id = ${contextAgency})`;
}
