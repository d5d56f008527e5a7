import type { Staff } from "../../kernel/actor.ts";
import { bangkokDay, type BangkokMonth } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import type { Promised } from "../deadline.ts";
import { monthsOf, type FigureFilter } from "../figure-period.ts";
import { monthlySums, sumsOf, type PetitionSums } from "../petition-figures.ts";
import type { TallyCell } from "../petition-tally.ts";
import {
  listFiguredServices,
  listOpen,
  listTallies,
  listUnitNames,
  type OpenCount,
} from "../store/figures.ts";

/** A row of figures under a name: a service, or a unit (null: no unit has them yet). */
export interface FigureRow extends PetitionSums {
  readonly id: string | null;
  readonly nameTh: string;
  readonly nameEn: string;
  /** Open and overdue this moment, whenever they were filed. */
  readonly open: number;
  readonly overdue: number;
  /** Of the open ones, how many were closed and opened again. */
  readonly openAgain: number;
  readonly promised: Promised | null;
}

/** An agency's petitions in figures: nobody is named in any of them. */
export interface PetitionFigures {
  readonly at: Date;
  /** When the counts of the latest month were taken; null: not yet. */
  readonly countedAt: Date | null;
  readonly months: readonly BangkokMonth[];
  readonly services: readonly { readonly id: string; readonly nameTh: string; readonly nameEn: string }[];
  readonly total: PetitionSums & Pick<FigureRow, "open" | "overdue" | "openAgain">;
  readonly byService: readonly FigureRow[];
  readonly byUnit: readonly FigureRow[];
  readonly trend: readonly (PetitionSums & { readonly month: BangkokMonth })[];
}

/**
 * The figures of the staff's own agency over a period (E5.7): from tallies, and from an index what is open now. A service
 * of another agency answers no figures. The days of a service are counted as it promises them, all others in working days.
 */
export async function seePetitionFigures(
  ports: Ports,
  actor: Staff,
  { period, serviceId }: FigureFilter,
): Promise<PetitionFigures> {
  const at = ports.clock.now();
  const today = bangkokDay(at);
  const months = monthsOf(period, today);
  const { agencyId } = actor;
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) throw new Error("a period without a month");
  const [tallies, openNow, services, units] = await ports.db.as(actor, (tx) =>
    Promise.all([
      listTallies(tx, agencyId, first, last),
      listOpen(tx, agencyId, today),
      listFiguredServices(tx, agencyId),
      listUnitNames(tx, agencyId),
    ]),
  );
  const wanted = (of: Pick<TallyCell, "serviceId">) => serviceId === null || of.serviceId === serviceId;
  const cells = tallies.flatMap((tally) => tally.cells.filter(wanted));
  const open = openNow.filter(wanted);
  const noUnit = { id: null, nameTh: "", nameEn: "" };
  return {
    at,
    countedAt: tallies.at(-1)?.talliedAt ?? null,
    months,
    services: services.map(({ id, nameTh, nameEn }) => ({ id, nameTh, nameEn })),
    total: { ...sumsOf(cells), ...openOf(open) },
    byService: services
      .filter(({ id }) => wanted({ serviceId: id }))
      .map((service) => rowOf(service, cells, open, (of) => of.serviceId === service.id, service.promised)),
    byUnit: [...units, noUnit]
      .map((unit) => rowOf(unit, cells, open, (of) => of.unitId === unit.id, null))
      .filter((row) => row.id !== null || row.filed + row.open + row.completed > 0),
    trend: monthlySums(tallies, months, wanted),
  };
}

function rowOf(
  { id, nameTh, nameEn }: Pick<FigureRow, "id" | "nameTh" | "nameEn">,
  cells: readonly TallyCell[],
  open: readonly OpenCount[],
  isOf: (of: Pick<TallyCell, "serviceId" | "unitId">) => boolean,
  promised: Promised | null,
): FigureRow {
  const sums = sumsOf(cells.filter(isOf), promised?.unit);
  return { id, nameTh, nameEn, promised, ...sums, ...openOf(open.filter(isOf)) };
}

function openOf(counts: readonly OpenCount[]): Pick<FigureRow, "open" | "overdue" | "openAgain"> {
  return {
    open: counts.reduce((sum, { open }) => sum + open, 0),
    overdue: counts.reduce((sum, { overdue }) => sum + overdue, 0),
    openAgain: counts.reduce((sum, { openAgain }) => sum + openAgain, 0),
  };
}
