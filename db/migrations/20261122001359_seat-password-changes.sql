CREATE TABLE "seat_password_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"holding_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"issuer_id" uuid NOT NULL,
	"way" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "seat_password_change_way" CHECK ("seat_password_change"."way" in ('changed', 'by_link'))
);
--> statement-breakpoint
ALTER TABLE "seat_password_change" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "seat_password_change" ADD CONSTRAINT "seat_password_change_holding_id_seat_holding_id_fk" FOREIGN KEY ("holding_id") REFERENCES "public"."seat_holding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "seat_password_change_holding" ON "seat_password_change" USING btree ("holding_id","set_at");--> statement-breakpoint
CREATE POLICY "seat_password_change_gate" ON "seat_password_change" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "seat_password_change_staff" ON "seat_password_change" AS PERMISSIVE FOR ALL TO "pratu_staff" USING (("seat_password_change"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "seat_password_change"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK (("seat_password_change"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "seat_password_change"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "seat_password_change_system" ON "seat_password_change" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);