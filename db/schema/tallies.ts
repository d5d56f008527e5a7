import { date, integer, jsonb, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { ofAgency, ofAgencyUnder, registrar, rowsOf, staff, system } from "./access.ts";
import { at } from "./moment.ts";

/** A facility's day in figures, counted again while it may still change; so that no dashboard counts millions. */
export const dayTally = pgTable(
  "day_tally",
  {
    agencyId: uuid("agency_id").notNull(),
    day: date("day").notNull(),
    /** Codes by way of asking: DayTally.ways. */
    ways: jsonb("ways").$type<Readonly<Record<string, number>>>().notNull(),
    cancelled: integer("cancelled").notNull(),
    drafts: integer("drafts").notNull(),
    scans: integer("scans").notNull(),
    scansRefused: integer("scans_refused").notNull(),
    talliedAt: at("tallied_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.day] }),
    rowsOf("day_tally", staff, ofAgency(t.agencyId)),
    rowsOf("day_tally", registrar, ofAgencyUnder(t.agencyId)),
    rowsOf("day_tally", system, "all"),
  ],
).enableRLS();
