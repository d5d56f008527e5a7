CREATE TABLE "thaid_attempt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"state_hash" "bytea" NOT NULL,
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"next" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"proven" "bytea",
	"wrong" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "thaid_attempt" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "id_picture" ALTER COLUMN "check_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "email_unreachable_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "id_check" ADD COLUMN "said" "bytea";--> statement-breakpoint
CREATE UNIQUE INDEX "thaid_attempt_state" ON "thaid_attempt" USING btree ("state_hash");--> statement-breakpoint
CREATE INDEX "thaid_attempt_session" ON "thaid_attempt" USING btree ("session_id","made_at");--> statement-breakpoint
CREATE INDEX "thaid_attempt_made" ON "thaid_attempt" USING btree ("made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "id_picture_loose" ON "id_picture" USING btree ("agency_id","person_id","slot") WHERE check_id is null;--> statement-breakpoint
CREATE INDEX "id_picture_kept" ON "id_picture" USING btree ("kept_at");--> statement-breakpoint
CREATE POLICY "thaid_attempt_gate" ON "thaid_attempt" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "thaid_attempt_citizen" ON "thaid_attempt" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("thaid_attempt"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("thaid_attempt"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "thaid_attempt_system" ON "thaid_attempt" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);