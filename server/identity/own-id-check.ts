import type { AssuranceLevel } from "./assurance.ts";
import type { IdCheckState, IdPictureFault, IdPictureSlot } from "./id-check.ts";

/** One picture an agency demands, as its citizen sees it. */
export interface OwnIdPicture {
  readonly slot: IdPictureSlot;
  /** The picture that is kept for it; null: none yet, or it is to be taken again. */
  readonly pictureId: string | null;
  /** True: an officer looked at it already, or is to. */
  readonly isSent: boolean;
  /** What was wrong with the last one, until another is kept. */
  readonly faults: readonly IdPictureFault[];
}

/** How far somebody is with proving who they are at an agency (E1.3, E1.4). */
export interface OwnIdCheck {
  readonly agency: {
    readonly id: string;
    readonly slug: string;
    readonly nameTh: string;
    readonly nameEn: string;
    /** Where it is reached, as it set it; empty: it did not. */
    readonly addressTh: string;
    readonly phone: string;
  };
  readonly assurance: AssuranceLevel;
  /** Null: nothing was sent here. */
  readonly state: IdCheckState | null;
  readonly madeAt: Date | null;
  readonly decidedAt: Date | null;
  /** What the officer wrote when the pictures were sent back. */
  readonly said: string | null;
  /** The name registered, when an officer found another one on the card; null: none did. */
  readonly differingName: string | null;
  /** In the agency's order. */
  readonly pictures: readonly OwnIdPicture[];
  /** The words of the cross-out that the server will draw. */
  readonly words: string;
}
