import type { BangkokDay } from "../kernel/thai-date.ts";
import type { Names } from "../visits/names.ts";
import type { DocumentCode } from "./document-code.ts";
import type { DocumentStanding } from "./document-standing.ts";
import type { DocumentKind } from "./issued-document.ts";

/** A document as the agency that issued it lists it: the holder by first letters, for nobody was looked at yet. */
export interface DeskDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly title: Names;
  readonly holder: string;
  readonly standing: DocumentStanding;
  readonly petitionId: string | null;
  readonly templateKey: string | null;
  readonly issuedAt: Date;
  readonly issuedBy: string;
  readonly validUntil: BangkokDay | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  readonly replacedBy: string | null;
  readonly code: DocumentCode;
  /** True: content and file were destroyed when their time was over. */
  readonly isDestroyed: boolean;
}
