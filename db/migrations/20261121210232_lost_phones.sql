CREATE TABLE "lost_phone" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"issuer_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"holding_id" uuid NOT NULL,
	"lost_on" date NOT NULL,
	"stopped_at" timestamp (3) with time zone NOT NULL,
	"reporter" text NOT NULL,
	"reporter_id" uuid NOT NULL,
	"keys" integer NOT NULL,
	"sessions" integer NOT NULL,
	"challenges" integer NOT NULL,
	"data_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"letter_due" date NOT NULL,
	"letter_number" text,
	"letter_dated" date,
	"letter_sent_at" timestamp (3) with time zone,
	"letter_sent_by" uuid,
	"reminded_on" date,
	"request_key" text NOT NULL,
	CONSTRAINT "lost_phone_request" UNIQUE("seat_id","request_key"),
	CONSTRAINT "lost_phone_reporter" CHECK ("lost_phone"."reporter" in ('holder', 'colleague', 'head', 'office'))
);
--> statement-breakpoint
ALTER TABLE "lost_phone" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "lost_phone" ADD CONSTRAINT "lost_phone_holding_id_seat_holding_id_fk" FOREIGN KEY ("holding_id") REFERENCES "public"."seat_holding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lost_phone_agency" ON "lost_phone" USING btree ("agency_id","stopped_at");--> statement-breakpoint
CREATE INDEX "lost_phone_issuer" ON "lost_phone" USING btree ("issuer_id","stopped_at");--> statement-breakpoint
CREATE INDEX "lost_phone_holding" ON "lost_phone" USING btree ("holding_id","stopped_at");--> statement-breakpoint
CREATE INDEX "lost_phone_waiting" ON "lost_phone" USING btree ("letter_due") WHERE letter_sent_at is null;--> statement-breakpoint
CREATE POLICY "lost_phone_gate" ON "lost_phone" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "lost_phone_staff" ON "lost_phone" AS PERMISSIVE FOR ALL TO "pratu_staff" USING (("lost_phone"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "lost_phone"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK (("lost_phone"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "lost_phone"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "lost_phone_holder" ON "lost_phone" AS PERMISSIVE FOR ALL TO "pratu_holder" USING ("lost_phone"."seat_id" = nullif(current_setting('app.seat', true), '')::uuid) WITH CHECK ("lost_phone"."seat_id" = nullif(current_setting('app.seat', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "lost_phone_system" ON "lost_phone" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);