CREATE TABLE "code_ask" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"issuer_id" uuid NOT NULL,
	"right" text NOT NULL,
	"state" text NOT NULL,
	"data_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"order_id" uuid,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"request_key" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"holding_id" uuid,
	CONSTRAINT "code_ask_request" UNIQUE("agency_id","request_key"),
	CONSTRAINT "code_ask_state" CHECK ("code_ask"."state" in ('waiting', 'issued', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "code_ask" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "code_ask" ADD CONSTRAINT "code_ask_order_id_seat_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."seat_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_ask" ADD CONSTRAINT "code_ask_holding_id_seat_holding_id_fk" FOREIGN KEY ("holding_id") REFERENCES "public"."seat_holding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "code_ask_queue" ON "code_ask" USING btree ("issuer_id","state","made_at","id");--> statement-breakpoint
CREATE INDEX "code_ask_agency" ON "code_ask" USING btree ("agency_id","made_at","id");--> statement-breakpoint
CREATE POLICY "code_ask_gate" ON "code_ask" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "code_ask_staff" ON "code_ask" AS PERMISSIVE FOR ALL TO "pratu_staff" USING (("code_ask"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "code_ask"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK (("code_ask"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "code_ask"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "code_ask_system" ON "code_ask" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);