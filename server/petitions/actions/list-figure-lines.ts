import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { bangkokDay, type BangkokMonth } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { monthsOf, type FigureFilter } from "../figure-period.ts";
import { sumsOf, type PetitionSums } from "../petition-figures.ts";
import { listFiguredServices, listTallies, listUnitNames } from "../store/figures.ts";

/** One line of the file: a month of one service with one unit. Nobody is named in it. */
export interface FigureLine extends PetitionSums {
  readonly month: BangkokMonth;
  readonly serviceTh: string;
  readonly serviceEn: string;
  /** Null: with no unit. */
  readonly unitTh: string | null;
  readonly unitEn: string | null;
}

/** The lines of the figures an executive takes along, latest month first. That they were taken is on record. */
export async function listFigureLines(
  ports: Ports,
  actor: Staff,
  { period, serviceId }: FigureFilter,
): Promise<readonly FigureLine[]> {
  const months = monthsOf(period, bangkokDay(ports.clock.now()));
  const { agencyId } = actor;
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  return ports.db.as(actor, async (tx) => {
    const [tallies, services, units] = await Promise.all([
      listTallies(tx, agencyId, first, last),
      listFiguredServices(tx, agencyId),
      listUnitNames(tx, agencyId),
    ]);
    await record(ports, tx, { action: "petition_figures.taken", actor, refs: { period, serviceId } });
    const serviceOf = new Map(services.map((one) => [one.id, one]));
    const unitOf = new Map(units.map((one) => [one.id, one]));
    return tallies.toReversed().flatMap(({ month, cells }) =>
      cells
        .filter((cell) => serviceId === null || cell.serviceId === serviceId)
        .map((cell): FigureLine => {
          const unit = cell.unitId === null ? undefined : unitOf.get(cell.unitId);
          const service = serviceOf.get(cell.serviceId);
          return {
            month,
            serviceTh: service?.nameTh ?? "",
            serviceEn: service?.nameEn ?? "",
            unitTh: unit?.nameTh ?? null,
            unitEn: unit?.nameEn ?? null,
            ...sumsOf([cell]),
          };
        }),
    );
  });
}
