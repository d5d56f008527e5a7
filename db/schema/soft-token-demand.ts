import { date, pgTable, uuid } from "drizzle-orm/pg-core";
import { gate, ofAgency, rowsOf, staff, system } from "./access.ts";
import { at } from "./moment.ts";

/** An agency whose staff come in to the console by their Soft Token alone, from a day on. No row: it demands nothing. */
export const softTokenDemand = pgTable(
  "soft_token_demand",
  {
    agencyId: uuid("agency_id").primaryKey(),
    /** The first Bangkok day on which no other second step opens the console. */
    fromDay: date("from_day").notNull(),
    setBy: uuid("set_by").notNull(),
    setAt: at("set_at").notNull(),
  },
  (t) => [
    rowsOf("soft_token_demand", gate, "all"),
    rowsOf("soft_token_demand", staff, ofAgency(t.agencyId)),
    rowsOf("soft_token_demand", system, "all"),
  ],
).enableRLS();
