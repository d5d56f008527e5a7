import { eq } from "drizzle-orm";
import { accessPerson, accessRequest, agency, staff, staffLink } from "../../../db/schema/index.ts";
import type { StaffLevel } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { StaffLinkPurpose } from "../staff-link.ts";
import { staffFullName, type StaffFacts, type StaffState } from "../staff.ts";

/** How somebody is reached by mail, and what the mail calls them. */
export interface Reach {
  readonly email: string;
  readonly name: string;
  readonly agency: { readonly nameTh: string; readonly nameEn: string };
}

export interface StaffReach extends Reach {
  readonly username: string;
  readonly level: StaffLevel;
  readonly state: StaffState;
}

type Opener = Pick<Ports, "vault">;

/** How a member of staff is reached; null when there is no such account. */
export async function findStaffReach(ports: Opener, tx: Tx, staffId: string): Promise<StaffReach | null> {
  const [row] = await tx
    .select({ staff, nameTh: agency.nameTh, nameEn: agency.nameEn })
    .from(staff)
    .innerJoin(agency, eq(agency.id, staff.agencyId))
    .where(eq(staff.id, staffId));
  if (!row) return null;
  const { dataKey, sealed, username, level, state } = row.staff;
  const facts = ports.vault.open<StaffFacts>(dataKey, { table: "staff", rowId: staffId }, sealed);
  return { ...reachOf(facts, row), username, level: level as StaffLevel, state: state as StaffState };
}

/** How a person of an access request is reached, and the reason they were given; null: nothing to tell them. */
export async function findAccessPersonReach(
  ports: Opener,
  tx: Tx,
  accessPersonId: string,
): Promise<(Reach & { readonly reason: string }) | null> {
  const [row] = await tx
    .select({
      sealed: accessPerson.sealed,
      reason: accessPerson.reason,
      dataKey: accessRequest.dataKey,
      nameTh: agency.nameTh,
      nameEn: agency.nameEn,
    })
    .from(accessPerson)
    .innerJoin(accessRequest, eq(accessRequest.id, accessPerson.requestId))
    .innerJoin(agency, eq(agency.id, accessPerson.agencyId))
    .where(eq(accessPerson.id, accessPersonId));
  if (!row?.sealed) return null;
  const place = { table: "access_person", rowId: accessPersonId };
  const facts = ports.vault.open<StaffFacts>(row.dataKey, place, row.sealed);
  return { ...reachOf(facts, row), reason: row.reason ?? "" };
}

/** A link as its mail needs it; null when there is no such link. */
export interface LinkToSend {
  readonly staffId: string;
  readonly purpose: StaffLinkPurpose;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

export async function findLinkToSend(tx: Tx, linkId: string): Promise<LinkToSend | null> {
  const [row] = await tx.select().from(staffLink).where(eq(staffLink.id, linkId));
  if (!row) return null;
  const { staffId, purpose, expiresAt, usedAt } = row;
  return { staffId, purpose: purpose as StaffLinkPurpose, expiresAt, usedAt };
}

function reachOf(facts: StaffFacts, { nameTh, nameEn }: Reach["agency"]): Reach {
  return { email: facts.email, name: staffFullName(facts), agency: { nameTh, nameEn } };
}
