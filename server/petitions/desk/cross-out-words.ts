import { findAgencyPlace } from "../../agencies/store/office.ts";
import { crossOutFor } from "../../identity/cross-out.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { FileField } from "../draft.ts";
import { findVersion } from "../store/service.ts";

/** Under which form something is filed: a draft or a petition has these. */
interface FiledUnder {
  readonly agencyId: string;
  readonly serviceId: string;
  readonly serviceVersion: number;
}

/**
 * The words a file of that field is crossed out with before it is kept (E1.3: "ใช้สำหรับ<ชื่อบริการ> กับ<หน่วยงาน>เท่านั้น
 * <วันที่>"); null: the field does not ask for it.
 */
export async function crossOutWords(
  { clock }: Pick<Ports, "clock">,
  tx: Tx,
  { agencyId, serviceId, serviceVersion }: FiledUnder,
  field: FileField,
): Promise<string | null> {
  if (!field.isCrossedOut) return null;
  const version = await findVersion(tx, agencyId, serviceId, serviceVersion);
  const place = await findAgencyPlace(tx, agencyId);
  if (!version || !place) throw new Error("a form without its service or agency");
  return crossOutFor(version.definition.name.th, place.nameTh, bangkokDay(clock.now()));
}
