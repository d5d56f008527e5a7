CREATE TABLE "seat_try" (
	"seat_id" uuid NOT NULL,
	"part" text NOT NULL,
	"source" text NOT NULL,
	"wrong" integer NOT NULL,
	"next_try_at" timestamp (3) with time zone,
	"last_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "seat_try_seat_id_part_source_pk" PRIMARY KEY("seat_id","part","source"),
	CONSTRAINT "seat_try_part" CHECK ("seat_try"."part" in ('holder', 'deputy'))
);
--> statement-breakpoint
ALTER TABLE "seat_try" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind";--> statement-breakpoint
ALTER TABLE "activation" ADD COLUMN "confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "activation" ADD COLUMN "denied_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "seat_try" ADD CONSTRAINT "seat_try_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "seat_try_old" ON "seat_try" USING btree ("last_at");--> statement-breakpoint
ALTER TABLE "seat" DROP COLUMN "wrong";--> statement-breakpoint
ALTER TABLE "seat" DROP COLUMN "next_try_at";--> statement-breakpoint
ALTER TABLE "seat" DROP COLUMN "locked_at";--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind" CHECK ("notice"."kind" in ('otp_sms', 'chat_reply', 'registration_step', 'registered', 'registration_elsewhere', 'link_moved', 'consent_withdrawn', 'reminder', 'pin_changed', 'pin_disabled', 'phone_changed', 'code_issued', 'code_cancelled', 'look_answered', 'code_wanted', 'companion_asked', 'companion_agreed', 'companion_refused', 'companion_ended', 'companion_used', 'petition_filed', 'petition_moved', 'petition_completed', 'petition_answered', 'petition_handed', 'email_unreachable', 'id_check_approved', 'id_check_sent_back', 'document_issued', 'document_revoked', 'account_email_proof', 'account_password_reset', 'account_password_changed', 'account_email_changed', 'account_locked', 'account_linked', 'staff_invited', 'staff_refused', 'staff_password_reset', 'staff_idle_warning', 'staff_revoked', 'staff_session_elsewhere', 'staff_locked', 'staff_sign_in_changed', 'staff_second_step_reset', 'staff_line_plan', 'staff_petition_reopened', 'staff_seat_denied', 'staff_key_disabled', 'staff_petition_due', 'staff_petition_late', 'staff_delay_letter', 'staff_phone_lost', 'staff_lost_letter', 'seat_named', 'seat_password_link', 'seat_naming_withdrawn', 'seat_taken', 'seat_end_planned', 'seat_ended', 'seat_sign_in', 'seat_renewal', 'seat_activated', 'seat_renewed', 'seat_key_ending', 'seat_key_ended', 'seat_phone_changed', 'seat_sign_in_denied', 'seat_answers_wrong', 'seat_key_disabled', 'seat_phone_lost', 'seat_email_code', 'seat_registration_approved', 'seat_registration_refused', 'seat_password_changed', 'seat_request_sent', 'seat_request_granted', 'seat_request_refused', 'seat_request_code', 'seat_campaign_move', 'seat_campaign_return'));--> statement-breakpoint
CREATE POLICY "seat_try_gate" ON "seat_try" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "seat_try_system" ON "seat_try" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);