import type { Citizen } from "../../kernel/actor.ts";
import { turnedPage, type Turn, type TurnedPage } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import type { Ports } from "../../ports.ts";
import type { ListedPetition } from "../followed-petition.ts";
import { listOwn, type OwnShelf } from "../store/own-petition.ts";

export const ownPageSize = 20;

/** A page of a citizen's petitions at every agency, latest first: those that run, or those that ended. */
export async function seeOwnPetitions(
  ports: Ports,
  actor: Citizen,
  input: { readonly shelf: OwnShelf; readonly turn: Turn<MomentPlace> | null },
): Promise<TurnedPage<ListedPetition, MomentPlace>> {
  const { turn } = input;
  const found = await ports.db.as(actor, (tx) =>
    listOwn(tx, actor.personId, { ...input, limit: ownPageSize + 1 }),
  );
  return turnedPage(found, { turn, size: ownPageSize }, ({ submittedAt, id }): MomentPlace => ({
    at: submittedAt,
    id,
  }));
}
