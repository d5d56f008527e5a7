import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { AuthorizationRequest } from "../../server/openid/authorization-request.ts";
import { clientAuths } from "../../server/openid/client-auth.ts";
import type { PublicJwk } from "../../server/kernel/jwt-port.ts";
import { bytes, gate, rowsOf, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";

/** A system of others where holders of seats sign in through us. */
export const openIdClient = pgTable(
  "openid_client",
  {
    id: text("id").primaryKey(),
    nameTh: text("name_th").notNull(),
    nameEn: text("name_en").notNull(),
    auth: text("auth").notNull(),
    /** The SHA-256 of its secret, which was shown once. */
    secretHash: bytes("secret_hash"),
    keys: jsonb("keys").$type<readonly PublicJwk[]>().notNull(),
    redirectUris: jsonb("redirect_uris").$type<readonly string[]>().notNull(),
    postLogoutUris: jsonb("post_logout_uris").$type<readonly string[]>().notNull(),
    rights: jsonb("rights").$type<readonly string[]>().notNull(),
    madeAt: at("made_at").notNull(),
    endedAt: at("ended_at"),
  },
  (t) => [
    closedSet("openid_client_auth", t.auth, clientAuths),
    rowsOf("openid_client", gate, "all"),
    rowsOf("openid_client", system, "all"),
  ],
).enableRLS();

/** A request that waits until its person has signed in at a seat. */
export const openIdRequest = pgTable(
  "openid_request",
  {
    id: uuid("id").primaryKey(),
    request: jsonb("request").$type<AuthorizationRequest>().notNull(),
    madeAt: at("made_at").notNull(),
    /** When it was answered with a code: it gives no second one. Null: it waits. */
    usedAt: at("used_at"),
  },
  (t) => [
    index("openid_request_made").on(t.madeAt),
    rowsOf("openid_request", gate, "all"),
    rowsOf("openid_request", system, "all"),
  ],
).enableRLS();

/** One sign-in at a relying party: its code and the access token made of it, by their hashes. Holds ids only. */
export const openIdGrant = pgTable(
  "openid_grant",
  {
    id: uuid("id").primaryKey(),
    clientId: text("client_id").notNull(),
    codeHash: bytes("code_hash").notNull().unique("openid_grant_code"),
    tokenHash: bytes("token_hash").unique("openid_grant_token"),
    redirectUri: text("redirect_uri").notNull(),
    scopes: jsonb("scopes").$type<readonly string[]>().notNull(),
    nonce: text("nonce"),
    challenge: text("challenge").notNull(),
    sessionId: uuid("session_id").notNull(),
    personId: uuid("person_id").notNull(),
    madeAt: at("made_at").notNull(),
    usedAt: at("used_at"),
    revokedAt: at("revoked_at"),
  },
  (t) => [
    index("openid_grant_made").on(t.madeAt),
    index("openid_grant_session").on(t.sessionId),
    rowsOf("openid_grant", gate, "all"),
    rowsOf("openid_grant", system, "all"),
  ],
).enableRLS();

/** A key that signs ID tokens, its private half sealed under a master key; the generations follow each other. */
export const openIdKey = pgTable(
  "openid_key",
  {
    generation: integer("generation").primaryKey(),
    publicKey: jsonb("public_key").$type<PublicJwk>().notNull(),
    dataKey: bytes("data_key").notNull(),
    sealed: bytes("sealed").notNull(),
    signsFrom: at("signs_from").notNull(),
  },
  () => [rowsOf("openid_key", gate, "all"), rowsOf("openid_key", system, "all")],
).enableRLS();

/** Assertions of relying parties that were used: none is good twice. */
export const openIdAssertion = pgTable(
  "openid_assertion",
  {
    clientId: text("client_id").notNull(),
    jtiHash: bytes("jti_hash").notNull(),
    expiresAt: at("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clientId, t.jtiHash] }),
    index("openid_assertion_expires").on(t.expiresAt),
    rowsOf("openid_assertion", gate, "all"),
    rowsOf("openid_assertion", system, "all"),
  ],
).enableRLS();
