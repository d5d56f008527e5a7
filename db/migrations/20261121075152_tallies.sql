CREATE TABLE "day_tally" (
	"agency_id" uuid NOT NULL,
	"day" date NOT NULL,
	"ways" jsonb NOT NULL,
	"cancelled" integer NOT NULL,
	"drafts" integer NOT NULL,
	"scans" integer NOT NULL,
	"scans_refused" integer NOT NULL,
	"tallied_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "day_tally_agency_id_day_pk" PRIMARY KEY("agency_id","day")
);
--> statement-breakpoint
ALTER TABLE "day_tally" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "qr_scan_agency" ON "qr_scan" USING btree ("agency_id","scanned_at");--> statement-breakpoint
CREATE POLICY "day_tally_staff" ON "day_tally" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("day_tally"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("day_tally"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "day_tally_registrar" ON "day_tally" AS PERMISSIVE FOR ALL TO "pratu_registrar" USING ("day_tally"."agency_id" in (select a.id from agency a left join agency o on o.id = a.registrar_id
    where a.registrar_id = nullif(current_setting('app.agency', true), '')::uuid or o.registrar_id = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK ("day_tally"."agency_id" in (select a.id from agency a left join agency o on o.id = a.registrar_id
    where a.registrar_id = nullif(current_setting('app.agency', true), '')::uuid or o.registrar_id = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "day_tally_system" ON "day_tally" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);