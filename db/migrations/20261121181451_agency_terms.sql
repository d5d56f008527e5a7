CREATE TABLE "agency_terms" (
	"agency_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"text_th" text NOT NULL,
	"text_en" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "agency_terms_agency_id_version_pk" PRIMARY KEY("agency_id","version")
);
--> statement-breakpoint
ALTER TABLE "agency_terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "agency_terms" jsonb DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE POLICY "agency_terms_gate" ON "agency_terms" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "agency_terms_citizen" ON "agency_terms" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "agency_terms_staff" ON "agency_terms" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("agency_terms"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("agency_terms"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "agency_terms_system" ON "agency_terms" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);