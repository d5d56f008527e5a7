import type { Citizen } from "../../kernel/actor.ts";
import type { Wording } from "../../forms/field.ts";
import type { Ports } from "../../ports.ts";
import { findTownOfAgency } from "../store/catalogue.ts";
import { listOpenDrafts } from "../store/draft.ts";
import { findVersion } from "../store/service.ts";
import type { Town } from "../catalogue.ts";

/** A draft that can be gone on with. */
export interface OwnDraft {
  readonly id: string;
  readonly savedAt: Date;
  readonly service: Wording;
  readonly town: Town;
}

/** The citizen's drafts that were not sent yet, the latest first. */
export async function seeOwnDrafts(ports: Ports, actor: Citizen): Promise<readonly OwnDraft[]> {
  return ports.db.as(actor, async (tx) => {
    const drafts = await listOpenDrafts(tx, actor.personId);
    const found = await Promise.all(
      drafts.map(async ({ id, savedAt, agencyId, serviceId, serviceVersion }) => {
        const town = await findTownOfAgency(tx, agencyId);
        const version = await findVersion(tx, agencyId, serviceId, serviceVersion);
        return town && version ? [{ id, savedAt, town, service: version.definition.name }] : [];
      }),
    );
    return found.flat();
  });
}
