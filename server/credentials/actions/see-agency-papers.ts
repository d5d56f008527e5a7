import type { Staff } from "../../kernel/actor.ts";
import { turnedPage, type Turn, type TurnedPage } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import type { Ports } from "../../ports.ts";
import type { ListedLetter, ListedOrder } from "../agency-papers.ts";
import { listLetterLines, listOrderLines } from "../store/agency-papers.ts";

export const papersAPage = 25;

interface Asked {
  readonly agencyId: string;
  readonly turn: Turn<MomentPlace> | null;
}

/** A page of an agency's written orders, newest first: for its head, and for the office that issued its seats. */
export async function seeOrders(
  ports: Ports,
  actor: Staff,
  { agencyId, turn }: Asked,
): Promise<TurnedPage<ListedOrder, MomentPlace>> {
  const size = papersAPage;
  const found = await ports.db.as(actor, (tx) => listOrderLines(tx, { agencyId, turn, limit: size + 1 }));
  return turnedPage(found, { turn, size }, placeOf);
}

/** A page of the sealed letters that were made for people of an agency, newest first: for the office that makes them. */
export async function seeLetters(
  ports: Ports,
  actor: Staff,
  { agencyId, turn }: Asked,
): Promise<TurnedPage<ListedLetter, MomentPlace>> {
  const size = papersAPage;
  const found = await ports.db.as(actor, (tx) => listLetterLines(tx, { agencyId, turn, limit: size + 1 }));
  return turnedPage(found, { turn, size }, placeOf);
}

function placeOf({ madeAt: at, id }: { readonly madeAt: Date; readonly id: string }): MomentPlace {
  return { at, id };
}
