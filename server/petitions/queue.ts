import { isUuid } from "../kernel/uuid.ts";
import { parseBangkokDay, type BangkokDay } from "../kernel/thai-date.ts";
import { petitionStatuses, type PetitionStatus } from "./petition-status.ts";

/** The ways in which officers look at their petitions (E5.1). */
export const queueViews = ["mine", "unit", "unassigned", "due_soon", "overdue", "all", "completed"] as const;
export type QueueView = (typeof queueViews)[number];

/** The views of work that is open: they can be sorted by the day due, and their petitions are counted. */
export const openViews = ["mine", "unit", "unassigned", "due_soon", "overdue"] as const;
export type OpenView = (typeof openViews)[number];

/** `due`: what is due first, what has no day last. */
export const queueOrders = ["due", "newest", "oldest"] as const;
export type QueueOrder = (typeof queueOrders)[number];

/** "Due soon": within so many working days. */
export const soonWorkingDays = 3;
/** How many petitions a page has. */
export const petitionsAPage = 50;
/** A view is counted up to here; past it the page says "99+". */
export const countedUpTo = 100;

/** What of a view is shown; null and false: everything. Days are those of filing. */
export interface QueueFilter {
  readonly serviceId: string | null;
  readonly unitId: string | null;
  readonly officerId: string | null;
  readonly status: PetitionStatus | null;
  /** Only those that wait for their citizen. */
  readonly waits: boolean;
  readonly from: BangkokDay | null;
  readonly until: BangkokDay | null;
  readonly personId: string | null;
}

export const nothingFiltered: QueueFilter = {
  serviceId: null,
  unitId: null,
  officerId: null,
  status: null,
  waits: false,
  from: null,
  until: null,
  personId: null,
};

/** Where a petition stands in the order of a list: its day due or moment of filing, and its id among equals. */
export interface QueuePlace {
  readonly key: string;
  readonly id: string;
}

/** True for a view of open work. */
export function isOpenView(view: QueueView): view is OpenView {
  return openViews.some((each) => each === view);
}

/** Reads a view out of an address: one's own work for anything else. */
export function parseQueueView(text: string | undefined): QueueView {
  return queueViews.find((view) => view === text) ?? "mine";
}

/** The orders a view can stand in, the usual one first. */
export function ordersOf(view: QueueView): readonly [QueueOrder, ...QueueOrder[]] {
  return isOpenView(view) ? queueOrders : ["newest", "oldest"];
}

/** Reads an order out of an address: the view's usual one for anything it cannot stand in. */
export function parseQueueOrder(view: QueueView, text: string | undefined): QueueOrder {
  const orders = ordersOf(view);
  return orders.find((order) => order === text) ?? orders[0];
}

/** Reads a filter out of an address; what is none of ours filters nothing. */
export function parseQueueFilter(text: (name: string) => string | undefined): QueueFilter {
  const id = (name: string) => {
    const given = text(name) ?? "";
    return isUuid(given) ? given : null;
  };
  const day = (name: string) => {
    const read = parseBangkokDay(text(name) ?? "");
    return read.ok ? read.value : null;
  };
  return {
    serviceId: id("service"),
    unitId: id("unit"),
    officerId: id("officer"),
    status: petitionStatuses.find((status) => status === text("status")) ?? null,
    waits: text("waits") === "1",
    from: day("from"),
    until: day("until"),
    personId: id("person"),
  };
}

/** A filter as an address carries it: ids and days only, so no address tells of a person. */
export function filterText(filter: QueueFilter): Readonly<Record<string, string>> {
  const given: readonly (readonly [string, string | null])[] = [
    ["service", filter.serviceId],
    ["unit", filter.unitId],
    ["officer", filter.officerId],
    ["status", filter.status],
    ["waits", filter.waits ? "1" : null],
    ["from", filter.from],
    ["until", filter.until],
    ["person", filter.personId],
  ];
  return Object.fromEntries(given.filter((each): each is readonly [string, string] => each[1] !== null));
}

/** True when a filter leaves anything out. */
export function filters(filter: QueueFilter): boolean {
  return Object.keys(filterText(filter)).length > 0;
}

/** Writes a place into an address: the day or the milliseconds, a dot, the id. */
export function makeQueuePlace({ key, id }: QueuePlace): string {
  return `${key}.${id}`;
}

/** Reads a place of that order out of an address; null for what is none of it. */
export function parseQueuePlace(order: QueueOrder, text: string): QueuePlace | null {
  const dot = text.indexOf(".");
  const [key, id] = [text.slice(0, Math.max(dot, 0)), text.slice(dot + 1)];
  const fits = order === "due" ? key === "infinity" || parseBangkokDay(key).ok : /^\d{1,13}$/.test(key);
  return fits && isUuid(id) ? { key, id } : null;
}
