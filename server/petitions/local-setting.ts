import { idPictureSlots, type IdPictureSlot } from "../identity/id-check.ts";

/** What a local government sets for itself beside its services, hours and days (E5.6). */
export interface LocalSetting {
  /** Names the agency in addresses: small letters, digits and hyphens. */
  readonly slug: string;
  /** The ID pictures its people are asked for, in this order (E1.3). */
  readonly idPictures: readonly IdPictureSlot[];
  /** Its own greeting above the catalogue; empty: ours. */
  readonly welcomeTh: string;
  readonly welcomeEn: string;
  /** Where people may call or write, as it is printed on letters. */
  readonly addressTh: string;
  readonly phone: string;
  /** For how many days completed petitions are kept. */
  readonly keepDays: number;
}

/** What a local government begins with: three pictures, and the ten years that general records of the state are kept. */
export const usualLocalSetting: Omit<LocalSetting, "slug"> = {
  idPictures: idPictureSlots,
  welcomeTh: "",
  welcomeEn: "",
  addressTh: "",
  phone: "",
  keepDays: 3650,
};

/** Under which key a seal's file is kept; each one that is given has its own. */
export function sealKey(agencyId: string, sealId: string): string {
  return `seals/${agencyId}/${sealId}`;
}

/** Where a seal stands sealed. */
export function sealPlace(agencyId: string) {
  return { table: "local_setting", rowId: agencyId };
}

/** The shape of a slug: 3 to 40 small letters, digits and hyphens, none at an end. */
export const slugShape = /^[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]$/;
