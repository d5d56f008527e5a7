import { jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { TallyCell } from "../../server/petitions/petition-tally.ts";
import { gate, ofAgency, rowsOf, staff, system } from "./access.ts";
import { at } from "./moment.ts";

/**
 * A local government's month in figures, counted again while it may still change, so that neither a dashboard nor open
 * data count petitions. Counts alone: nobody stands in it, so the door may read it for open data.
 */
export const petitionTally = pgTable(
  "petition_tally",
  {
    agencyId: uuid("agency_id").notNull(),
    /** BangkokMonth. */
    month: text("month").notNull(),
    cells: jsonb("cells").$type<readonly TallyCell[]>().notNull(),
    talliedAt: at("tallied_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.month] }),
    rowsOf("petition_tally", gate, "all"),
    rowsOf("petition_tally", staff, ofAgency(t.agencyId)),
    rowsOf("petition_tally", system, "all"),
  ],
).enableRLS();
