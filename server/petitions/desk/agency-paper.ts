import { findAgencyPlace } from "../../agencies/store/office.ts";
import { readJpegShape } from "../../kernel/jpeg-shape.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { SealPicture } from "../document-paper.ts";
import { sealPlace } from "../local-setting.ts";
import { findLocalSetting, findSeal } from "../store/local-government.ts";

/** What of an agency stands on its papers. */
export interface AgencyPaper {
  readonly nameTh: string;
  readonly nameEn: string;
  readonly address: string;
  readonly seal: SealPicture | null;
}

/** Reads what of an agency stands on its papers: name, address and phone, and its seal out of the file store. */
export async function readAgencyPaper(ports: Ports, tx: Tx, agencyId: string): Promise<AgencyPaper> {
  const place = await findAgencyPlace(tx, agencyId);
  const setting = await findLocalSetting(tx, agencyId);
  if (!place) throw new Error("an agency that is not there");
  const phone = setting?.phone ? `โทร. ${setting.phone}` : "";
  const address = [setting?.addressTh ?? "", phone].filter((part) => part !== "").join("  ");
  return { nameTh: place.nameTh, nameEn: place.nameEn, address, seal: await readSeal(ports, tx, agencyId) };
}

/** The seal of an agency; null: none was given, or its file is gone. */
export async function readSeal(ports: Ports, tx: Tx, agencyId: string): Promise<SealPicture | null> {
  const kept = await findSeal(tx, agencyId);
  const sealed = kept === null ? null : await ports.files.get(kept.fileKey);
  if (kept === null || sealed === null) return null;
  const jpeg = ports.vault.openBytes(kept.dataKey, sealPlace(agencyId), sealed);
  const shape = readJpegShape(jpeg);
  return shape && { jpeg, width: shape.width, height: shape.height };
}
