import type { OldDeviceKind } from "./old-device.ts";
import type { RegistrationState } from "./token-registration.ts";
import type { UserCode } from "./user-code.ts";

/** How far a move from hardware keys is: holders, and hardware keys that came back. */
export interface CampaignFigures {
  readonly imported: number;
  /** Sent their registration, whatever became of it since. */
  readonly registered: number;
  readonly waiting: number;
  /** Made a key on a phone: they moved. */
  readonly moved: number;
  readonly keys: number;
  readonly returned: number;
}

/** Which holders of a campaign are listed: who has not moved, whose hardware key is not back, or all. */
export const campaignLists = ["not_moved", "not_returned", "all"] as const;
export type CampaignList = (typeof campaignLists)[number];

/** A holder of a campaign, as the central office follows them. */
export interface CampaignHolder {
  readonly holdingId: string;
  readonly agencyTh: string;
  readonly agencyEn: string;
  readonly userCode: UserCode;
  /** "มานี ชูใจ". */
  readonly name: string;
  readonly device: { readonly kind: OldDeviceKind; readonly serial: string | null };
  /** Null: they have not begun to register. */
  readonly registration: RegistrationState | null;
  readonly isMoved: boolean;
  readonly returnedAt: Date | null;
  /** The Bangkok day of the last reminder. */
  readonly remindedOn: string | null;
}
