import type { Staff } from "../../kernel/actor.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Tx } from "../../ports.ts";
import { findLoosePicture, findPictureOfVisit, type KeptVisit } from "../store.ts";
import type { DraftRefusal } from "../visit-draft.ts";
import type { AskingWay } from "../visit.ts";

/** A picture that may be tied to a draft, and whose it is. */
export interface PictureToTie {
  readonly id: string;
  readonly personId: string;
}

/** What a draft by number and picture without its picture is refused by. */
export const pictureMissing = {
  kind: "draft_incomplete",
  fields: [{ field: "picture", refusal: { kind: "picture_missing" } }],
} as const satisfies DraftRefusal;

/** The picture that is to be tied, taken by this member of staff; null: none was given, or it is no such. */
export async function pictureToTie(
  tx: Tx,
  actor: Staff,
  { way, pictureId }: { readonly way: AskingWay; readonly pictureId: string | null },
): Promise<PictureToTie | null> {
  if (way !== "picture" || pictureId === null || !isUuid(pictureId)) return null;
  const found = await findLoosePicture(tx, actor, pictureId);
  return found && { ...found, id: pictureId };
}

/** True when a draft will have its person's picture: the one given, or without one given the one before. */
export async function hasPictureThen(
  tx: Tx,
  visit: KeptVisit,
  given: { readonly pictureId: string | null; readonly picture: PictureToTie | null },
): Promise<boolean> {
  if (visit.way !== "picture") return true;
  if (given.pictureId === null) return (await findPictureOfVisit(tx, visit)) !== null;
  return given.picture?.personId === visit.personId;
}
