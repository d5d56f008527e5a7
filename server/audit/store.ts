import { auditEntry } from "../../db/schema/index.ts";
import type { Ports, Tx } from "../ports.ts";
import { actorId, actorKind, type Entry } from "./entry.ts";

/** Writes one entry in the transaction of the change it tells of: both are there, or neither. */
export async function record(ports: Pick<Ports, "clock" | "random">, tx: Tx, entry: Entry): Promise<void> {
  const { action, actor, personId, agencyId, subjectId, refs } = entry;
  await tx.insert(auditEntry).values({
    id: ports.random.uuid(),
    at: ports.clock.now(),
    action,
    actorKind: actorKind(actor),
    actorId: actorId(actor),
    personId: personId ?? (actor.kind === "citizen" || actor.kind === "holder" ? actor.personId : null),
    agencyId: agencyId ?? (actor.kind === "staff" || actor.kind === "holder" ? actor.agencyId : null),
    subjectId: subjectId ?? null,
    refs: refs ?? {},
  });
}
