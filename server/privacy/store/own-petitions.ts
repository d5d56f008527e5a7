import { and, asc, desc, eq, isNull } from "drizzle-orm";
import {
  agency,
  petition,
  petitionDraft,
  petitionEvent,
  petitionFile,
  petitionMessage,
  satisfaction,
  serviceVersion,
} from "../../../db/schema/index.ts";
import type { Ports, Tx } from "../../ports.ts";
import { fileNameOf, type OwnFacts, type OwnFile } from "../own-data.ts";
import { told } from "./own-account.ts";

type Sealer = Pick<Ports, "vault">;

const versionOf = and(
  eq(serviceVersion.agencyId, petition.agencyId),
  eq(serviceVersion.serviceId, petition.serviceId),
  eq(serviceVersion.version, petition.serviceVersion),
);

/**
 * A person's petitions whole: answers, what happened and was said to them, the thread, and how content they said they
 * were; latest first. Notes that officers write for each other are not told. Runs as the citizen.
 */
export async function listOwnPetitions(
  ports: Sealer,
  tx: Tx,
  personId: string,
): Promise<readonly OwnFacts[]> {
  const rows = await tx
    .select({
      kept: petition,
      agency: agency.nameTh,
      definition: serviceVersion.definition,
      stars: satisfaction.stars,
    })
    .from(petition)
    .innerJoin(agency, eq(agency.id, petition.agencyId))
    .leftJoin(serviceVersion, versionOf)
    .leftJoin(
      satisfaction,
      and(eq(satisfaction.agencyId, petition.agencyId), eq(satisfaction.petitionId, petition.id)),
    )
    .where(eq(petition.personId, personId))
    .orderBy(desc(petition.submittedAt));
  const own: OwnFacts[] = [];
  for (const { kept, definition, ...row } of rows) {
    const { number, status, outcome, via, submittedAt, deemedReceivedAt, dueDay, completedAt } = kept;
    const open = (table: string, rowId: string, sealed: Uint8Array) =>
      ports.vault.open<OwnFacts>(kept.dataKey, { table, rowId }, sealed);
    own.push({
      ...told({ number, service: nameOf(definition), ...row, status, outcome, via }),
      ...told({ submittedAt, deemedReceivedAt, dueDay, completedAt, shreddedAt: kept.shreddedAt }),
      ...open("petition", kept.id, kept.sealed),
      happened: await happenedOf(tx, kept, open),
      messages: await saidOf(tx, kept, open),
    });
  }
  return own;
}

type Open = (table: string, rowId: string, sealed: Uint8Array) => OwnFacts;
type Kept = Pick<typeof petition.$inferSelect, "agencyId" | "id">;

async function happenedOf(tx: Tx, { agencyId, id }: Kept, open: Open): Promise<readonly OwnFacts[]> {
  const events = await tx
    .select()
    .from(petitionEvent)
    .where(and(eq(petitionEvent.agencyId, agencyId), eq(petitionEvent.petitionId, id)))
    .orderBy(asc(petitionEvent.happenedAt), asc(petitionEvent.id));
  return events.map(({ id: rowId, kind, doer, happenedAt, sealed }) => ({
    ...told({ kind, doer, happenedAt }),
    ...(sealed ? open("petition_event", rowId, sealed) : {}),
  }));
}

async function saidOf(tx: Tx, { agencyId, id }: Kept, open: Open): Promise<readonly OwnFacts[]> {
  const messages = await tx
    .select()
    .from(petitionMessage)
    .where(and(eq(petitionMessage.agencyId, agencyId), eq(petitionMessage.petitionId, id)))
    .orderBy(asc(petitionMessage.saidAt), asc(petitionMessage.id));
  return messages.map(({ id: rowId, doer, saidAt, sealed }) => ({
    ...told({ doer, saidAt }),
    ...open("petition_message", rowId, sealed),
  }));
}

/** Drafts that were not sent yet, with what was typed. */
export async function listOwnDrafts(ports: Sealer, tx: Tx, personId: string): Promise<readonly OwnFacts[]> {
  const rows = await tx
    .select({ kept: petitionDraft, agency: agency.nameTh, definition: serviceVersion.definition })
    .from(petitionDraft)
    .innerJoin(agency, eq(agency.id, petitionDraft.agencyId))
    .leftJoin(
      serviceVersion,
      and(
        eq(serviceVersion.agencyId, petitionDraft.agencyId),
        eq(serviceVersion.serviceId, petitionDraft.serviceId),
        eq(serviceVersion.version, petitionDraft.serviceVersion),
      ),
    )
    .where(and(eq(petitionDraft.personId, personId), isNull(petitionDraft.petitionId)));
  return rows.map(({ kept, agency: agencyName, definition }) => ({
    ...told({ service: nameOf(definition), agency: agencyName, madeAt: kept.madeAt, savedAt: kept.savedAt }),
    typed: ports.vault.open<OwnFacts>(kept.dataKey, { table: "petition_draft", rowId: kept.id }, kept.sealed),
  }));
}

/** Every file a person sent with drafts, petitions and messages. */
export async function listOwnPetitionFiles(
  ports: Sealer,
  tx: Tx,
  personId: string,
): Promise<readonly OwnFile[]> {
  const rows = await tx
    .select({ kept: petitionFile, number: petition.number })
    .from(petitionFile)
    .leftJoin(
      petition,
      and(eq(petition.agencyId, petitionFile.agencyId), eq(petition.id, petitionFile.petitionId)),
    )
    .where(eq(petitionFile.personId, personId));
  return rows.map(({ kept: { id, dataKey, sealed, fileKey }, number }) => {
    const place = { table: "petition_file", rowId: id };
    const { name } = ports.vault.open<{ readonly name: string }>(dataKey, place, sealed);
    return {
      name: `files/${number ?? "draft"}-${id.slice(-8)}-${fileNameOf(name)}`,
      fileKey,
      dataKey,
      place,
    };
  });
}

function nameOf(definition: unknown): string {
  return (definition as { readonly name?: { readonly th?: string } } | null)?.name?.th ?? "";
}
