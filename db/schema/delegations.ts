import { sql } from "drizzle-orm";
import { date, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { agreementWays, delegationStates, relations } from "../../server/identity/companion.ts";
import { bytes, citizen, contextPerson, gate, rowsOf, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { person } from "./identity.ts";
import { at } from "./moment.ts";

/**
 * Somebody a citizen acts for (N5). Both people see the row; only the represented person's yes, or a clerk who
 * has seen the papers, makes it usable.
 */
export const delegation = pgTable(
  "delegation",
  {
    id: uuid("id").primaryKey(),
    askerId: uuid("asker_id")
      .notNull()
      .references(() => person.id),
    forId: uuid("for_id")
      .notNull()
      .references(() => person.id),
    relation: text("relation").notNull(),
    way: text("way").notNull(),
    state: text("state").notNull(),
    /** Null: every service. */
    services: text("services").array(),
    untilDay: date("until_day").notNull(),
    requestKey: text("request_key").notNull(),
    /**
     * Names of both and the phone that was typed, sealed: each side reads the other here and nowhere else
     * (server/identity/store/delegation.ts says what is inside).
     */
    dataKey: bytes("data_key").notNull(),
    sealed: bytes("sealed").notNull(),
    askedAt: at("asked_at").notNull(),
    answeredAt: at("answered_at"),
    endedAt: at("ended_at"),
    endedBy: uuid("ended_by"),
  },
  (t) => [
    uniqueIndex("delegation_request").on(t.askerId, t.requestKey),
    uniqueIndex("delegation_live")
      .on(t.askerId, t.forId)
      .where(sql`ended_at is null`),
    index("delegation_for").on(t.forId, t.askedAt),
    index("delegation_asker").on(t.askerId, t.askedAt),
    closedSet("delegation_relation", t.relation, relations),
    closedSet("delegation_way", t.way, agreementWays),
    closedSet("delegation_state", t.state, delegationStates),
    rowsOf("delegation", citizen, sql`${t.askerId} = ${contextPerson} or ${t.forId} = ${contextPerson}`),
    rowsOf("delegation", gate, "all"),
    rowsOf("delegation", system, "all"),
  ],
).enableRLS();
