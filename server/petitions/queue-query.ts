import {
  filterText,
  parseQueueFilter,
  parseQueueOrder,
  parseQueueView,
  type QueueFilter,
  type QueueOrder,
  type QueueView,
} from "./queue.ts";

/** What an address of the queue asks for, but for where in the list. */
export interface QueueQuery {
  readonly view: QueueView;
  readonly order: QueueOrder;
  readonly filter: QueueFilter;
}

/** Reads what an address asks for; what is none of ours is left out. */
export function readQueueQuery(text: (name: string) => string | undefined): QueueQuery {
  const view = parseQueueView(text("view"));
  return { view, order: parseQueueOrder(view, text("order")), filter: parseQueueFilter(text) };
}

/** Writes it back, in the order we always write it, with what else the address carries. */
export function makeQueueQuery(
  { view, order, filter }: QueueQuery,
  more: Readonly<Record<string, string>> = {},
): string {
  return new URLSearchParams({ view, order, ...filterText(filter), ...more }).toString();
}

/** The query of a view that is saved: only what is ours of it, and no person. */
export function viewQuery(text: string): string {
  const given = new URLSearchParams(text);
  const read = readQueueQuery((name) => given.get(name) ?? undefined);
  return makeQueueQuery({ ...read, filter: { ...read.filter, personId: null } });
}
