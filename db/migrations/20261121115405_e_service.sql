CREATE TABLE "citizen_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "citizen_link_purpose" CHECK ("citizen_link"."purpose" in ('prove_email', 'reset_password'))
);
--> statement-breakpoint
ALTER TABLE "citizen_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "citizen_password" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"hash" "bytea" NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"wrong" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone,
	"locked_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "citizen_password" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"email_index" "bytea" NOT NULL,
	"email_proven_at" timestamp (3) with time zone,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contact" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "id_check" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"faults" text[],
	"made_at" timestamp (3) with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "id_check_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "id_check_state" CHECK ("id_check"."state" in ('waiting', 'approved', 'sent_back'))
);
--> statement-breakpoint
ALTER TABLE "id_check" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "id_picture" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"check_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"slot" text NOT NULL,
	"data_key" "bytea" NOT NULL,
	"file_key" text NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "id_picture_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "id_picture_slot" CHECK ("id_picture"."slot" in ('card_front', 'card_back', 'card_with_face'))
);
--> statement-breakpoint
ALTER TABLE "id_picture" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "issued_document" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"petition_id" uuid,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"title_th" text NOT NULL,
	"title_en" text NOT NULL,
	"check_code" text NOT NULL,
	"state" text NOT NULL,
	"valid_until" date,
	"replaced_by" uuid,
	"end_reason" text,
	"is_listed" boolean NOT NULL,
	"data_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"file_key" text NOT NULL,
	"issued_by" uuid NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"request_key" text NOT NULL,
	CONSTRAINT "issued_document_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "issued_document_check" UNIQUE("check_code"),
	CONSTRAINT "issued_document_number" UNIQUE("agency_id","number"),
	CONSTRAINT "issued_document_request" UNIQUE("agency_id","request_key"),
	CONSTRAINT "issued_document_kind" CHECK ("issued_document"."kind" in ('receipt', 'licence', 'letter')),
	CONSTRAINT "issued_document_state" CHECK ("issued_document"."state" in ('genuine', 'replaced', 'revoked'))
);
--> statement-breakpoint
ALTER TABLE "issued_document" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "number_series" (
	"agency_id" uuid NOT NULL,
	"series" text NOT NULL,
	"year_be" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "number_series_agency_id_series_year_be_pk" PRIMARY KEY("agency_id","series","year_be")
);
--> statement-breakpoint
ALTER TABLE "number_series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "petition" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"person_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"service_version" integer NOT NULL,
	"status" text NOT NULL,
	"outcome" text,
	"via" text NOT NULL,
	"filed_by" uuid,
	"wants_paper" boolean NOT NULL,
	"data_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"deemed_received_at" timestamp (3) with time zone NOT NULL,
	"due_day" date,
	"pause_reason" text,
	"paused_at" timestamp (3) with time zone,
	"unit_id" uuid,
	"officer_id" uuid,
	"version" integer NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"test_until" date,
	"reopened" integer DEFAULT 0 NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"request_key" text NOT NULL,
	CONSTRAINT "petition_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "petition_number" UNIQUE("agency_id","number"),
	CONSTRAINT "petition_request" UNIQUE("person_id","request_key"),
	CONSTRAINT "petition_status" CHECK ("petition"."status" in ('submitted', 'received', 'in_progress', 'completed')),
	CONSTRAINT "petition_outcome" CHECK ("petition"."outcome" in ('granted', 'refused', 'done', 'withdrawn', 'not_ours')),
	CONSTRAINT "petition_via" CHECK ("petition"."via" in ('line', 'browser', 'counter')),
	CONSTRAINT "petition_pause" CHECK ("petition"."pause_reason" in ('correction', 'payment'))
);
--> statement-breakpoint
ALTER TABLE "petition" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "petition_draft" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"service_version" integer NOT NULL,
	"version" integer NOT NULL,
	"data_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"petition_id" uuid,
	CONSTRAINT "petition_draft_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
ALTER TABLE "petition_draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "petition_event" (
	"agency_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"doer" text NOT NULL,
	"doer_id" uuid,
	"status" text NOT NULL,
	"is_internal" boolean NOT NULL,
	"sealed" "bytea",
	"happened_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "petition_event_agency_id_petition_id_id_pk" PRIMARY KEY("agency_id","petition_id","id"),
	CONSTRAINT "petition_event_kind" CHECK ("petition_event"."kind" in ('submitted', 'received', 'assigned', 'started', 'correction_asked', 'correction_given', 'forwarded', 'payment_asked', 'payment_seen', 'completed', 'withdrawn', 'closure_confirmed', 'reopened', 'delay_told')),
	CONSTRAINT "petition_event_doer" CHECK ("petition_event"."doer" in ('citizen', 'staff', 'system')),
	CONSTRAINT "petition_event_status" CHECK ("petition_event"."status" in ('submitted', 'received', 'in_progress', 'completed'))
);
--> statement-breakpoint
ALTER TABLE "petition_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "petition_file" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"draft_id" uuid,
	"petition_id" uuid,
	"field" text,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"data_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"file_key" text NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "petition_file_agency_id_id_pk" PRIMARY KEY("agency_id","id")
);
--> statement-breakpoint
ALTER TABLE "petition_file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "petition_message" (
	"agency_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"doer" text NOT NULL,
	"doer_id" uuid,
	"is_internal" boolean NOT NULL,
	"sealed" "bytea" NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL,
	"request_key" text NOT NULL,
	CONSTRAINT "petition_message_agency_id_petition_id_id_pk" PRIMARY KEY("agency_id","petition_id","id"),
	CONSTRAINT "petition_message_request" UNIQUE("agency_id","petition_id","request_key"),
	CONSTRAINT "petition_message_doer" CHECK ("petition_message"."doer" in ('citizen', 'staff', 'system'))
);
--> statement-breakpoint
ALTER TABLE "petition_message" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agency_day" (
	"agency_id" uuid NOT NULL,
	"day" date NOT NULL,
	"is_working" boolean NOT NULL,
	"name_th" text NOT NULL,
	CONSTRAINT "agency_day_agency_id_day_pk" PRIMARY KEY("agency_id","day")
);
--> statement-breakpoint
ALTER TABLE "agency_day" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "office_hours" (
	"agency_id" uuid PRIMARY KEY NOT NULL,
	"weekdays" integer[] NOT NULL,
	"opens_minute" integer NOT NULL,
	"closes_minute" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "office_hours" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "service" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"category_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"unit_id" uuid,
	"version" integer,
	"position" integer NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "service_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "service_slug" UNIQUE("agency_id","slug")
);
--> statement-breakpoint
ALTER TABLE "service" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "service_category" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"parent_id" uuid,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "service_category_agency_id_id_pk" PRIMARY KEY("agency_id","id")
);
--> statement-breakpoint
ALTER TABLE "service_category" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "service_version" (
	"agency_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"definition" jsonb NOT NULL,
	"made_by" uuid,
	"made_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "service_version_agency_id_service_id_version_pk" PRIMARY KEY("agency_id","service_id","version"),
	CONSTRAINT "service_version_state" CHECK ("service_version"."state" in ('draft', 'published', 'retired'))
);
--> statement-breakpoint
ALTER TABLE "service_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "staff_unit" (
	"agency_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	CONSTRAINT "staff_unit_agency_id_staff_id_unit_id_pk" PRIMARY KEY("agency_id","staff_id","unit_id")
);
--> statement-breakpoint
ALTER TABLE "staff_unit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "unit_agency_id_id_pk" PRIMARY KEY("agency_id","id")
);
--> statement-breakpoint
ALTER TABLE "unit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "citizen_password" ADD CONSTRAINT "citizen_password_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "citizen_link_person" ON "citizen_link" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_email" ON "contact" USING btree ("email_index") WHERE email_proven_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "id_check_waiting" ON "id_check" USING btree ("agency_id","person_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "id_check_queue" ON "id_check" USING btree ("agency_id","state","made_at");--> statement-breakpoint
CREATE INDEX "id_check_person" ON "id_check" USING btree ("person_id","made_at");--> statement-breakpoint
CREATE INDEX "id_picture_check" ON "id_picture" USING btree ("agency_id","check_id");--> statement-breakpoint
CREATE INDEX "issued_document_person" ON "issued_document" USING btree ("person_id","issued_at");--> statement-breakpoint
CREATE INDEX "issued_document_petition" ON "issued_document" USING btree ("agency_id","petition_id");--> statement-breakpoint
CREATE INDEX "issued_document_listed" ON "issued_document" USING btree ("agency_id","kind","number") WHERE is_listed;--> statement-breakpoint
CREATE INDEX "petition_of_person" ON "petition" USING btree ("person_id","submitted_at","id");--> statement-breakpoint
CREATE INDEX "petition_open" ON "petition" USING btree ("agency_id","due_day","id") WHERE status <> 'completed';--> statement-breakpoint
CREATE INDEX "petition_of_unit" ON "petition" USING btree ("agency_id","unit_id","status","submitted_at","id");--> statement-breakpoint
CREATE INDEX "petition_of_officer" ON "petition" USING btree ("agency_id","officer_id","status","submitted_at","id");--> statement-breakpoint
CREATE INDEX "petition_submitted" ON "petition" USING btree ("agency_id","submitted_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "petition_draft_open" ON "petition_draft" USING btree ("person_id","agency_id","service_id") WHERE petition_id is null;--> statement-breakpoint
CREATE INDEX "petition_draft_saved" ON "petition_draft" USING btree ("saved_at");--> statement-breakpoint
CREATE INDEX "petition_file_draft" ON "petition_file" USING btree ("person_id","draft_id");--> statement-breakpoint
CREATE INDEX "petition_file_petition" ON "petition_file" USING btree ("agency_id","petition_id");--> statement-breakpoint
CREATE INDEX "petition_file_kept" ON "petition_file" USING btree ("kept_at");--> statement-breakpoint
CREATE INDEX "service_category_of" ON "service" USING btree ("agency_id","category_id","position");--> statement-breakpoint
CREATE INDEX "service_category_parent" ON "service_category" USING btree ("agency_id","parent_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "service_version_published" ON "service_version" USING btree ("agency_id","service_id") WHERE state = 'published';--> statement-breakpoint
CREATE POLICY "citizen_link_gate" ON "citizen_link" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "citizen_link_citizen" ON "citizen_link" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("citizen_link"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("citizen_link"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "citizen_link_system" ON "citizen_link" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "citizen_password_gate" ON "citizen_password" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "citizen_password_citizen" ON "citizen_password" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("citizen_password"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("citizen_password"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "citizen_password_system" ON "citizen_password" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "contact_gate" ON "contact" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "contact_citizen" ON "contact" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("contact"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("contact"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "contact_system" ON "contact" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "id_check_citizen" ON "id_check" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("id_check"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("id_check"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "id_check_staff" ON "id_check" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("id_check"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("id_check"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "id_check_system" ON "id_check" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "id_picture_citizen" ON "id_picture" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("id_picture"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("id_picture"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "id_picture_staff" ON "id_picture" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("id_picture"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("id_picture"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "id_picture_system" ON "id_picture" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "issued_document_gate" ON "issued_document" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "issued_document_citizen" ON "issued_document" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("issued_document"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("issued_document"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "issued_document_staff" ON "issued_document" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("issued_document"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("issued_document"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "issued_document_system" ON "issued_document" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "number_series_system" ON "number_series" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "petition_citizen" ON "petition" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("petition"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("petition"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "petition_staff" ON "petition" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("petition"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("petition"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "petition_system" ON "petition" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "petition_draft_citizen" ON "petition_draft" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("petition_draft"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("petition_draft"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "petition_draft_staff" ON "petition_draft" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("petition_draft"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("petition_draft"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "petition_draft_system" ON "petition_draft" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "petition_event_citizen" ON "petition_event" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("petition_event"."person_id" = nullif(current_setting('app.person', true), '')::uuid and not "petition_event"."is_internal") WITH CHECK ("petition_event"."person_id" = nullif(current_setting('app.person', true), '')::uuid and not "petition_event"."is_internal");--> statement-breakpoint
CREATE POLICY "petition_event_staff" ON "petition_event" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("petition_event"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("petition_event"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "petition_event_system" ON "petition_event" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "petition_file_citizen" ON "petition_file" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("petition_file"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("petition_file"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "petition_file_staff" ON "petition_file" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("petition_file"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("petition_file"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "petition_file_system" ON "petition_file" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "petition_message_citizen" ON "petition_message" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("petition_message"."person_id" = nullif(current_setting('app.person', true), '')::uuid and not "petition_message"."is_internal") WITH CHECK ("petition_message"."person_id" = nullif(current_setting('app.person', true), '')::uuid and not "petition_message"."is_internal");--> statement-breakpoint
CREATE POLICY "petition_message_staff" ON "petition_message" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("petition_message"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("petition_message"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "petition_message_system" ON "petition_message" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "agency_day_gate" ON "agency_day" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "agency_day_citizen" ON "agency_day" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "agency_day_staff" ON "agency_day" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("agency_day"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("agency_day"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "agency_day_system" ON "agency_day" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "office_hours_gate" ON "office_hours" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "office_hours_citizen" ON "office_hours" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "office_hours_staff" ON "office_hours" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("office_hours"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("office_hours"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "office_hours_system" ON "office_hours" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "service_gate" ON "service" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "service_citizen" ON "service" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "service_staff" ON "service" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("service"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("service"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "service_system" ON "service" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "service_category_gate" ON "service_category" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "service_category_citizen" ON "service_category" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "service_category_staff" ON "service_category" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("service_category"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("service_category"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "service_category_system" ON "service_category" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "service_version_gate" ON "service_version" AS PERMISSIVE FOR ALL TO "pratu_gate" USING ("service_version"."state" <> 'draft') WITH CHECK ("service_version"."state" <> 'draft');--> statement-breakpoint
CREATE POLICY "service_version_citizen" ON "service_version" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("service_version"."state" <> 'draft') WITH CHECK ("service_version"."state" <> 'draft');--> statement-breakpoint
CREATE POLICY "service_version_staff" ON "service_version" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("service_version"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("service_version"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "service_version_system" ON "service_version" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff_unit_staff" ON "staff_unit" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("staff_unit"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("staff_unit"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "staff_unit_system" ON "staff_unit" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "unit_gate" ON "unit" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "unit_citizen" ON "unit" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "unit_staff" ON "unit" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("unit"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("unit"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "unit_system" ON "unit" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);