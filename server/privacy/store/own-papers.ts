import { desc, eq } from "drizzle-orm";
import { agency, idCheck, idPicture, issuedDocument, profilePicture } from "../../../db/schema/index.ts";
import { isDestroyed } from "../../petitions/issued-document.ts";
import type { Ports, Tx } from "../../ports.ts";
import { fileNameOf, type OwnFacts, type OwnFile } from "../own-data.ts";
import { told } from "./own-account.ts";

/** Documents that were issued to a person, with what stands on them; latest first. Runs as the citizen. */
export async function listOwnDocuments(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  personId: string,
): Promise<{ readonly documents: readonly OwnFacts[]; readonly files: readonly OwnFile[] }> {
  const rows = await tx
    .select({ kept: issuedDocument, agency: agency.nameTh })
    .from(issuedDocument)
    .innerJoin(agency, eq(agency.id, issuedDocument.agencyId))
    .where(eq(issuedDocument.personId, personId))
    .orderBy(desc(issuedDocument.issuedAt));
  return {
    documents: rows.map(({ kept, agency: agencyName }) => {
      const { kind, number, titleTh, state, validUntil, issuedAt, endedAt, endReason } = kept;
      const place = { table: "issued_document", rowId: kept.id };
      return {
        ...told({
          agency: agencyName,
          kind,
          number,
          title: titleTh,
          state,
          validUntil,
          issuedAt,
          endedAt,
          endReason,
        }),
        holds: ports.vault.open<OwnFacts>(kept.dataKey, place, kept.sealed),
      };
    }),
    files: rows
      .filter(({ kept }) => !isDestroyed(kept))
      .map(({ kept }) => ({
        name: `files/document-${fileNameOf(kept.number)}.pdf`,
        fileKey: kept.fileKey,
        dataKey: kept.dataKey,
        place: { table: "issued_document", rowId: kept.id },
      })),
  };
}

/** Checks of a person's ID pictures, and the pictures that are kept, crossed out as they are. */
export async function listOwnIdChecks(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  person: { readonly id: string; readonly dataKey: Uint8Array },
): Promise<{ readonly checks: readonly OwnFacts[]; readonly files: readonly OwnFile[] }> {
  const rows = await tx
    .select({ kept: idCheck, agency: agency.nameTh })
    .from(idCheck)
    .innerJoin(agency, eq(agency.id, idCheck.agencyId))
    .where(eq(idCheck.personId, person.id))
    .orderBy(desc(idCheck.madeAt));
  const pictures = await tx.select().from(idPicture).where(eq(idPicture.personId, person.id));
  return {
    checks: rows.map(({ kept: { id, state, madeAt, decidedAt, said }, agency: agencyName }) => ({
      ...told({ agency: agencyName, state, madeAt, decidedAt }),
      said: said && ports.vault.open<string>(person.dataKey, { table: "id_check", rowId: id }, said),
    })),
    files: pictures.map(({ id, slot, fileKey, dataKey }) => ({
      name: `files/id-${fileNameOf(slot)}-${id.slice(-8)}.jpg`,
      fileKey,
      dataKey,
      place: { table: "id_picture", rowId: id },
    })),
  };
}

/** The picture a person shows of themselves. Runs as the citizen. */
export async function listOwnProfilePicture(tx: Tx, personId: string): Promise<readonly OwnFile[]> {
  const rows = await tx.select().from(profilePicture).where(eq(profilePicture.personId, personId));
  return rows.map(({ id, fileKey, dataKey }) => ({
    name: "files/profile-picture.jpg",
    fileKey,
    dataKey,
    place: { table: "profile_picture", rowId: id },
  }));
}
