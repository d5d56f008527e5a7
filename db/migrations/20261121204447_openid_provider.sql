CREATE TABLE "openid_assertion" (
	"client_id" text NOT NULL,
	"jti_hash" "bytea" NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "openid_assertion_client_id_jti_hash_pk" PRIMARY KEY("client_id","jti_hash")
);
--> statement-breakpoint
ALTER TABLE "openid_assertion" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "openid_client" (
	"id" text PRIMARY KEY NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"auth" text NOT NULL,
	"secret_hash" "bytea",
	"keys" jsonb NOT NULL,
	"redirect_uris" jsonb NOT NULL,
	"post_logout_uris" jsonb NOT NULL,
	"rights" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "openid_client_auth" CHECK ("openid_client"."auth" in ('client_secret_basic', 'private_key_jwt', 'none'))
);
--> statement-breakpoint
ALTER TABLE "openid_client" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "openid_grant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"token_hash" "bytea",
	"redirect_uri" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"nonce" text,
	"challenge" text NOT NULL,
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "openid_grant_code" UNIQUE("code_hash"),
	CONSTRAINT "openid_grant_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "openid_grant" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "openid_key" (
	"generation" integer PRIMARY KEY NOT NULL,
	"public_key" jsonb NOT NULL,
	"data_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"signs_from" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "openid_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "openid_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "openid_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "openid_assertion_expires" ON "openid_assertion" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "openid_grant_made" ON "openid_grant" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "openid_grant_session" ON "openid_grant" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "openid_request_made" ON "openid_request" USING btree ("made_at");--> statement-breakpoint
CREATE POLICY "openid_assertion_gate" ON "openid_assertion" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "openid_assertion_system" ON "openid_assertion" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "openid_client_gate" ON "openid_client" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "openid_client_system" ON "openid_client" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "openid_grant_gate" ON "openid_grant" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "openid_grant_system" ON "openid_grant" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "openid_key_gate" ON "openid_key" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "openid_key_system" ON "openid_key" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "openid_request_gate" ON "openid_request" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "openid_request_system" ON "openid_request" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);