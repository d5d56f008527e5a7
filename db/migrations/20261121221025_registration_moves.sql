CREATE TABLE "registration_move" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"holding_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"issuer_id" uuid NOT NULL,
	"state" text NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "registration_move" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "registration_move" ADD CONSTRAINT "registration_move_holding_id_seat_holding_id_fk" FOREIGN KEY ("holding_id") REFERENCES "public"."seat_holding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "registration_move_holding" ON "registration_move" USING btree ("holding_id","moved_at");--> statement-breakpoint
CREATE POLICY "registration_move_gate" ON "registration_move" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "registration_move_staff" ON "registration_move" AS PERMISSIVE FOR ALL TO "pratu_staff" USING (("registration_move"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "registration_move"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK (("registration_move"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "registration_move"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "registration_move_system" ON "registration_move" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);