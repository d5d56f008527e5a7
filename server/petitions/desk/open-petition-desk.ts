import type { Ports, Tx } from "../../ports.ts";
import type { LocalSetting } from "../local-setting.ts";
import type { OfficeHours } from "../office-hours.ts";
import type { ServiceDefinition } from "../service-definition.ts";
import { saveHours } from "../store/calendar.ts";
import { insertLocalSetting, lockAgency } from "../store/local-government.ts";
import { ensureCategory, insertOpenService } from "../store/open-service.ts";
import { changeService } from "../store/service-making.ts";
import { findServiceOfSlug } from "../store/service.ts";

export interface PetitionDesk {
  readonly agencyId: string;
  readonly hours: OfficeHours;
  readonly setting: LocalSetting;
  readonly category: Named;
  readonly slug: string;
  readonly definition: ServiceDefinition;
}

interface Named {
  readonly nameTh: string;
  readonly nameEn: string;
}

/**
 * Makes an agency that is no local government able to receive petitions of one service of its own, which the catalogue
 * does not offer. Its petitions lie with no unit, so that
 * everybody who works on petitions there reaches them. Two at once make one. Runs as the system.
 */
export async function openPetitionDesk(ports: Ports, tx: Tx, desk: PetitionDesk): Promise<void> {
  const { agencyId, hours, setting, slug, definition } = desk;
  await lockAgency(tx, agencyId);
  if (await findServiceOfSlug(tx, agencyId, slug)) return;
  await insertLocalSetting(tx, agencyId, setting);
  await saveHours(tx, agencyId, hours);
  const [id, now] = [ports.random.uuid(), ports.clock.now()];
  const categoryId = await ensureCategory(tx, agencyId, { id: ports.random.uuid(), ...desk.category });
  const made = { agencyId, id, categoryId, unitId: null, slug, definition, examples: [], notes: null, now };
  await insertOpenService(tx, made);
  await changeService(tx, agencyId, id, { closedAt: now });
}
