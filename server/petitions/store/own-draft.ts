import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { agency, localSetting, petitionDraft, serviceVersion } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { OwnDraft } from "../own-draft.ts";

/**
 * The drafts of a person that were not sent yet, as they are called, the latest first. `ids`: of these alone. Nothing that
 * was typed is opened. Runs as the citizen or the system.
 */
export function listOwnDrafts(
  tx: Tx,
  personId: string,
  { limit, ids }: { readonly limit: number; readonly ids?: readonly string[] },
): Promise<OwnDraft[]> {
  const { nameTh, nameEn } = agency;
  return tx
    .select({
      id: petitionDraft.id,
      savedAt: petitionDraft.savedAt,
      service: {
        th: sql<string>`${serviceVersion.definition}->'name'->>'th'`,
        en: sql<string | null>`${serviceVersion.definition}->'name'->>'en'`,
      },
      town: { agencyId: petitionDraft.agencyId, nameTh, nameEn, slug: localSetting.slug },
    })
    .from(petitionDraft)
    .innerJoin(agency, eq(agency.id, petitionDraft.agencyId))
    .innerJoin(localSetting, eq(localSetting.agencyId, petitionDraft.agencyId))
    .innerJoin(
      serviceVersion,
      and(
        eq(serviceVersion.agencyId, petitionDraft.agencyId),
        eq(serviceVersion.serviceId, petitionDraft.serviceId),
        eq(serviceVersion.version, petitionDraft.serviceVersion),
      ),
    )
    .where(
      and(
        eq(petitionDraft.personId, personId),
        isNull(petitionDraft.petitionId),
        ids === undefined ? undefined : inArray(petitionDraft.id, [...ids]),
      ),
    )
    .orderBy(desc(petitionDraft.savedAt), desc(petitionDraft.id))
    .limit(limit);
}
