CREATE TABLE "access_person" (
	"agency_id" uuid NOT NULL,
	"registrar_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"change" text NOT NULL,
	"level" text,
	"sealed" "bytea",
	"leaving_id" uuid,
	"decision" text NOT NULL,
	"reason" text,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"staff_id" uuid,
	CONSTRAINT "access_person_change" CHECK ("access_person"."change" in ('join', 'leave')),
	CONSTRAINT "access_person_decision" CHECK ("access_person"."decision" in ('pending', 'granted', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "access_person" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "access_request" (
	"agency_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"registrar_id" uuid NOT NULL,
	"state" text NOT NULL,
	"letter_date" date,
	"data_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"scan_key" text,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"decided_at" timestamp (3) with time zone,
	"request_key" text NOT NULL,
	CONSTRAINT "access_request_request" UNIQUE("agency_id","request_key"),
	CONSTRAINT "access_request_state" CHECK ("access_request"."state" in ('draft', 'sent', 'decided'))
);
--> statement-breakpoint
ALTER TABLE "access_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"registrar_id" uuid NOT NULL,
	"level" text NOT NULL,
	"state" text NOT NULL,
	"username" text NOT NULL,
	"data_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"citizen_index" "bytea" NOT NULL,
	"email_index" "bytea" NOT NULL,
	"password_hash" "bytea",
	"password_changed_at" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	"last_sign_in_at" timestamp (3) with time zone,
	"warned_days" integer DEFAULT 0 NOT NULL,
	"wrong" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone,
	"locked_at" timestamp (3) with time zone,
	"totp" "bytea",
	"totp_confirmed_at" timestamp (3) with time zone,
	"totp_step" bigint,
	"made_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text,
	CONSTRAINT "staff_username" UNIQUE("username"),
	CONSTRAINT "staff_level" CHECK ("staff"."level" in ('clerk', 'facility_admin', 'report_reader', 'registrar', 'national_admin')),
	CONSTRAINT "staff_state" CHECK ("staff"."state" in ('invited', 'active', 'revoked', 'ended'))
);
--> statement-breakpoint
ALTER TABLE "staff" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "staff_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "staff_link_purpose" CHECK ("staff_link"."purpose" in ('set_password', 'reset_password'))
);
--> statement-breakpoint
ALTER TABLE "staff_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "staff_passkey" (
	"credential_id" text PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"name" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "staff_passkey" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bulk_look" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"staff_id" uuid NOT NULL,
	"what" text NOT NULL,
	"purpose" text NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"service_type" text,
	"rows" integer,
	CONSTRAINT "bulk_look_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "bulk_look_what" CHECK ("bulk_look"."what" in ('counter', 'visit_list', 'visit', 'history', 'history_elsewhere', 'picture', 'reconciliation', 'relation', 'code_check', 'export', 'api'))
);
--> statement-breakpoint
ALTER TABLE "bulk_look" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "look" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"agency_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"what" text NOT NULL,
	"purpose" text NOT NULL,
	"subject_id" text,
	CONSTRAINT "look_person_id_id_pk" PRIMARY KEY("person_id","id"),
	CONSTRAINT "look_what" CHECK ("look"."what" in ('counter', 'visit_list', 'visit', 'history', 'history_elsewhere', 'picture', 'reconciliation', 'relation', 'code_check', 'export', 'api'))
);
--> statement-breakpoint
ALTER TABLE "look" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "look_case" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"look_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"data_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"state" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "look_case_person_id_id_pk" PRIMARY KEY("person_id","id"),
	CONSTRAINT "look_case_look" UNIQUE("person_id","look_id"),
	CONSTRAINT "look_case_state" CHECK ("look_case"."state" in ('open', 'answered'))
);
--> statement-breakpoint
ALTER TABLE "look_case" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "export_run" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"filter" jsonb NOT NULL,
	"state" text NOT NULL,
	"done" bigint DEFAULT 0 NOT NULL,
	"total" bigint,
	"stop_asked" boolean DEFAULT false NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"request_key" text NOT NULL,
	CONSTRAINT "export_run_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "export_run_request" UNIQUE("agency_id","request_key"),
	CONSTRAINT "export_run_kind" CHECK ("export_run"."kind" in ('xlsx', 'csv')),
	CONSTRAINT "export_run_state" CHECK ("export_run"."state" in ('waiting', 'running', 'done', 'cancelled', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "export_run" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reconciliation" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"data_key" "bytea" NOT NULL,
	"state" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"request_key" text NOT NULL,
	CONSTRAINT "reconciliation_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "reconciliation_request" UNIQUE("agency_id","request_key"),
	CONSTRAINT "reconciliation_state" CHECK ("reconciliation"."state" in ('waiting', 'running', 'done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "reconciliation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reconciliation_row" (
	"agency_id" uuid NOT NULL,
	"reconciliation_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	"kind" text,
	"problems" jsonb,
	"person_id" uuid,
	"code_id" uuid,
	"mended" text,
	"mended_by" uuid,
	"mended_at" timestamp (3) with time zone,
	CONSTRAINT "reconciliation_row_agency_id_reconciliation_id_line_pk" PRIMARY KEY("agency_id","reconciliation_id","line"),
	CONSTRAINT "reconciliation_row_kind" CHECK ("reconciliation_row"."kind" in ('matched', 'missing', 'wrong_service', 'duplicate', 'unclosed', 'bad_row'))
);
--> statement-breakpoint
ALTER TABLE "reconciliation_row" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "hand_over" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"number" text NOT NULL,
	"channel" text NOT NULL,
	"line_user_id" text NOT NULL,
	"person_id" uuid,
	"registration_id" uuid,
	"service_type" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"dies_at" timestamp (3) with time zone NOT NULL,
	"taken_by" uuid,
	"taken_at" timestamp (3) with time zone,
	"visit_id" uuid
);
--> statement-breakpoint
ALTER TABLE "hand_over" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "slip" (
	"agency_id" uuid NOT NULL,
	"code" text NOT NULL,
	"block_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"visit_id" uuid,
	"changed_by" uuid,
	"changed_at" timestamp (3) with time zone,
	"void_reason" text,
	CONSTRAINT "slip_agency_id_code_pk" PRIMARY KEY("agency_id","code"),
	CONSTRAINT "slip_code" UNIQUE("code"),
	CONSTRAINT "slip_state" CHECK ("slip"."state" in ('blank', 'entered', 'void'))
);
--> statement-breakpoint
ALTER TABLE "slip" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "slip_block" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"count" integer NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"request_key" text NOT NULL,
	CONSTRAINT "slip_block_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "slip_block_request" UNIQUE("agency_id","request_key")
);
--> statement-breakpoint
ALTER TABLE "slip_block" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "api_answer" (
	"agency_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"idempotency_key" text NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"status" integer,
	"data_key" "bytea",
	"sealed" "bytea",
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "api_answer_key_id_idempotency_key_pk" PRIMARY KEY("key_id","idempotency_key")
);
--> statement-breakpoint
ALTER TABLE "api_answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "api_key" (
	"agency_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"scopes" jsonb NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"replaced_by" uuid,
	"request_key" text NOT NULL,
	CONSTRAINT "api_key_hash" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "api_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_delivery" (
	"agency_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"event" text NOT NULL,
	"person_id" uuid NOT NULL,
	"code_id" uuid NOT NULL,
	"happened_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"claimed_until" timestamp (3) with time zone,
	"last_answer" text,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "webhook_delivery_event" CHECK ("webhook_delivery"."event" in ('service_code.issued', 'service_code.used', 'service_code.closed', 'service_code.cancelled')),
	CONSTRAINT "webhook_delivery_state" CHECK ("webhook_delivery"."state" in ('waiting', 'claimed', 'delivered', 'dead'))
);
--> statement-breakpoint
ALTER TABLE "webhook_delivery" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_endpoint" (
	"agency_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"events" jsonb NOT NULL,
	"data_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"request_key" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "visit_picture" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"visit_id" uuid,
	"file_key" text NOT NULL,
	"sha256" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "visit_picture_agency_id_id_pk" PRIMARY KEY("agency_id","id")
);
--> statement-breakpoint
ALTER TABLE "visit_picture" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "visit_service" (
	"person_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"service_type" text NOT NULL,
	CONSTRAINT "visit_service_person_id_visit_id_service_type_pk" PRIMARY KEY("person_id","visit_id","service_type")
);
--> statement-breakpoint
ALTER TABLE "visit_service" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "staff_session" ADD COLUMN "id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_session" ADD COLUMN "level" text NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_session" ADD COLUMN "via" text NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_session" ADD COLUMN "device" text NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_session" ADD COLUMN "factor_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "agency" ADD COLUMN "region" integer;--> statement-breakpoint
ALTER TABLE "agency" ADD COLUMN "registrar_id" uuid;--> statement-breakpoint
ALTER TABLE "service_code" ADD COLUMN "used_by" uuid;--> statement-breakpoint
ALTER TABLE "service_code" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "service_code" ADD COLUMN "closed_by" uuid;--> statement-breakpoint
ALTER TABLE "service_code" ADD COLUMN "closing_code" text;--> statement-breakpoint
ALTER TABLE "service_code" ADD COLUMN "cancel_reason" text;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "came_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "hn" text;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "an" text;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "sealed" "bytea";--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "correlation_id" uuid;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "queue_number" integer;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "made_by" uuid;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "changed_by" uuid;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "changed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "cancelled_by" uuid;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "cancelled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "request_key" text;--> statement-breakpoint
ALTER TABLE "access_person" ADD CONSTRAINT "access_person_request_id_access_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."access_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_service" ADD CONSTRAINT "visit_service_service_type_service_type_code_fk" FOREIGN KEY ("service_type") REFERENCES "public"."service_type"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_person_request" ON "access_person" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "access_request_registrar" ON "access_request" USING btree ("registrar_id","state","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_person" ON "staff" USING btree ("agency_id","citizen_index") WHERE state <> 'ended';--> statement-breakpoint
CREATE INDEX "staff_email" ON "staff" USING btree ("email_index");--> statement-breakpoint
CREATE INDEX "staff_registrar" ON "staff" USING btree ("registrar_id","id");--> statement-breakpoint
CREATE INDEX "staff_link_staff" ON "staff_link" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "staff_passkey_staff" ON "staff_passkey" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "bulk_look_days" ON "bulk_look" USING btree ("agency_id","from_day","until_day");--> statement-breakpoint
CREATE INDEX "look_agency" ON "look" USING btree ("agency_id","at");--> statement-breakpoint
CREATE INDEX "look_case_agency" ON "look_case" USING btree ("agency_id","state","made_at");--> statement-breakpoint
CREATE INDEX "reconciliation_row_kind" ON "reconciliation_row" USING btree ("reconciliation_id","kind","line");--> statement-breakpoint
CREATE INDEX "hand_over_number" ON "hand_over" USING btree ("agency_id","number","dies_at");--> statement-breakpoint
CREATE INDEX "slip_block_number" ON "slip" USING btree ("block_id","number");--> statement-breakpoint
CREATE INDEX "api_answer_at" ON "api_answer" USING btree ("at");--> statement-breakpoint
CREATE INDEX "api_key_agency" ON "api_key" USING btree ("agency_id","made_at");--> statement-breakpoint
CREATE INDEX "webhook_delivery_due" ON "webhook_delivery" USING btree ("due_at","id") WHERE state in ('waiting', 'claimed');--> statement-breakpoint
CREATE INDEX "webhook_delivery_endpoint" ON "webhook_delivery" USING btree ("endpoint_id","id");--> statement-breakpoint
CREATE INDEX "webhook_endpoint_live" ON "webhook_endpoint" USING btree ("agency_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "visit_picture_visit" ON "visit_picture" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "staff_session_staff" ON "staff_session" USING btree ("staff_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "service_code_visit" ON "service_code" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "service_code_open" ON "service_code" USING btree ("expires_at") WHERE status = 'issued';--> statement-breakpoint
CREATE INDEX "visit_agency_person" ON "visit" USING btree ("agency_id","person_id","day","id");--> statement-breakpoint
CREATE INDEX "visit_agency_draft" ON "visit" USING btree ("agency_id","day","id") WHERE status = 'draft';--> statement-breakpoint
CREATE INDEX "visit_person_day" ON "visit" USING btree ("person_id","day","id");--> statement-breakpoint
CREATE UNIQUE INDEX "visit_request" ON "visit" USING btree ("agency_id","request_key");--> statement-breakpoint
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_id_unique" UNIQUE("id");--> statement-breakpoint
ALTER TABLE "service_code" ADD CONSTRAINT "service_code_closing" UNIQUE("closing_code");--> statement-breakpoint
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_level" CHECK ("staff_session"."level" in ('clerk', 'facility_admin', 'report_reader', 'registrar', 'national_admin'));--> statement-breakpoint
CREATE POLICY "audit_entry_registrar" ON "audit_entry" AS PERMISSIVE FOR ALL TO "pratu_registrar" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "notice_registrar" ON "notice" AS PERMISSIVE FOR ALL TO "pratu_registrar" USING ("notice"."state" = 'waiting') WITH CHECK ("notice"."state" = 'waiting');--> statement-breakpoint
CREATE POLICY "staff_session_staff" ON "staff_session" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("staff_session"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("staff_session"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "staff_session_registrar" ON "staff_session" AS PERMISSIVE FOR ALL TO "pratu_registrar" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "service_code_registrar" ON "service_code" AS PERMISSIVE FOR ALL TO "pratu_registrar" USING ("service_code"."agency_id" in (select a.id from agency a left join agency o on o.id = a.registrar_id
    where a.registrar_id = nullif(current_setting('app.agency', true), '')::uuid or o.registrar_id = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK ("service_code"."agency_id" in (select a.id from agency a left join agency o on o.id = a.registrar_id
    where a.registrar_id = nullif(current_setting('app.agency', true), '')::uuid or o.registrar_id = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "visit_registrar" ON "visit" AS PERMISSIVE FOR ALL TO "pratu_registrar" USING ("visit"."agency_id" in (select a.id from agency a left join agency o on o.id = a.registrar_id
    where a.registrar_id = nullif(current_setting('app.agency', true), '')::uuid or o.registrar_id = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK ("visit"."agency_id" in (select a.id from agency a left join agency o on o.id = a.registrar_id
    where a.registrar_id = nullif(current_setting('app.agency', true), '')::uuid or o.registrar_id = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "access_person_staff" ON "access_person" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("access_person"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("access_person"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "access_person_registrar" ON "access_person" AS PERMISSIVE FOR ALL TO "pratu_registrar" USING ("access_person"."registrar_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("access_person"."registrar_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "access_person_system" ON "access_person" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "access_request_staff" ON "access_request" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("access_request"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("access_request"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "access_request_registrar" ON "access_request" AS PERMISSIVE FOR ALL TO "pratu_registrar" USING ("access_request"."registrar_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("access_request"."registrar_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "access_request_system" ON "access_request" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff_gate" ON "staff" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff_staff" ON "staff" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("staff"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("staff"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "staff_registrar" ON "staff" AS PERMISSIVE FOR ALL TO "pratu_registrar" USING ("staff"."registrar_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("staff"."registrar_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "staff_system" ON "staff" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff_link_gate" ON "staff_link" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff_link_registrar" ON "staff_link" AS PERMISSIVE FOR ALL TO "pratu_registrar" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff_link_system" ON "staff_link" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff_passkey_gate" ON "staff_passkey" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "bulk_look_citizen" ON "bulk_look" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "bulk_look_staff" ON "bulk_look" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("bulk_look"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("bulk_look"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "bulk_look_system" ON "bulk_look" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "look_citizen" ON "look" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("look"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("look"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "look_staff" ON "look" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("look"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("look"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "look_registrar" ON "look" AS PERMISSIVE FOR ALL TO "pratu_registrar" USING ("look"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("look"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "look_system" ON "look" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "look_case_citizen" ON "look_case" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("look_case"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("look_case"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "look_case_staff" ON "look_case" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("look_case"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("look_case"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "look_case_registrar" ON "look_case" AS PERMISSIVE FOR ALL TO "pratu_registrar" USING ("look_case"."agency_id" in (select a.id from agency a left join agency o on o.id = a.registrar_id
    where a.registrar_id = nullif(current_setting('app.agency', true), '')::uuid or o.registrar_id = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK ("look_case"."agency_id" in (select a.id from agency a left join agency o on o.id = a.registrar_id
    where a.registrar_id = nullif(current_setting('app.agency', true), '')::uuid or o.registrar_id = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "look_case_system" ON "look_case" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "export_run_staff" ON "export_run" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("export_run"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("export_run"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "export_run_system" ON "export_run" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "reconciliation_staff" ON "reconciliation" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("reconciliation"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("reconciliation"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "reconciliation_system" ON "reconciliation" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "reconciliation_row_staff" ON "reconciliation_row" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("reconciliation_row"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("reconciliation_row"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "reconciliation_row_system" ON "reconciliation_row" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "hand_over_gate" ON "hand_over" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "hand_over_citizen" ON "hand_over" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "hand_over_staff" ON "hand_over" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("hand_over"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("hand_over"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "hand_over_system" ON "hand_over" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "slip_staff" ON "slip" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("slip"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("slip"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "slip_system" ON "slip" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "slip_block_staff" ON "slip_block" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("slip_block"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("slip_block"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "slip_block_system" ON "slip_block" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "api_answer_staff" ON "api_answer" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("api_answer"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("api_answer"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "api_answer_system" ON "api_answer" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "api_key_gate" ON "api_key" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "api_key_staff" ON "api_key" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("api_key"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("api_key"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "webhook_delivery_staff" ON "webhook_delivery" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("webhook_delivery"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("webhook_delivery"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "webhook_delivery_system" ON "webhook_delivery" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "webhook_endpoint_staff" ON "webhook_endpoint" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("webhook_endpoint"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("webhook_endpoint"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "webhook_endpoint_system" ON "webhook_endpoint" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "visit_picture_staff" ON "visit_picture" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("visit_picture"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("visit_picture"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "visit_picture_registrar" ON "visit_picture" AS PERMISSIVE FOR ALL TO "pratu_registrar" USING ("visit_picture"."agency_id" in (select a.id from agency a left join agency o on o.id = a.registrar_id
    where a.registrar_id = nullif(current_setting('app.agency', true), '')::uuid or o.registrar_id = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK ("visit_picture"."agency_id" in (select a.id from agency a left join agency o on o.id = a.registrar_id
    where a.registrar_id = nullif(current_setting('app.agency', true), '')::uuid or o.registrar_id = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "visit_picture_system" ON "visit_picture" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "visit_service_staff" ON "visit_service" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("visit_service"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("visit_service"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "visit_service_system" ON "visit_service" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);