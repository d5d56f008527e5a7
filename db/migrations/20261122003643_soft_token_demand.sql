CREATE TABLE "soft_token_demand" (
	"agency_id" uuid PRIMARY KEY NOT NULL,
	"from_day" date NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "soft_token_demand" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "staff_session" ADD COLUMN "factor" text;--> statement-breakpoint
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_factor" CHECK ("staff_session"."factor" in ('totp', 'passkey', 'soft_token'));--> statement-breakpoint
CREATE POLICY "soft_token_demand_gate" ON "soft_token_demand" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "soft_token_demand_staff" ON "soft_token_demand" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("soft_token_demand"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("soft_token_demand"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "soft_token_demand_system" ON "soft_token_demand" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);