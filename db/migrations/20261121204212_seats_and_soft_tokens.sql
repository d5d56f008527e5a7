CREATE TABLE "approver_side" (
	"agency_id" uuid NOT NULL,
	"issuer_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"side" text NOT NULL,
	CONSTRAINT "approver_side_agency_id_person_id_pk" PRIMARY KEY("agency_id","person_id"),
	CONSTRAINT "approver_side_whole" UNIQUE("agency_id","person_id","side"),
	CONSTRAINT "approver_side_side" CHECK ("approver_side"."side" in ('withdrawal', 'payment'))
);
--> statement-breakpoint
ALTER TABLE "approver_side" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "holder_email" (
	"email_index" "bytea" PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"proven_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "holder_email" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "seat" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"issuer_id" uuid NOT NULL,
	"user_code" text NOT NULL,
	"right" text NOT NULL,
	"wrong" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone,
	"locked_at" timestamp (3) with time zone,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "seat_user_code" UNIQUE("user_code"),
	CONSTRAINT "seat_whole" UNIQUE("agency_id","id","right"),
	CONSTRAINT "seat_right" CHECK ("seat"."right" in ('recorder', 'approver_1', 'approver_2', 'other'))
);
--> statement-breakpoint
ALTER TABLE "seat" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "seat_holding" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"issuer_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"right" text NOT NULL,
	"part" text NOT NULL,
	"state" text NOT NULL,
	"person_id" uuid NOT NULL,
	"data_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"order_id" uuid,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"password_hash" "bytea",
	"password_set_at" timestamp (3) with time zone,
	"must_change_password" boolean DEFAULT true NOT NULL,
	"reminded_days" integer,
	"named_by" uuid,
	"named_at" timestamp (3) with time zone NOT NULL,
	"live_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text,
	"live_side" text GENERATED ALWAYS AS (case when state <> 'ended' then
        case "right" when 'approver_1' then 'withdrawal' when 'approver_2' then 'payment' end end) STORED,
	CONSTRAINT "seat_holding_right" CHECK ("seat_holding"."right" in ('recorder', 'approver_1', 'approver_2', 'other')),
	CONSTRAINT "seat_holding_part" CHECK ("seat_holding"."part" in ('holder', 'deputy')),
	CONSTRAINT "seat_holding_state" CHECK ("seat_holding"."state" in ('named', 'live', 'ended')),
	CONSTRAINT "seat_holding_end" CHECK ("seat_holding"."end_reason" in ('resigned', 'transferred', 'holder_changed', 'email_changed', 'other', 'not_taken_up'))
);
--> statement-breakpoint
ALTER TABLE "seat_holding" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "seat_letter" (
	"id" uuid PRIMARY KEY NOT NULL,
	"holding_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"issuer_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"opened_by" uuid,
	"opened_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "seat_letter" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "seat_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"holding_id" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "seat_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "seat_order" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"issuer_id" uuid NOT NULL,
	"number" text NOT NULL,
	"dated" date NOT NULL,
	"data_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"made_by" uuid,
	"made_at" timestamp (3) with time zone NOT NULL,
	"request_key" text NOT NULL,
	CONSTRAINT "seat_order_request" UNIQUE("agency_id","request_key")
);
--> statement-breakpoint
ALTER TABLE "seat_order" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "seat_order_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"issuer_id" uuid NOT NULL,
	"file_key" text NOT NULL,
	"mime" text NOT NULL,
	"size" integer NOT NULL,
	"name" "bytea" NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "seat_order_file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "activation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"holding_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"renews_id" uuid,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"channel" text,
	"line_user_id" text,
	"taken_at" timestamp (3) with time zone,
	"soft_token_id" uuid,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "activation_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "activation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity_proof" (
	"id" uuid PRIMARY KEY NOT NULL,
	"holding_id" uuid NOT NULL,
	"proofer" text NOT NULL,
	"state_hash" "bytea",
	"sealed" "bytea",
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"outcome" text,
	CONSTRAINT "identity_proof_state" UNIQUE("state_hash"),
	CONSTRAINT "identity_proof_proofer" CHECK ("identity_proof"."proofer" in ('thaid', 'paotang'))
);
--> statement-breakpoint
ALTER TABLE "identity_proof" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "seat_session" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"holding_id" uuid NOT NULL,
	"soft_token_id" uuid,
	"device" text NOT NULL,
	"factor_at" timestamp (3) with time zone,
	"signed_in_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "seat_session_id_unique" UNIQUE("id")
);
--> statement-breakpoint
ALTER TABLE "seat_session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_challenge" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"issuer_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"holding_id" uuid NOT NULL,
	"soft_token_id" uuid NOT NULL,
	"session_id" uuid,
	"purpose" text NOT NULL,
	"relying_party" text NOT NULL,
	"subject_id" text,
	"nonce" "bytea" NOT NULL,
	"picture" text NOT NULL,
	"choices" text[] NOT NULL,
	"digits" text NOT NULL,
	"state" text NOT NULL,
	"wrong" integer DEFAULT 0 NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"signature" "bytea",
	CONSTRAINT "sign_in_challenge_purpose" CHECK ("sign_in_challenge"."purpose" in ('sign_in', 'renew', 'end_device', 'service_request')),
	CONSTRAINT "sign_in_challenge_state" CHECK ("sign_in_challenge"."state" in ('waiting', 'signed', 'denied', 'failed', 'expired', 'used')),
	CONSTRAINT "sign_in_challenge_picture" CHECK ("sign_in_challenge"."picture" in ('lotus', 'elephant', 'boat', 'umbrella', 'mango', 'temple', 'fish', 'kite', 'bell', 'coconut', 'bird', 'lantern'))
);
--> statement-breakpoint
ALTER TABLE "sign_in_challenge" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "soft_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"issuer_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"holding_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"certificate" "bytea" NOT NULL,
	"serial" text NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"not_after" timestamp (3) with time zone NOT NULL,
	"channel" text NOT NULL,
	"line_user_id" text NOT NULL,
	"device" text NOT NULL,
	"pin_hash" "bytea" NOT NULL,
	"pin_wrong" integer DEFAULT 0 NOT NULL,
	"pin_next_try_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"made_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text,
	CONSTRAINT "soft_token_serial" UNIQUE("serial"),
	CONSTRAINT "soft_token_state" CHECK ("soft_token"."state" in ('live', 'ended', 'renewed', 'stopped', 'disabled'))
);
--> statement-breakpoint
ALTER TABLE "soft_token" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "token_registration" (
	"holding_id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"issuer_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"data_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"consent_version" text,
	"consented_at" timestamp (3) with time zone,
	"proven_by" text,
	"proven_at" timestamp (3) with time zone,
	"email_code_id" uuid,
	"email_code_at" timestamp (3) with time zone,
	"email_code_wrong" integer DEFAULT 0 NOT NULL,
	"email_proven_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"reason" "bytea",
	"begun_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "token_registration_state" CHECK ("token_registration"."state" in ('begun', 'identified', 'proven', 'sent', 'approved', 'refused', 'activated')),
	CONSTRAINT "token_registration_proofer" CHECK ("token_registration"."proven_by" in ('thaid', 'paotang'))
);
--> statement-breakpoint
ALTER TABLE "token_registration" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "staff" DROP CONSTRAINT "staff_level";--> statement-breakpoint
ALTER TABLE "staff_session" DROP CONSTRAINT "staff_session_level";--> statement-breakpoint
ALTER TABLE "seat_holding" ADD CONSTRAINT "seat_holding_order_id_seat_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."seat_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_holding" ADD CONSTRAINT "seat_holding_seat" FOREIGN KEY ("agency_id","seat_id","right") REFERENCES "public"."seat"("agency_id","id","right") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_holding" ADD CONSTRAINT "seat_holding_side" FOREIGN KEY ("agency_id","person_id","live_side") REFERENCES "public"."approver_side"("agency_id","person_id","side") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_letter" ADD CONSTRAINT "seat_letter_holding_id_seat_holding_id_fk" FOREIGN KEY ("holding_id") REFERENCES "public"."seat_holding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_link" ADD CONSTRAINT "seat_link_holding_id_seat_holding_id_fk" FOREIGN KEY ("holding_id") REFERENCES "public"."seat_holding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_order_file" ADD CONSTRAINT "seat_order_file_order_id_seat_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."seat_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activation" ADD CONSTRAINT "activation_holding_id_seat_holding_id_fk" FOREIGN KEY ("holding_id") REFERENCES "public"."seat_holding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activation" ADD CONSTRAINT "activation_renews_id_soft_token_id_fk" FOREIGN KEY ("renews_id") REFERENCES "public"."soft_token"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activation" ADD CONSTRAINT "activation_soft_token_id_soft_token_id_fk" FOREIGN KEY ("soft_token_id") REFERENCES "public"."soft_token"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_proof" ADD CONSTRAINT "identity_proof_holding_id_seat_holding_id_fk" FOREIGN KEY ("holding_id") REFERENCES "public"."seat_holding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_session" ADD CONSTRAINT "seat_session_holding_id_seat_holding_id_fk" FOREIGN KEY ("holding_id") REFERENCES "public"."seat_holding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_session" ADD CONSTRAINT "seat_session_soft_token_id_soft_token_id_fk" FOREIGN KEY ("soft_token_id") REFERENCES "public"."soft_token"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_challenge" ADD CONSTRAINT "sign_in_challenge_holding_id_seat_holding_id_fk" FOREIGN KEY ("holding_id") REFERENCES "public"."seat_holding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_challenge" ADD CONSTRAINT "sign_in_challenge_soft_token_id_soft_token_id_fk" FOREIGN KEY ("soft_token_id") REFERENCES "public"."soft_token"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "soft_token" ADD CONSTRAINT "soft_token_holding_id_seat_holding_id_fk" FOREIGN KEY ("holding_id") REFERENCES "public"."seat_holding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "token_registration" ADD CONSTRAINT "token_registration_holding_id_seat_holding_id_fk" FOREIGN KEY ("holding_id") REFERENCES "public"."seat_holding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "holder_email_person" ON "holder_email" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "seat_issuer" ON "seat" USING btree ("issuer_id","agency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "seat_holding_live" ON "seat_holding" USING btree ("seat_id","part") WHERE state = 'live';--> statement-breakpoint
CREATE UNIQUE INDEX "seat_holding_named" ON "seat_holding" USING btree ("seat_id","part") WHERE state = 'named';--> statement-breakpoint
CREATE UNIQUE INDEX "seat_holding_once" ON "seat_holding" USING btree ("seat_id","person_id") WHERE state <> 'ended';--> statement-breakpoint
CREATE INDEX "seat_holding_of_seat" ON "seat_holding" USING btree ("seat_id","named_at");--> statement-breakpoint
CREATE INDEX "seat_holding_agency" ON "seat_holding" USING btree ("agency_id","named_at");--> statement-breakpoint
CREATE INDEX "seat_holding_issuer" ON "seat_holding" USING btree ("issuer_id","named_at");--> statement-breakpoint
CREATE INDEX "seat_holding_person" ON "seat_holding" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "seat_letter_holding" ON "seat_letter" USING btree ("holding_id");--> statement-breakpoint
CREATE INDEX "seat_link_holding" ON "seat_link" USING btree ("holding_id");--> statement-breakpoint
CREATE INDEX "seat_order_agency" ON "seat_order" USING btree ("agency_id","made_at");--> statement-breakpoint
CREATE INDEX "seat_order_file_order" ON "seat_order_file" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "activation_holding" ON "activation" USING btree ("holding_id","made_at");--> statement-breakpoint
CREATE INDEX "identity_proof_holding" ON "identity_proof" USING btree ("holding_id","made_at");--> statement-breakpoint
CREATE INDEX "seat_session_seat" ON "seat_session" USING btree ("seat_id") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_challenge_waiting" ON "sign_in_challenge" USING btree ("soft_token_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "sign_in_challenge_session" ON "sign_in_challenge" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "sign_in_challenge_seat" ON "sign_in_challenge" USING btree ("seat_id","made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "soft_token_live" ON "soft_token" USING btree ("holding_id") WHERE state = 'live';--> statement-breakpoint
CREATE INDEX "soft_token_line" ON "soft_token" USING btree ("channel","line_user_id");--> statement-breakpoint
CREATE INDEX "soft_token_seat" ON "soft_token" USING btree ("seat_id","made_at");--> statement-breakpoint
CREATE INDEX "soft_token_agency" ON "soft_token" USING btree ("agency_id","not_after");--> statement-breakpoint
CREATE INDEX "soft_token_ending" ON "soft_token" USING btree ("not_after") WHERE state = 'live';--> statement-breakpoint
CREATE INDEX "token_registration_queue" ON "token_registration" USING btree ("issuer_id","state","sent_at");--> statement-breakpoint
CREATE INDEX "token_registration_agency" ON "token_registration" USING btree ("agency_id","state");--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_level" CHECK ("staff"."level" in ('clerk', 'facility_admin', 'report_reader', 'registrar', 'national_admin', 'officer', 'supervisor', 'local_admin', 'executive', 'seat_head', 'internal_auditor', 'token_registrar'));--> statement-breakpoint
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_level" CHECK ("staff_session"."level" in ('clerk', 'facility_admin', 'report_reader', 'registrar', 'national_admin', 'officer', 'supervisor', 'local_admin', 'executive', 'seat_head', 'internal_auditor', 'token_registrar'));--> statement-breakpoint
CREATE POLICY "audit_entry_holder" ON "audit_entry" AS PERMISSIVE FOR ALL TO "pratu_holder" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "notice_holder" ON "notice" AS PERMISSIVE FOR ALL TO "pratu_holder" USING ("notice"."state" = 'waiting') WITH CHECK ("notice"."state" = 'waiting');--> statement-breakpoint
CREATE POLICY "approver_side_gate" ON "approver_side" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "approver_side_staff" ON "approver_side" AS PERMISSIVE FOR ALL TO "pratu_staff" USING (("approver_side"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "approver_side"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK (("approver_side"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "approver_side"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "approver_side_system" ON "approver_side" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "holder_email_gate" ON "holder_email" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "holder_email_system" ON "holder_email" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "seat_gate" ON "seat" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "seat_staff" ON "seat" AS PERMISSIVE FOR ALL TO "pratu_staff" USING (("seat"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "seat"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK (("seat"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "seat"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "seat_holder" ON "seat" AS PERMISSIVE FOR ALL TO "pratu_holder" USING ("seat"."id" = nullif(current_setting('app.seat', true), '')::uuid) WITH CHECK ("seat"."id" = nullif(current_setting('app.seat', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "seat_system" ON "seat" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "seat_holding_gate" ON "seat_holding" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "seat_holding_staff" ON "seat_holding" AS PERMISSIVE FOR ALL TO "pratu_staff" USING (("seat_holding"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "seat_holding"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK (("seat_holding"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "seat_holding"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "seat_holding_holder" ON "seat_holding" AS PERMISSIVE FOR ALL TO "pratu_holder" USING ("seat_holding"."seat_id" = nullif(current_setting('app.seat', true), '')::uuid) WITH CHECK ("seat_holding"."seat_id" = nullif(current_setting('app.seat', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "seat_holding_system" ON "seat_holding" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "seat_letter_gate" ON "seat_letter" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "seat_letter_staff" ON "seat_letter" AS PERMISSIVE FOR ALL TO "pratu_staff" USING (("seat_letter"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "seat_letter"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK (("seat_letter"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "seat_letter"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "seat_letter_system" ON "seat_letter" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "seat_link_gate" ON "seat_link" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "seat_link_system" ON "seat_link" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "seat_order_gate" ON "seat_order" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "seat_order_staff" ON "seat_order" AS PERMISSIVE FOR ALL TO "pratu_staff" USING (("seat_order"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "seat_order"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK (("seat_order"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "seat_order"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "seat_order_system" ON "seat_order" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "seat_order_file_gate" ON "seat_order_file" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "seat_order_file_staff" ON "seat_order_file" AS PERMISSIVE FOR ALL TO "pratu_staff" USING (("seat_order_file"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "seat_order_file"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK (("seat_order_file"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "seat_order_file"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "seat_order_file_system" ON "seat_order_file" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "activation_gate" ON "activation" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "activation_system" ON "activation" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "identity_proof_gate" ON "identity_proof" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "identity_proof_system" ON "identity_proof" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "seat_session_gate" ON "seat_session" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "seat_session_holder" ON "seat_session" AS PERMISSIVE FOR ALL TO "pratu_holder" USING ("seat_session"."seat_id" = nullif(current_setting('app.seat', true), '')::uuid) WITH CHECK ("seat_session"."seat_id" = nullif(current_setting('app.seat', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "seat_session_system" ON "seat_session" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sign_in_challenge_gate" ON "sign_in_challenge" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sign_in_challenge_staff" ON "sign_in_challenge" AS PERMISSIVE FOR ALL TO "pratu_staff" USING (("sign_in_challenge"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "sign_in_challenge"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK (("sign_in_challenge"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "sign_in_challenge"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "sign_in_challenge_system" ON "sign_in_challenge" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "soft_token_gate" ON "soft_token" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "soft_token_staff" ON "soft_token" AS PERMISSIVE FOR ALL TO "pratu_staff" USING (("soft_token"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "soft_token"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK (("soft_token"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "soft_token"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "soft_token_holder" ON "soft_token" AS PERMISSIVE FOR ALL TO "pratu_holder" USING ("soft_token"."seat_id" = nullif(current_setting('app.seat', true), '')::uuid) WITH CHECK ("soft_token"."seat_id" = nullif(current_setting('app.seat', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "soft_token_system" ON "soft_token" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "token_registration_gate" ON "token_registration" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "token_registration_staff" ON "token_registration" AS PERMISSIVE FOR ALL TO "pratu_staff" USING (("token_registration"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "token_registration"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK (("token_registration"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "token_registration"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "token_registration_holder" ON "token_registration" AS PERMISSIVE FOR ALL TO "pratu_holder" USING ("token_registration"."seat_id" = nullif(current_setting('app.seat', true), '')::uuid) WITH CHECK ("token_registration"."seat_id" = nullif(current_setting('app.seat', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "token_registration_system" ON "token_registration" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);