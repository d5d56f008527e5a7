DROP INDEX "hand_over_number";--> statement-breakpoint
ALTER TABLE "hand_over" ADD COLUMN "asker_id" uuid;--> statement-breakpoint
ALTER TABLE "hand_over" ADD COLUMN "citizen_index" "bytea";--> statement-breakpoint
ALTER TABLE "hand_over" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "hand_over_line_user" ON "hand_over" USING btree ("channel","line_user_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "hand_over_visit" ON "hand_over" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "hand_over_made" ON "hand_over" USING btree ("made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "hand_over_number" ON "hand_over" USING btree ("agency_id","number") WHERE ended_at is null;--> statement-breakpoint
DROP POLICY "hand_over_citizen" ON "hand_over" CASCADE;--> statement-breakpoint
ALTER POLICY "hand_over_gate" ON "hand_over" TO pratu_gate USING ("hand_over"."channel" || '/' || "hand_over"."line_user_id" = nullif(current_setting('app.line_user', true), '')) WITH CHECK ("hand_over"."channel" || '/' || "hand_over"."line_user_id" = nullif(current_setting('app.line_user', true), ''));