import { makeQueuePlace, type QueuePlace } from "../../petitions/queue.ts";
import { makeQueueQuery, type QueueQuery } from "../../petitions/queue-query.ts";

export const petitionsPath = "/console/petitions";

/** The address of a page of the queue: view, order and filters by id, and where in the list. */
export function queueAddress(query: QueueQuery, more: Readonly<Record<string, string>> = {}): string {
  return `${petitionsPath}?${makeQueueQuery(query, more)}`;
}

/** The page of one petition. */
export function petitionPath(id: string): string {
  return `${petitionsPath}/${id}`;
}

/** Going on with a draft that was handed over: where its number is taken, or the one that was. */
export function handedPath(handOverId?: string): string {
  const base = `${petitionsPath}/new/hand-over`;
  return handOverId === undefined ? base : `${base}/${handOverId}`;
}

export const placeText: (place: QueuePlace) => string = makeQueuePlace;
