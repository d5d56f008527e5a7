import { desc, eq, sql } from "drizzle-orm";
import { agency, serviceCode, visit, visitPicture } from "../../../db/schema/index.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { OwnFacts, OwnFile } from "../own-data.ts";
import { told } from "./own-account.ts";

/** A person's visits with their codes and what was typed beside them, latest first. Runs as the citizen. */
export async function listOwnVisits(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  person: { readonly id: string; readonly dataKey: Uint8Array },
): Promise<readonly OwnFacts[]> {
  const visits = await tx
    .select({
      id: visit.id,
      facility: agency.nameTh,
      day: visit.day,
      status: visit.status,
      way: visit.way,
      evidence: visit.evidence,
      cameAt: visit.cameAt,
      hn: visit.hn,
      an: visit.an,
      sealed: visit.sealed,
    })
    .from(visit)
    .innerJoin(agency, eq(agency.id, visit.agencyId))
    .where(eq(visit.personId, person.id))
    .orderBy(desc(visit.day), desc(visit.id));
  const codes = await tx
    .select({
      visitId: serviceCode.visitId,
      facts: {
        code: serviceCode.code,
        service: serviceCode.serviceType,
        status: serviceCode.status,
        issuedAt: serviceCode.issuedAt,
        usedAt: serviceCode.usedAt,
        closedAt: serviceCode.closedAt,
        closingCode: serviceCode.closingCode,
        cancelledAt: serviceCode.cancelledAt,
      },
    })
    .from(serviceCode)
    .where(eq(serviceCode.personId, person.id));
  return visits.map(({ id, sealed, ...row }) => ({
    ...told(row),
    beside: sealed && ports.vault.open<OwnFacts>(person.dataKey, { table: "visit", rowId: id }, sealed),
    codes: codes.filter(({ visitId }) => visitId === id).map(({ facts }) => told(facts)),
  }));
}

/** The pictures that counters took of a person. */
export async function listOwnVisitPictures(
  tx: Tx,
  person: { readonly id: string; readonly dataKey: Uint8Array },
): Promise<readonly OwnFile[]> {
  const rows = await tx
    .select({
      id: visitPicture.id,
      fileKey: visitPicture.fileKey,
      day: sql<string>`${visitPicture.madeAt}::text`,
    })
    .from(visitPicture)
    .where(eq(visitPicture.personId, person.id));
  return rows.map(({ id, fileKey, day }) => ({
    name: `files/visit-${day.slice(0, 10)}-${id.slice(-8)}.jpg`,
    fileKey,
    dataKey: person.dataKey,
    place: { table: "visit_picture", rowId: id },
  }));
}
