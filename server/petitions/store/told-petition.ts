import { eq } from "drizzle-orm";
import { agency } from "../../../db/schema/index.ts";
import type { Wording } from "../../forms/field.ts";
import { refOf } from "../../notices/ref-of.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { NamedPetition, ToldPetition } from "../told-petition.ts";
import { listEvents } from "./petition-event.ts";
import { findPetition, type KeptPetition } from "./petition.ts";
import { findVersion } from "./service.ts";

type Refs = Readonly<Record<string, unknown>>;

/** The petition a notice names, by its refs (agencyId, petitionId). Null: it is gone. */
export async function findNamedPetition(tx: Tx, refs: Refs): Promise<NamedPetition | null> {
  const kept = await findPetition(tx, refOf(refs, "agencyId"), refOf(refs, "petitionId"));
  return kept && nameOf(tx, kept);
}

/**
 * The petition a notice tells of, by its refs (agencyId, petitionId, eventId). Null: it is gone, or it was completed since,
 * so that what happened before is no news any more.
 */
export async function findToldPetition(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  refs: Refs,
): Promise<ToldPetition | null> {
  const kept = await findPetition(tx, refOf(refs, "agencyId"), refOf(refs, "petitionId"));
  if (!kept) return null;
  const events = await listEvents(ports, tx, kept);
  const event = events.find(({ id }) => id === refs["eventId"]);
  const named = await nameOf(tx, kept);
  if (!event || !named) return null;
  const isOver = kept.status === "completed" && event.status !== "completed" && event.kind !== "submitted";
  if (isOver) return null;
  const { outcome, submittedAt, deemedReceivedAt, dueDay, testUntil } = kept;
  const { kind: step, status, words } = event;
  const asked = await labelsOf(tx, kept, words.fields ?? []);
  return { ...named, step, status, outcome, words, asked, submittedAt, deemedReceivedAt, dueDay, testUntil };
}

/** The labels of fields by their paths, each question once. */
async function labelsOf(tx: Tx, kept: KeptPetition, paths: readonly string[]): Promise<readonly Wording[]> {
  if (paths.length === 0) return [];
  const version = await findVersion(tx, kept.agencyId, kept.serviceId, kept.serviceVersion);
  const keys = new Set(paths.map((path) => path.split(".")[0]));
  return (version?.definition.form.fields ?? []).filter(({ key }) => keys.has(key)).map(({ label }) => label);
}

async function nameOf(tx: Tx, kept: KeptPetition): Promise<NamedPetition | null> {
  const { agencyId, id, number, serviceId, serviceVersion } = kept;
  const version = await findVersion(tx, agencyId, serviceId, serviceVersion);
  const [names] = await tx
    .select({ nameTh: agency.nameTh, nameEn: agency.nameEn })
    .from(agency)
    .where(eq(agency.id, agencyId));
  if (!version || !names) return null;
  return { agencyId, id, number, agency: names, service: version.definition.name };
}
