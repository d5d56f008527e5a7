import type { BangkokDay } from "../kernel/thai-date.ts";
import type { Names } from "../visits/names.ts";

/** What somebody is told of a document of theirs. */
export const documentNoticeKinds = ["document_issued", "document_revoked"] as const;
export type DocumentNoticeKind = (typeof documentNoticeKinds)[number];

/** A document as a notice speaks of it. */
export interface ToldDocument {
  readonly id: string;
  readonly number: string;
  readonly title: Names;
  readonly agency: Names;
  readonly validUntil: BangkokDay | null;
  /** Why it was revoked; null: it was not. */
  readonly endReason: string | null;
}
