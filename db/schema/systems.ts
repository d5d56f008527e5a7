import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { deliveryStates, webhookEvents } from "../../server/systems/webhook.ts";
import { bytes, gate, ofAgency, rowsOf, staff, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";

/** A key of a facility's own system. Shown once; known by the SHA-256 of its secret. */
export const apiKey = pgTable(
  "api_key",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    /** The first characters of the key, to tell one from another. */
    prefix: text("prefix").notNull(),
    hash: bytes("hash").notNull().unique("api_key_hash"),
    scopes: jsonb("scopes").$type<readonly string[]>().notNull(),
    madeBy: uuid("made_by").notNull(),
    madeAt: at("made_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    lastUsedAt: at("last_used_at"),
    revokedAt: at("revoked_at"),
    /** The key that takes over; this one goes on until its (shortened) end. */
    replacedBy: uuid("replaced_by"),
    requestKey: text("request_key").notNull(),
  },
  (t) => [
    index("api_key_agency").on(t.agencyId, t.madeAt),
    rowsOf("api_key", gate, "all"),
    rowsOf("api_key", staff, ofAgency(t.agencyId)),
  ],
).enableRLS();

/** The stored answer to a request with an Idempotency-Key; kept a day. The body is sealed. */
export const apiAnswer = pgTable(
  "api_answer",
  {
    agencyId: uuid("agency_id").notNull(),
    keyId: uuid("key_id").notNull(),
    idempotencyKey: text("idempotency_key").notNull(),
    requestHash: bytes("request_hash").notNull(),
    /** Null while the first request is still at work. */
    status: integer("status"),
    dataKey: bytes("data_key"),
    sealed: bytes("sealed"),
    at: at("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.keyId, t.idempotencyKey] }),
    index("api_answer_at").on(t.at),
    rowsOf("api_answer", staff, ofAgency(t.agencyId)),
    rowsOf("api_answer", system, "all"),
  ],
).enableRLS();

/** Where a facility's own system wants to be told of the life of codes. */
export const webhookEndpoint = pgTable(
  "webhook_endpoint",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").primaryKey(),
    url: text("url").notNull(),
    events: jsonb("events").$type<readonly string[]>().notNull(),
    dataKey: bytes("data_key").notNull(),
    /** The signing secrets, current first (rotation with overlap). */
    sealed: bytes("sealed").notNull(),
    madeBy: uuid("made_by").notNull(),
    madeAt: at("made_at").notNull(),
    /** Since when nothing is sent; what happens meanwhile waits. */
    pausedAt: at("paused_at"),
    endedAt: at("ended_at"),
    requestKey: text("request_key").notNull(),
  },
  (t) => [
    index("webhook_endpoint_live")
      .on(t.agencyId)
      .where(sql`ended_at is null`),
    rowsOf("webhook_endpoint", staff, ofAgency(t.agencyId)),
    rowsOf("webhook_endpoint", system, "all"),
  ],
).enableRLS();

/** One event for one endpoint; its id is the message's id, the same at every try. Holds ids only. */
export const webhookDelivery = pgTable(
  "webhook_delivery",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").primaryKey(),
    endpointId: uuid("endpoint_id").notNull(),
    event: text("event").notNull(),
    personId: uuid("person_id").notNull(),
    codeId: uuid("code_id").notNull(),
    happenedAt: at("happened_at").notNull(),
    state: text("state").notNull(),
    attempts: integer("attempts").notNull().default(0),
    dueAt: at("due_at").notNull(),
    claimedUntil: at("claimed_until"),
    /** What the receiver answered last: a status, or the kind of fault. */
    lastAnswer: text("last_answer"),
    settledAt: at("settled_at"),
  },
  (t) => [
    index("webhook_delivery_due")
      .on(t.dueAt, t.id)
      .where(sql`state in ('waiting', 'claimed')`),
    index("webhook_delivery_endpoint").on(t.endpointId, t.happenedAt, t.id),
    closedSet("webhook_delivery_event", t.event, webhookEvents),
    closedSet("webhook_delivery_state", t.state, deliveryStates),
    rowsOf("webhook_delivery", staff, ofAgency(t.agencyId)),
    rowsOf("webhook_delivery", system, "all"),
  ],
).enableRLS();
