import { boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { media } from "../../server/notices/notice.ts";
import { toldThings } from "../../server/notices/ways.ts";
import { citizen, ofAgency, ofPerson, rowsOf, staff, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";

/** By which channels somebody wants to be told of a thing, where it differs from the usual. */
export const noticeChoice = pgTable(
  "notice_choice",
  {
    personId: uuid("person_id").notNull(),
    thing: text("thing").notNull(),
    medium: text("medium").notNull(),
    isOn: boolean("is_on").notNull(),
    chosenAt: at("chosen_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.thing, t.medium] }),
    closedSet("notice_choice_thing", t.thing, toldThings),
    closedSet("notice_choice_medium", t.medium, media),
    rowsOf("notice_choice", citizen, ofPerson(t.personId)),
    rowsOf("notice_choice", system, "all"),
  ],
).enableRLS();

/** What LINE said of a channel's monthly plan, hour by hour. No person is in it. */
export const linePlanReading = pgTable(
  "line_plan_reading",
  {
    channel: text("channel").notNull(),
    readAt: at("read_at").notNull(),
    /** Counted messages the plan holds a month; null: it has no limit. */
    allowed: integer("allowed"),
    used: integer("used").notNull(),
    /** The highest share in percent of which the administrators were told this month; 0: of none. */
    warnedPercent: integer("warned_percent").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.channel, t.readAt] }),
    index("line_plan_reading_at").on(t.readAt),
    rowsOf("line_plan_reading", staff, "all"),
    rowsOf("line_plan_reading", system, "all"),
  ],
).enableRLS();

/** What a message costs an agency, in satang; null: it was not said. */
export const messagePrice = pgTable(
  "message_price",
  {
    agencyId: uuid("agency_id").primaryKey(),
    pushSatang: integer("push_satang"),
    smsSatang: integer("sms_satang"),
  },
  (t) => [rowsOf("message_price", staff, ofAgency(t.agencyId)), rowsOf("message_price", system, "all")],
).enableRLS();

/** How content somebody was with how a petition went, from 1 to 5, once a petition. */
export const satisfaction = pgTable(
  "satisfaction",
  {
    agencyId: uuid("agency_id").notNull(),
    petitionId: uuid("petition_id").notNull(),
    personId: uuid("person_id").notNull(),
    serviceId: uuid("service_id").notNull(),
    stars: integer("stars").notNull(),
    saidAt: at("said_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.petitionId] }),
    index("satisfaction_said").on(t.agencyId, t.saidAt),
    rowsOf("satisfaction", citizen, ofPerson(t.personId)),
    rowsOf("satisfaction", staff, ofAgency(t.agencyId)),
    rowsOf("satisfaction", system, "all"),
  ],
).enableRLS();
