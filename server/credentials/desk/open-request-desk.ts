import type { Ports, Tx } from "../../ports.ts";
import { usualLocalSetting } from "../../petitions/local-setting.ts";
import { usualOfficeHours } from "../../petitions/office-hours.ts";
import { openPetitionDesk } from "../../petitions/desk/open-petition-desk.ts";
import { findServiceOfSlug, type KeptService } from "../../petitions/store/service.ts";
import { requestCategory, requestDefinition, requestSlug } from "../request-definition.ts";

/**
 * The service "คำร้องขอใช้บริการ Soft Token" of a central office, opened with hours and category where it is not there:
 * an office of before receives its first request as a new one does. It is closed to the catalogue, for only people in
 * seats ask. Runs as the system.
 */
export async function openRequestDesk(ports: Ports, tx: Tx, issuerId: string): Promise<KeptService> {
  const there = await findServiceOfSlug(tx, issuerId, requestSlug);
  if (there) return there;
  await openPetitionDesk(ports, tx, {
    agencyId: issuerId,
    hours: usualOfficeHours,
    setting: { ...usualLocalSetting, idPictures: [], slug: `token-office-${issuerId.slice(-12)}` },
    category: requestCategory,
    slug: requestSlug,
    definition: requestDefinition,
  });
  const made = await findServiceOfSlug(tx, issuerId, requestSlug);
  if (!made) throw new Error("a service that was just opened is not there");
  return made;
}
