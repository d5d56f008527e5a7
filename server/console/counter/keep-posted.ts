import type { AppContext } from "../../http/env.ts";
import type { FormFields } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext } from "../../http/send-page.ts";
import { keepPicture, type PictureOf } from "../../visits/actions/keep-picture.ts";
import { largestPictureBytes } from "../../visits/picture.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { staffOf } from "../gates.ts";

/** What became of a picture that came with the form. */
export interface PostedPicture {
  /** Null: none came, or it was refused. */
  readonly pictureId: string | null;
  readonly faults: readonly SummaryItem[];
}

/** Keeps the picture a form brought, if it brought one; too large a file is refused before it is read. */
export async function keepPosted(c: AppContext, form: FormFields, of: PictureOf): Promise<PostedPicture> {
  const file = form.file("picture");
  if (!file) return { pictureId: null, faults: [] };
  const { refusal } = pageContext(c).words.counter;
  const fault = (field: string, sentence: string) => ({ pictureId: null, faults: [{ field, sentence }] });
  if (file.size > largestPictureBytes) return fault("picture", refusal.picture_heavy());
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kept = await keepPicture(c.var.ports, staffOf(c), { of, bytes });
  if (kept.ok) return { pictureId: kept.value.pictureId, faults: [] };
  const isUnknown = kept.refusal.kind === "person_unknown";
  return fault(isUnknown ? "firstName" : "picture", sayRefusal(refusal, kept.refusal));
}

/** The faults of a draft together with what became of its picture: one sentence for each field. */
export function withPictureFaults(
  posted: readonly SummaryItem[],
  others: readonly SummaryItem[],
): readonly SummaryItem[] {
  return [...posted, ...others.filter(({ field }) => posted.every((item) => item.field !== field))];
}
