import type { BangkokDay } from "../kernel/thai-date.ts";
import type { Names } from "../visits/names.ts";
import type { DocumentCode } from "./document-code.ts";
import type { DocumentStanding } from "./document-standing.ts";
import type { DocumentKind } from "./issued-document.ts";

/** A document as its holder sees it in their folder. */
export interface OwnDocument {
  readonly id: string;
  readonly agencyId: string;
  readonly petitionId: string | null;
  readonly agency: Names;
  readonly kind: DocumentKind;
  readonly title: Names;
  readonly number: string;
  readonly mediaType: string;
  readonly standing: DocumentStanding;
  readonly issuedAt: Date;
  readonly validUntil: BangkokDay | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  readonly replacedBy: string | null;
  readonly code: DocumentCode;
  /** True: content and file were destroyed when their time was over. */
  readonly isDestroyed: boolean;
  /** False of an uploaded file: nothing of ours is printed on it. */
  readonly hasQr: boolean;
}

/** A licence on the full-screen page, with what its QR says now and for the minutes ahead. */
export interface ShownLicence extends OwnDocument {
  /** Whose it is, in full: the holder shows it. */
  readonly name: string;
  readonly showings: readonly string[];
}
