import { bangkokDay, monthOf, type BangkokMonth } from "../../kernel/thai-date.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { addMonths } from "../figure-period.ts";
import { openRows, type OpenRow } from "../open-row.ts";
import { listFiguredServices, listTallies, type FiguredService } from "../store/figures.ts";
import { listOpenAgencies, type OpenAgency } from "../store/open-request.ts";

/** An agency's petitions as open data. */
export interface OpenPetitions {
  readonly agency: OpenAgency;
  readonly services: readonly FiguredService[];
  /** The latest month first; the month that runs is not told until it is over. */
  readonly rows: readonly OpenRow[];
  readonly months: { readonly first: BangkokMonth; readonly last: BangkokMonth };
}

/** Months told: the two years that tallies hold. */
const monthsTold = 24;

/** The open data of the local government at a slug (E5.7): counts alone, none for fewer than five. Refuses none there. */
export async function seeOpenData(
  ports: Ports,
  slug: string,
): Promise<Result<OpenPetitions, { readonly kind: "agency_not_found" }>> {
  const current = monthOf(bangkokDay(ports.clock.now()));
  const months = { first: addMonths(current, -monthsTold), last: addMonths(current, -1) };
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const agency = (await listOpenAgencies(tx)).find((one) => one.slug === slug);
    if (!agency) return refuse({ kind: "agency_not_found" });
    const [services, tallies] = await Promise.all([
      listFiguredServices(tx, agency.agencyId),
      listTallies(tx, agency.agencyId, months.first, months.last),
    ]);
    const rows = tallies.toReversed().flatMap(({ month, cells }) => openRows(month, cells));
    return ok({ agency, services, rows, months });
  });
}
