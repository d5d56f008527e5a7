import type { Staff } from "../../kernel/actor.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { maskedNames } from "../desk/masked-names.ts";
import { listArrivalsAfter, type ArrivalPosition, type DayArrival } from "../store.ts";

/** Somebody who came, as the counter's list shows them: first letters, until a clerk opens the visit. */
export interface ShownDayArrival extends Omit<DayArrival, "personId"> {
  readonly maskedName: string | null;
}

const mostAtOnce = 500;

/** Who asked for a code at the staff's own facility today, after a position, in order. */
export async function seeArrivals(
  ports: Ports,
  actor: Staff,
  input: { readonly after: ArrivalPosition | null },
): Promise<readonly ShownDayArrival[]> {
  const place = { agencyId: actor.agencyId, day: bangkokDay(ports.clock.now()) };
  const found = await ports.db.as(actor, (tx) => listArrivalsAfter(tx, place, input.after, mostAtOnce));
  const names = await maskedNames(
    ports,
    found.map(({ personId }) => personId),
  );
  return found.map(({ personId, ...arrival }) => ({
    ...arrival,
    maskedName: names.get(personId) ?? null,
  }));
}
