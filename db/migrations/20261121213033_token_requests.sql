CREATE TABLE "token_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"issuer_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"holding_id" uuid NOT NULL,
	"successor_id" uuid,
	"case" text NOT NULL,
	"requester" text NOT NULL,
	"state" text NOT NULL,
	"data_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"petition_id" uuid NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"signed_hash" "bytea" NOT NULL,
	"requester_signed" text NOT NULL,
	"requester_id" uuid NOT NULL,
	"requester_key_id" uuid,
	"head_signed" text,
	"head_id" uuid,
	"head_signed_at" timestamp (3) with time zone,
	"file_key" text,
	"file_mime" text,
	"file_size" integer,
	"email_code_id" uuid,
	"email_code_at" timestamp (3) with time zone,
	"email_code_wrong" integer DEFAULT 0 NOT NULL,
	"email_proven_at" timestamp (3) with time zone,
	"called_by" uuid,
	"called_at" timestamp (3) with time zone,
	"office" "bytea",
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"request_key" text NOT NULL,
	CONSTRAINT "token_request_key" UNIQUE("holding_id","request_key"),
	CONSTRAINT "token_request_case" CHECK ("token_request"."case" in ('password_forgotten', 'phone_changed', 'phone_lost', 'other', 'holder_resigned', 'holder_moved', 'holder_other', 'email_changed')),
	CONSTRAINT "token_request_requester" CHECK ("token_request"."requester" in ('holder', 'head', 'new_holder', 'office')),
	CONSTRAINT "token_request_state" CHECK ("token_request"."state" in ('sent', 'granted', 'refused', 'withdrawn')),
	CONSTRAINT "token_request_signed" CHECK ("token_request"."requester_signed" in ('password', 'soft_token', 'second_step', 'paper')),
	CONSTRAINT "token_request_head" CHECK ("token_request"."head_signed" in ('password', 'soft_token', 'second_step', 'paper')),
	CONSTRAINT "token_request_decided" CHECK ((state in ('granted', 'refused')) = (decided_at is not null)),
	CONSTRAINT "token_request_next" CHECK (("case" in ('holder_resigned', 'holder_moved', 'holder_other')) = (successor_id is not null))
);
--> statement-breakpoint
ALTER TABLE "token_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind";--> statement-breakpoint
ALTER TABLE "token_request" ADD CONSTRAINT "token_request_holding_id_seat_holding_id_fk" FOREIGN KEY ("holding_id") REFERENCES "public"."seat_holding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "token_request" ADD CONSTRAINT "token_request_successor_id_seat_holding_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."seat_holding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "token_request_open" ON "token_request" USING btree ("holding_id","case") WHERE state = 'sent';--> statement-breakpoint
CREATE INDEX "token_request_queue" ON "token_request" USING btree ("issuer_id","state","sent_at");--> statement-breakpoint
CREATE INDEX "token_request_agency" ON "token_request" USING btree ("agency_id","sent_at");--> statement-breakpoint
CREATE INDEX "token_request_holding" ON "token_request" USING btree ("holding_id","sent_at");--> statement-breakpoint
CREATE INDEX "token_request_successor" ON "token_request" USING btree ("successor_id");--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind" CHECK ("notice"."kind" in ('otp_sms', 'chat_reply', 'registration_step', 'registered', 'registration_elsewhere', 'link_moved', 'consent_withdrawn', 'reminder', 'pin_changed', 'pin_disabled', 'phone_changed', 'code_issued', 'code_cancelled', 'look_answered', 'code_wanted', 'companion_asked', 'companion_agreed', 'companion_refused', 'companion_ended', 'companion_used', 'petition_filed', 'petition_moved', 'petition_completed', 'petition_answered', 'petition_handed', 'email_unreachable', 'id_check_approved', 'id_check_sent_back', 'document_issued', 'document_revoked', 'account_email_proof', 'account_password_reset', 'account_password_changed', 'account_email_changed', 'account_locked', 'account_linked', 'staff_invited', 'staff_refused', 'staff_password_reset', 'staff_idle_warning', 'staff_revoked', 'staff_session_elsewhere', 'staff_locked', 'staff_sign_in_changed', 'staff_second_step_reset', 'staff_line_plan', 'staff_petition_reopened', 'staff_seat_denied', 'staff_key_disabled', 'staff_petition_due', 'staff_petition_late', 'staff_delay_letter', 'staff_phone_lost', 'staff_lost_letter', 'seat_named', 'seat_password_link', 'seat_naming_withdrawn', 'seat_taken', 'seat_end_planned', 'seat_ended', 'seat_sign_in', 'seat_renewal', 'seat_activated', 'seat_renewed', 'seat_key_ending', 'seat_key_ended', 'seat_phone_changed', 'seat_sign_in_denied', 'seat_key_disabled', 'seat_phone_lost'));--> statement-breakpoint
CREATE POLICY "token_request_gate" ON "token_request" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "token_request_staff" ON "token_request" AS PERMISSIVE FOR ALL TO "pratu_staff" USING (("token_request"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "token_request"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK (("token_request"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "token_request"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "token_request_holder" ON "token_request" AS PERMISSIVE FOR ALL TO "pratu_holder" USING ("token_request"."seat_id" = nullif(current_setting('app.seat', true), '')::uuid) WITH CHECK ("token_request"."seat_id" = nullif(current_setting('app.seat', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "token_request_system" ON "token_request" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);