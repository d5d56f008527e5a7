CREATE TABLE "draft_hand_over" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"number" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"dies_at" timestamp (3) with time zone NOT NULL,
	"taken_by" uuid,
	"taken_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "draft_hand_over_agency_id_id_pk" PRIMARY KEY("agency_id","id")
);
--> statement-breakpoint
ALTER TABLE "draft_hand_over" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "petition_upload" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"field" text NOT NULL,
	"size" integer NOT NULL,
	"received" integer NOT NULL,
	"data_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"file_id" uuid,
	CONSTRAINT "petition_upload_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
ALTER TABLE "petition_upload" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "draft_hand_over_number" ON "draft_hand_over" USING btree ("agency_id","number") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "draft_hand_over_draft" ON "draft_hand_over" USING btree ("person_id","draft_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "draft_hand_over_made" ON "draft_hand_over" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "petition_upload_draft" ON "petition_upload" USING btree ("person_id","draft_id");--> statement-breakpoint
CREATE INDEX "petition_upload_changed" ON "petition_upload" USING btree ("changed_at");--> statement-breakpoint
CREATE POLICY "draft_hand_over_citizen" ON "draft_hand_over" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("draft_hand_over"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("draft_hand_over"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "draft_hand_over_staff" ON "draft_hand_over" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("draft_hand_over"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("draft_hand_over"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "draft_hand_over_system" ON "draft_hand_over" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "petition_upload_citizen" ON "petition_upload" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("petition_upload"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("petition_upload"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "petition_upload_system" ON "petition_upload" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);