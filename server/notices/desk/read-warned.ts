import { parseCitizenWord, type CitizenWord } from "../../petitions/citizen-word.ts";
import { findWord } from "../../petitions/store/citizen-word.ts";
import { findPetition, type KeptPetition } from "../../petitions/store/petition.ts";
import { findVersion } from "../../petitions/store/service.ts";
import type { Tx } from "../../ports.ts";
import { refOf } from "../ref-of.ts";
import type { WarnedPetition } from "../staff-subject.ts";

type Refs = Readonly<Record<string, unknown>>;

/** The petition a warning names; null: it is gone, was completed since, or its clock stands. */
export async function findWarnedPetition(tx: Tx, refs: Refs): Promise<WarnedPetition | null> {
  const kept = await findOpen(tx, refs);
  return kept === null || kept.dueDay === null ? null : named(tx, kept);
}

/**
 * The petition a citizen reopened, and whether it is the addressee's now; null: it is gone, was completed since, or
 * somebody else has it.
 */
export async function findReopenedPetition(
  tx: Tx,
  refs: Refs,
): Promise<{ readonly petition: WarnedPetition; readonly isYours: boolean } | null> {
  const kept = await findOpen(tx, refs);
  const isYours = kept?.officerId === refOf(refs, "staffId");
  if (kept === null || (kept.officerId !== null && !isYours)) return null;
  const petition = await named(tx, kept);
  return petition && { petition, isYours };
}

/** The petition whose citizen wrote, and what; null: it is gone, or was answered meanwhile. */
export async function findAnsweredPetition(
  tx: Tx,
  refs: Refs,
): Promise<{ readonly petition: WarnedPetition; readonly what: CitizenWord } | null> {
  const kept = await findPetition(tx, refOf(refs, "agencyId"), refOf(refs, "petitionId"));
  const what = parseCitizenWord(refOf(refs, "what"));
  if (kept === null || what === null) return null;
  if (what !== "withdrawn" && (await findWord(tx, kept)) === null) return null;
  const petition = await named(tx, kept);
  return petition && { petition, what };
}

async function findOpen(tx: Tx, refs: Refs): Promise<KeptPetition | null> {
  const kept = await findPetition(tx, refOf(refs, "agencyId"), refOf(refs, "petitionId"));
  return kept?.status === "completed" ? null : kept;
}

async function named(tx: Tx, kept: KeptPetition): Promise<WarnedPetition | null> {
  const { agencyId, id, number, dueDay, serviceId, serviceVersion } = kept;
  const version = await findVersion(tx, agencyId, serviceId, serviceVersion);
  return version && { id, number, dueDay, service: version.definition.name };
}
