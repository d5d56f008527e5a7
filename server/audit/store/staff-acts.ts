import { and, eq, inArray } from "drizzle-orm";
import { auditEntry } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

/** Something a member of staff did about a person. */
export interface StaffAct {
  readonly action: string;
  readonly subjectId: string | null;
  readonly at: Date;
  readonly staffId: string | null;
}

/** What members of staff did of these kinds about these people. Runs as the system. */
export async function listStaffActs(
  tx: Tx,
  asked: { readonly personIds: readonly string[]; readonly actions: readonly string[] },
): Promise<readonly StaffAct[]> {
  const { action, subjectId, at, actorId: staffId, actorKind, personId } = auditEntry;
  const people = [...new Set(asked.personIds)];
  if (people.length === 0) return [];
  return tx
    .select({ action, subjectId, at, staffId })
    .from(auditEntry)
    .where(and(inArray(personId, people), inArray(action, [...asked.actions]), eq(actorKind, "staff")));
}
