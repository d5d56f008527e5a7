CREATE TABLE "petition_word" (
	"agency_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"what" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "petition_word_agency_id_petition_id_pk" PRIMARY KEY("agency_id","petition_id"),
	CONSTRAINT "petition_word_what" CHECK ("petition_word"."what" in ('said', 'corrected', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "petition_word" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind";--> statement-breakpoint
CREATE INDEX "petition_word_untold" ON "petition_word" USING btree ("since") WHERE told_at is null;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind" CHECK ("notice"."kind" in ('otp_sms', 'chat_reply', 'registration_step', 'registered', 'registration_elsewhere', 'link_moved', 'consent_withdrawn', 'reminder', 'pin_changed', 'pin_disabled', 'phone_changed', 'code_issued', 'code_cancelled', 'look_answered', 'code_wanted', 'companion_asked', 'companion_agreed', 'companion_refused', 'companion_ended', 'companion_used', 'petition_filed', 'petition_moved', 'petition_completed', 'petition_answered', 'petition_handed', 'email_unreachable', 'id_check_approved', 'id_check_sent_back', 'document_issued', 'document_revoked', 'account_email_proof', 'account_password_reset', 'account_password_changed', 'account_email_changed', 'account_locked', 'account_linked', 'staff_invited', 'staff_refused', 'staff_password_reset', 'staff_idle_warning', 'staff_revoked', 'staff_session_elsewhere', 'staff_locked', 'staff_sign_in_changed', 'staff_second_step_reset', 'staff_level_changed', 'staff_power_changed', 'staff_line_plan', 'staff_petition_reopened', 'staff_petition_answered', 'staff_seat_denied', 'staff_key_disabled', 'staff_request_said', 'staff_petition_due', 'staff_petition_late', 'staff_delay_letter', 'staff_phone_lost', 'staff_lost_letter', 'seat_named', 'seat_password_link', 'seat_naming_withdrawn', 'seat_taken', 'seat_end_planned', 'seat_ended', 'seat_sign_in', 'seat_renewal', 'seat_activated', 'seat_renewed', 'seat_key_ending', 'seat_key_ended', 'seat_phone_changed', 'seat_sign_in_denied', 'seat_answers_wrong', 'seat_key_disabled', 'seat_phone_lost', 'seat_email_code', 'seat_registration_approved', 'seat_registration_refused', 'seat_password_changed', 'seat_request_sent', 'seat_request_granted', 'seat_request_refused', 'seat_request_answered', 'seat_request_code', 'seat_campaign_move', 'seat_campaign_return'));--> statement-breakpoint
CREATE POLICY "petition_word_citizen" ON "petition_word" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("petition_word"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("petition_word"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "petition_word_staff" ON "petition_word" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("petition_word"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("petition_word"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "petition_word_system" ON "petition_word" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);