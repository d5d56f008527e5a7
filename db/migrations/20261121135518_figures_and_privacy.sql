CREATE TABLE "petition_tally" (
	"agency_id" uuid NOT NULL,
	"month" text NOT NULL,
	"cells" jsonb NOT NULL,
	"tallied_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "petition_tally_agency_id_month_pk" PRIMARY KEY("agency_id","month")
);
--> statement-breakpoint
ALTER TABLE "petition_tally" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "data_copy" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"dies_at" timestamp (3) with time zone NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"request_key" text NOT NULL,
	CONSTRAINT "data_copy_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
ALTER TABLE "data_copy" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "erasure" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"returned_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "erasure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "file_end" (
	"file_key" text PRIMARY KEY NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "file_end" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "petition" ADD COLUMN "shredded_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "data_copy_dies" ON "data_copy" USING btree ("dies_at");--> statement-breakpoint
CREATE INDEX "erasure_open" ON "erasure" USING btree ("asked_at") WHERE ended_at is null and returned_at is null;--> statement-breakpoint
CREATE INDEX "petition_completed" ON "petition" USING btree ("agency_id","completed_at") WHERE status = 'completed';--> statement-breakpoint
CREATE INDEX "petition_kept" ON "petition" USING btree ("agency_id","completed_at") WHERE status = 'completed' and shredded_at is null;--> statement-breakpoint
CREATE INDEX "petition_standing" ON "petition" USING btree ("agency_id","service_id","unit_id","due_day") WHERE status <> 'completed';--> statement-breakpoint
CREATE INDEX "petition_placed" ON "petition" USING btree ("agency_id","submitted_at","id") WHERE latitude is not null;--> statement-breakpoint
CREATE POLICY "visit_picture_citizen" ON "visit_picture" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("visit_picture"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("visit_picture"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "petition_tally_gate" ON "petition_tally" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "petition_tally_staff" ON "petition_tally" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("petition_tally"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("petition_tally"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "petition_tally_system" ON "petition_tally" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "data_copy_citizen" ON "data_copy" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("data_copy"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("data_copy"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "data_copy_system" ON "data_copy" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "erasure_citizen" ON "erasure" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("erasure"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("erasure"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "erasure_staff" ON "erasure" AS PERMISSIVE FOR ALL TO "pratu_staff" USING (exists (select from petition p where p.person_id = "erasure"."person_id" and p.agency_id = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK (exists (select from petition p where p.person_id = "erasure"."person_id" and p.agency_id = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "erasure_system" ON "erasure" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "file_end_system" ON "file_end" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);