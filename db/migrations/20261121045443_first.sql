CREATE SEQUENCE "public"."service_code_number" INCREMENT BY 1 MINVALUE 0 MAXVALUE 9999999999 START WITH 0 CACHE 1;--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"action" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"agency_id" uuid,
	"person_id" uuid,
	"subject_id" text,
	"refs" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "chat" (
	"channel" text NOT NULL,
	"line_user_id" text NOT NULL,
	"version" integer NOT NULL,
	"state" jsonb NOT NULL,
	"last_event_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "chat_channel_line_user_id_pk" PRIMARY KEY("channel","line_user_id")
);
--> statement-breakpoint
ALTER TABLE "chat" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_event" (
	"id" text PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL,
	"data_key" "bytea",
	"payload" "bytea",
	"attempts" integer NOT NULL,
	"claimed_until" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "webhook_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"pin_id" uuid NOT NULL,
	"pin_hash" "bytea" NOT NULL,
	"pin_wrong" integer DEFAULT 0 NOT NULL,
	"pin_next_try_at" timestamp (3) with time zone,
	"pin_disabled_at" timestamp (3) with time zone,
	"pin_changed_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"line_user_id" text NOT NULL,
	"person_id" uuid,
	"version" text NOT NULL,
	"answer" text NOT NULL,
	"language" text NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	"via" text NOT NULL,
	CONSTRAINT "consent_answer" CHECK ("consent"."answer" in ('given', 'refused', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "consent" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "delegation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"asker_id" uuid NOT NULL,
	"for_id" uuid NOT NULL,
	"relation" text NOT NULL,
	"way" text NOT NULL,
	"state" text NOT NULL,
	"services" text[],
	"until_day" date NOT NULL,
	"request_key" text NOT NULL,
	"data_key" "bytea" NOT NULL,
	"sealed_phone" "bytea" NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"ended_by" uuid,
	CONSTRAINT "delegation_relation" CHECK ("delegation"."relation" in ('father', 'mother', 'child', 'spouse', 'caregiver', 'none')),
	CONSTRAINT "delegation_way" CHECK ("delegation"."way" in ('line', 'otp', 'clerk')),
	CONSTRAINT "delegation_state" CHECK ("delegation"."state" in ('asked', 'waiting_clerk', 'agreed', 'refused', 'ended', 'expired'))
);
--> statement-breakpoint
ALTER TABLE "delegation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "limit_count" (
	"name" text NOT NULL,
	"key" text NOT NULL,
	"bucket" timestamp (3) with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "limit_count_name_key_bucket_pk" PRIMARY KEY("name","key","bucket")
);
--> statement-breakpoint
ALTER TABLE "limit_count" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "line_user" (
	"channel" text NOT NULL,
	"line_user_id" text NOT NULL,
	"person_id" uuid,
	"linked_at" timestamp (3) with time zone,
	"blocked_at" timestamp (3) with time zone,
	"language" text NOT NULL,
	"large_text" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "line_user_channel_line_user_id_pk" PRIMARY KEY("channel","line_user_id"),
	CONSTRAINT "line_user_language" CHECK ("line_user"."language" in ('th', 'en'))
);
--> statement-breakpoint
ALTER TABLE "line_user" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "otp" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"line_user_id" text NOT NULL,
	"purpose" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"phone_index" "bytea" NOT NULL,
	"data_key" "bytea" NOT NULL,
	"sealed_phone" "bytea" NOT NULL,
	"reference" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"replaced_at" timestamp (3) with time zone,
	CONSTRAINT "otp_purpose" CHECK ("otp"."purpose" in ('registration', 'recovery', 'companion', 'phone_old', 'phone_new'))
);
--> statement-breakpoint
ALTER TABLE "otp" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "otp_throttle" (
	"channel" text NOT NULL,
	"line_user_id" text NOT NULL,
	"purpose" text NOT NULL,
	"wrong_in_row" integer NOT NULL,
	"wrong_since_day" integer NOT NULL,
	"day_started_at" timestamp (3) with time zone NOT NULL,
	"closed_until" timestamp (3) with time zone,
	CONSTRAINT "otp_throttle_channel_line_user_id_purpose_pk" PRIMARY KEY("channel","line_user_id","purpose")
);
--> statement-breakpoint
ALTER TABLE "otp_throttle" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"citizen_index" "bytea" NOT NULL,
	"data_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"assurance" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "person_citizen_index_unique" UNIQUE("citizen_index"),
	CONSTRAINT "person_assurance" CHECK ("person"."assurance" in ('line', 'phone', 'card_checked', 'photo_checked', 'thaid'))
);
--> statement-breakpoint
ALTER TABLE "person" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "phone" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"phone_index" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"proven_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "phone" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "registration" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"line_user_id" text NOT NULL,
	"kind" text NOT NULL,
	"step" text NOT NULL,
	"version" integer NOT NULL,
	"data_key" "bytea",
	"sealed" "bytea",
	"started_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"outcome" text,
	CONSTRAINT "registration_kind" CHECK ("registration"."kind" in ('registration', 'recovery'))
);
--> statement-breakpoint
ALTER TABLE "registration" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"medium" text NOT NULL,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"line_user_id" text NOT NULL,
	"person_id" uuid,
	"refs" jsonb NOT NULL,
	"state" text NOT NULL,
	"queued_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"dies_at" timestamp (3) with time zone NOT NULL,
	"claimed_until" timestamp (3) with time zone,
	"attempts" integer NOT NULL,
	"reply_token" text,
	"reply_until" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"failure" text,
	CONSTRAINT "notice_medium" CHECK ("notice"."medium" in ('line', 'sms')),
	CONSTRAINT "notice_kind" CHECK ("notice"."kind" in ('otp_sms', 'chat_reply', 'registration_step', 'registered', 'registration_elsewhere', 'link_moved', 'consent_withdrawn', 'reminder', 'pin_changed', 'pin_disabled', 'phone_changed', 'code_issued', 'code_cancelled', 'companion_asked', 'companion_agreed', 'companion_refused', 'companion_ended', 'companion_used')),
	CONSTRAINT "notice_state" CHECK ("notice"."state" in ('waiting', 'claimed', 'sent', 'failed', 'unknown', 'dropped'))
);
--> statement-breakpoint
ALTER TABLE "notice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "console_link" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "console_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"channel" text NOT NULL,
	"line_user_id" text NOT NULL,
	"via" text NOT NULL,
	"device" text NOT NULL,
	"signed_in_at" timestamp (3) with time zone NOT NULL,
	"unlocked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "session_id_unique" UNIQUE("id")
);
--> statement-breakpoint
ALTER TABLE "session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "staff_session" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"signed_in_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "staff_session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agency" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "facility" (
	"agency_id" uuid PRIMARY KEY NOT NULL,
	"hcode" text NOT NULL,
	"telephone" text,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "facility_hcode_unique" UNIQUE("hcode")
);
--> statement-breakpoint
CREATE TABLE "facility_qr" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"service_type" text NOT NULL,
	"kind" text NOT NULL,
	"number" bigint NOT NULL,
	"short_number" integer NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"replaced_by" uuid,
	"request_key" text NOT NULL,
	CONSTRAINT "facility_qr_number_unique" UNIQUE("number"),
	CONSTRAINT "facility_qr_short_number_unique" UNIQUE("short_number"),
	CONSTRAINT "facility_qr_request" UNIQUE("agency_id","request_key"),
	CONSTRAINT "facility_qr_kind" CHECK ("facility_qr"."kind" in ('screen', 'printed'))
);
--> statement-breakpoint
ALTER TABLE "facility_qr" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "facility_service" (
	"agency_id" uuid NOT NULL,
	"service_type" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "facility_service_agency_id_service_type_pk" PRIMARY KEY("agency_id","service_type")
);
--> statement-breakpoint
CREATE TABLE "qr_scan" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"qr_id" uuid NOT NULL,
	"scanned_at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	CONSTRAINT "qr_scan_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "qr_scan_outcome" CHECK ("qr_scan"."outcome" in ('accepted', 'qr_forged', 'qr_expired', 'qr_revoked', 'short_code_wrong', 'facility_closed', 'service_not_offered'))
);
--> statement-breakpoint
ALTER TABLE "qr_scan" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "scan_ticket" (
	"nonce" text PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"line_user_id" text NOT NULL,
	"owned_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "scan_ticket" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "service_code" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"service_type" text NOT NULL,
	"day" date NOT NULL,
	"code" text NOT NULL,
	"status" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"qr_id" uuid,
	"request_key" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"cancelled_by" uuid,
	CONSTRAINT "service_code_person_id_id_pk" PRIMARY KEY("person_id","id"),
	CONSTRAINT "service_code_code" UNIQUE("code"),
	CONSTRAINT "service_code_status" CHECK ("service_code"."status" in ('issued', 'used', 'closed', 'cancelled', 'expired'))
);
--> statement-breakpoint
ALTER TABLE "service_code" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "service_type" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "service_type_kind" CHECK ("service_type"."kind" in ('main', 'secondary'))
);
--> statement-breakpoint
CREATE TABLE "visit" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"day" date NOT NULL,
	"status" text NOT NULL,
	"way" text NOT NULL,
	"evidence" text,
	"asked_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	CONSTRAINT "visit_person_id_id_pk" PRIMARY KEY("person_id","id"),
	CONSTRAINT "visit_status" CHECK ("visit"."status" in ('draft', 'confirmed', 'cancelled')),
	CONSTRAINT "visit_way" CHECK ("visit"."way" in ('line_qr', 'card', 'picture', 'slip', 'api')),
	CONSTRAINT "visit_evidence" CHECK ("visit"."evidence" in ('screen', 'printed', 'short_code'))
);
--> statement-breakpoint
ALTER TABLE "visit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_asker_id_person_id_fk" FOREIGN KEY ("asker_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_for_id_person_id_fk" FOREIGN KEY ("for_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_user" ADD CONSTRAINT "line_user_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone" ADD CONSTRAINT "phone_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility" ADD CONSTRAINT "facility_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility_qr" ADD CONSTRAINT "facility_qr_agency_id_facility_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."facility"("agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility_qr" ADD CONSTRAINT "facility_qr_service_type_service_type_code_fk" FOREIGN KEY ("service_type") REFERENCES "public"."service_type"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility_service" ADD CONSTRAINT "facility_service_agency_id_facility_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."facility"("agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility_service" ADD CONSTRAINT "facility_service_service_type_service_type_code_fk" FOREIGN KEY ("service_type") REFERENCES "public"."service_type"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_person" ON "audit_entry" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "webhook_event_open" ON "webhook_event" USING btree ("kept_at") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "consent_line_user" ON "consent" USING btree ("channel","line_user_id","answered_at");--> statement-breakpoint
CREATE INDEX "consent_person" ON "consent" USING btree ("person_id","answered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "delegation_request" ON "delegation" USING btree ("asker_id","request_key");--> statement-breakpoint
CREATE UNIQUE INDEX "delegation_live" ON "delegation" USING btree ("asker_id","for_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "delegation_for" ON "delegation" USING btree ("for_id");--> statement-breakpoint
CREATE UNIQUE INDEX "line_user_person" ON "line_user" USING btree ("channel","person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "otp_subject" ON "otp" USING btree ("channel","line_user_id","purpose","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "registration_open" ON "registration" USING btree ("channel","line_user_id","kind") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "registration_idle" ON "registration" USING btree ("changed_at") WHERE ended_at is null and reminded_at is null;--> statement-breakpoint
CREATE INDEX "notice_due" ON "notice" USING btree ("due_at","id") WHERE state in ('waiting', 'claimed');--> statement-breakpoint
CREATE INDEX "session_line_user" ON "session" USING btree ("channel","line_user_id","last_used_at");--> statement-breakpoint
CREATE UNIQUE INDEX "facility_qr_screen" ON "facility_qr" USING btree ("agency_id","service_type") WHERE kind = 'screen' and revoked_at is null;--> statement-breakpoint
CREATE INDEX "qr_scan_qr" ON "qr_scan" USING btree ("qr_id","scanned_at");--> statement-breakpoint
CREATE INDEX "scan_ticket_owned" ON "scan_ticket" USING btree ("owned_at");--> statement-breakpoint
CREATE UNIQUE INDEX "service_code_live" ON "service_code" USING btree ("person_id","day","agency_id","service_type") WHERE status <> 'cancelled';--> statement-breakpoint
CREATE INDEX "service_code_history" ON "service_code" USING btree ("person_id","issued_at","id");--> statement-breakpoint
CREATE INDEX "service_code_agency_day" ON "service_code" USING btree ("agency_id","day","issued_at");--> statement-breakpoint
CREATE UNIQUE INDEX "service_code_request" ON "service_code" USING btree ("person_id","request_key");--> statement-breakpoint
CREATE INDEX "visit_agency_day" ON "visit" USING btree ("agency_id","day","id");--> statement-breakpoint
CREATE POLICY "audit_entry_gate" ON "audit_entry" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_entry_citizen" ON "audit_entry" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("audit_entry"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("audit_entry"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "audit_entry_staff" ON "audit_entry" AS PERMISSIVE FOR ALL TO "pratu_staff" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_entry_system" ON "audit_entry" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "chat_system" ON "chat" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "webhook_event_gate" ON "webhook_event" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "webhook_event_system" ON "webhook_event" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "account_gate" ON "account" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "account_citizen" ON "account" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("account"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("account"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "account_system" ON "account" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "consent_gate" ON "consent" AS PERMISSIVE FOR ALL TO "pratu_gate" USING ("consent"."channel" || '/' || "consent"."line_user_id" = nullif(current_setting('app.line_user', true), '')) WITH CHECK ("consent"."channel" || '/' || "consent"."line_user_id" = nullif(current_setting('app.line_user', true), ''));--> statement-breakpoint
CREATE POLICY "consent_citizen" ON "consent" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("consent"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("consent"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "consent_system" ON "consent" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "delegation_citizen" ON "delegation" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("delegation"."asker_id" = nullif(current_setting('app.person', true), '')::uuid or "delegation"."for_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("delegation"."asker_id" = nullif(current_setting('app.person', true), '')::uuid or "delegation"."for_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "delegation_gate" ON "delegation" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "delegation_system" ON "delegation" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "limit_count_gate" ON "limit_count" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "limit_count_citizen" ON "limit_count" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "limit_count_system" ON "limit_count" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "line_user_gate" ON "line_user" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "line_user_citizen" ON "line_user" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("line_user"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("line_user"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "line_user_system" ON "line_user" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "otp_gate" ON "otp" AS PERMISSIVE FOR ALL TO "pratu_gate" USING ("otp"."channel" || '/' || "otp"."line_user_id" = nullif(current_setting('app.line_user', true), '')) WITH CHECK ("otp"."channel" || '/' || "otp"."line_user_id" = nullif(current_setting('app.line_user', true), ''));--> statement-breakpoint
CREATE POLICY "otp_citizen" ON "otp" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("otp"."channel" || '/' || "otp"."line_user_id" = nullif(current_setting('app.line_user', true), '')) WITH CHECK ("otp"."channel" || '/' || "otp"."line_user_id" = nullif(current_setting('app.line_user', true), ''));--> statement-breakpoint
CREATE POLICY "otp_system" ON "otp" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "otp_throttle_gate" ON "otp_throttle" AS PERMISSIVE FOR ALL TO "pratu_gate" USING ("otp_throttle"."channel" || '/' || "otp_throttle"."line_user_id" = nullif(current_setting('app.line_user', true), '')) WITH CHECK ("otp_throttle"."channel" || '/' || "otp_throttle"."line_user_id" = nullif(current_setting('app.line_user', true), ''));--> statement-breakpoint
CREATE POLICY "otp_throttle_citizen" ON "otp_throttle" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("otp_throttle"."channel" || '/' || "otp_throttle"."line_user_id" = nullif(current_setting('app.line_user', true), '')) WITH CHECK ("otp_throttle"."channel" || '/' || "otp_throttle"."line_user_id" = nullif(current_setting('app.line_user', true), ''));--> statement-breakpoint
CREATE POLICY "otp_throttle_system" ON "otp_throttle" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "person_gate" ON "person" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "person_citizen" ON "person" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("person"."id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("person"."id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "person_system" ON "person" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "phone_gate" ON "phone" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "phone_citizen" ON "phone" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("phone"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("phone"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "phone_system" ON "phone" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "registration_gate" ON "registration" AS PERMISSIVE FOR ALL TO "pratu_gate" USING ("registration"."channel" || '/' || "registration"."line_user_id" = nullif(current_setting('app.line_user', true), '')) WITH CHECK ("registration"."channel" || '/' || "registration"."line_user_id" = nullif(current_setting('app.line_user', true), ''));--> statement-breakpoint
CREATE POLICY "registration_system" ON "registration" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "notice_gate" ON "notice" AS PERMISSIVE FOR ALL TO "pratu_gate" USING ("notice"."state" = 'waiting') WITH CHECK ("notice"."state" = 'waiting');--> statement-breakpoint
CREATE POLICY "notice_citizen" ON "notice" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("notice"."state" = 'waiting') WITH CHECK ("notice"."state" = 'waiting');--> statement-breakpoint
CREATE POLICY "notice_staff" ON "notice" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("notice"."state" = 'waiting') WITH CHECK ("notice"."state" = 'waiting');--> statement-breakpoint
CREATE POLICY "notice_system" ON "notice" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "console_link_gate" ON "console_link" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "console_link_system" ON "console_link" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "session_gate" ON "session" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "session_citizen" ON "session" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("session"."channel" || '/' || "session"."line_user_id" = nullif(current_setting('app.line_user', true), '')) WITH CHECK ("session"."channel" || '/' || "session"."line_user_id" = nullif(current_setting('app.line_user', true), ''));--> statement-breakpoint
CREATE POLICY "session_system" ON "session" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff_session_gate" ON "staff_session" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff_session_system" ON "staff_session" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "facility_qr_gate" ON "facility_qr" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "facility_qr_citizen" ON "facility_qr" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "facility_qr_staff" ON "facility_qr" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("facility_qr"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("facility_qr"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "facility_qr_system" ON "facility_qr" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "qr_scan_gate" ON "qr_scan" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "qr_scan_staff" ON "qr_scan" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("qr_scan"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("qr_scan"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "qr_scan_system" ON "qr_scan" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "scan_ticket_gate" ON "scan_ticket" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "scan_ticket_citizen" ON "scan_ticket" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "scan_ticket_system" ON "scan_ticket" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "service_code_citizen" ON "service_code" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("service_code"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("service_code"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "service_code_staff" ON "service_code" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("service_code"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("service_code"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "service_code_system" ON "service_code" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "visit_citizen" ON "visit" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("visit"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("visit"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "visit_staff" ON "visit" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("visit"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("visit"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "visit_system" ON "visit" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);