import { and, eq } from "drizzle-orm";
import { agency, officeHours } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { OfficeHours } from "../office-hours.ts";

export interface NewLocalGovernment {
  readonly id: string;
  /** The central office, which grants its people access; null: it was not added yet. */
  readonly registrarId: string | null;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly hours: OfficeHours;
  readonly now: Date;
}

/** The local government of a Thai name; null: there is none. */
export async function findLocalGovernment(tx: Tx, nameTh: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: agency.id })
    .from(agency)
    .where(and(eq(agency.kind, "local_government"), eq(agency.nameTh, nameTh)));
  return row?.id ?? null;
}

/** Keeps a new local government with its office hours. Runs as the system. */
export async function insertLocalGovernment(tx: Tx, made: NewLocalGovernment): Promise<void> {
  const { id, registrarId, nameTh, nameEn, hours, now } = made;
  const row = { id, kind: "local_government", region: null, registrarId, nameTh, nameEn, createdAt: now };
  await tx.insert(agency).values(row);
  await tx.insert(officeHours).values({ agencyId: id, ...hours, weekdays: [...hours.weekdays] });
}
