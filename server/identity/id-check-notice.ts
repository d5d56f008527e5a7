import type { Names } from "../visits/names.ts";
import type { SlotFault } from "./id-check.ts";

/** What somebody is told of the check of their ID pictures (E1.4). */
export const idCheckNoticeKinds = ["id_check_approved", "id_check_sent_back"] as const;
export type IdCheckNoticeKind = (typeof idCheckNoticeKinds)[number];

/** A check as a notice speaks of it. What the officer wrote stands on the page alone. */
export interface ToldIdCheck {
  readonly agency: Names;
  readonly slug: string;
  /** Where the agency is reached, as it set it; empty: it did not. */
  readonly addressTh: string;
  readonly phone: string;
  readonly faults: readonly SlotFault[];
}
