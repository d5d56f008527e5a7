CREATE TABLE "order_file_removal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"issuer_id" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "order_file_removal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "order_file_removal" ADD CONSTRAINT "order_file_removal_order_id_seat_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."seat_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "order_file_removal_order" ON "order_file_removal" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "order_file_removal_agency" ON "order_file_removal" USING btree ("agency_id","removed_at");--> statement-breakpoint
CREATE INDEX "order_file_removal_issuer" ON "order_file_removal" USING btree ("issuer_id","removed_at");--> statement-breakpoint
CREATE INDEX "activation_line" ON "activation" USING btree ("channel","line_user_id");--> statement-breakpoint
CREATE POLICY "order_file_removal_gate" ON "order_file_removal" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "order_file_removal_staff" ON "order_file_removal" AS PERMISSIVE FOR ALL TO "pratu_staff" USING (("order_file_removal"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "order_file_removal"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK (("order_file_removal"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "order_file_removal"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "order_file_removal_system" ON "order_file_removal" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);