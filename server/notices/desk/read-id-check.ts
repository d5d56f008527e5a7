import { findAgencyPlace } from "../../agencies/store/office.ts";
import type { ToldIdCheck } from "../../identity/id-check-notice.ts";
import { findIdCheck } from "../../identity/store/id-check.ts";
import { findLocalSetting } from "../../petitions/store/local-government.ts";
import type { Tx } from "../../ports.ts";

/** A decided check of ID pictures as a notice speaks of it; null: it or its agency is gone. */
export async function findToldIdCheck(
  tx: Tx,
  agencyId: string,
  checkId: string,
): Promise<ToldIdCheck | null> {
  const check = await findIdCheck(tx, agencyId, checkId);
  const agency = await findAgencyPlace(tx, agencyId);
  const setting = await findLocalSetting(tx, agencyId);
  if (!check || !agency || !setting) return null;
  const { nameTh, nameEn } = agency;
  const { slug, addressTh, phone } = setting;
  return { agency: { nameTh, nameEn }, slug, addressTh, phone, faults: check.faults };
}
