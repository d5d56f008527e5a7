import type { LostNoticeKind, LostTold } from "../../credentials/lost-notice.ts";
import { findLostPhone } from "../../credentials/store/lost-phone.ts";
import type { Ports, Tx } from "../../ports.ts";

/** The lost phone a head is told of; null: there is none, or the letter they are reminded of was sent meanwhile. */
export async function findToldLostPhone(
  ports: Ports,
  tx: Tx,
  id: string,
  kind: LostNoticeKind,
): Promise<LostTold | null> {
  const lost = await findLostPhone(ports, tx, id);
  if (lost === null || (kind === "staff_lost_letter" && lost.letterSentAt !== null)) return null;
  const { name, userCode, right, agencyTh, agencyEn, letterDue } = lost;
  return { seat: { name, userCode, right, agency: { nameTh: agencyTh, nameEn: agencyEn } }, letterDue };
}
