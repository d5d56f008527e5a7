import { eq } from "drizzle-orm";
import { agency } from "../../../db/schema/index.ts";
import { refOf } from "../../notices/ref-of.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { ToldPetition } from "../told-petition.ts";
import { listEvents } from "./petition-event.ts";
import { findPetition } from "./petition.ts";
import { findVersion } from "./service.ts";

/** The petition a notice tells of, by its refs (agencyId, petitionId, eventId). Null: it is gone. */
export async function findToldPetition(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  refs: Readonly<Record<string, unknown>>,
): Promise<ToldPetition | null> {
  const agencyId = refOf(refs, "agencyId");
  const kept = await findPetition(tx, agencyId, refOf(refs, "petitionId"));
  if (!kept) return null;
  const event = (await listEvents(ports, tx, kept)).find(({ id }) => id === refs["eventId"]);
  const version = await findVersion(tx, agencyId, kept.serviceId, kept.serviceVersion);
  const [names] = await tx
    .select({ nameTh: agency.nameTh, nameEn: agency.nameEn })
    .from(agency)
    .where(eq(agency.id, agencyId));
  if (!event || !version || !names) return null;
  const { id, number, outcome, submittedAt, deemedReceivedAt, dueDay, testUntil } = kept;
  const { kind: step, status, words } = event;
  const moments = { submittedAt, deemedReceivedAt, dueDay, testUntil };
  return {
    agencyId,
    id,
    number,
    agency: names,
    service: version.definition.name,
    step,
    status,
    outcome,
    words,
    ...moments,
  };
}
