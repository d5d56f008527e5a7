ALTER TABLE "registration" DROP CONSTRAINT "registration_kind";--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind";--> statement-breakpoint
ALTER TABLE "account" ALTER COLUMN "pin_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ALTER COLUMN "pin_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ALTER COLUMN "pin_changed_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "terms_version" text NOT NULL;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "terms_accepted_at" timestamp (3) with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "opened_by" text DEFAULT 'line' NOT NULL;--> statement-breakpoint
CREATE INDEX "phone_number" ON "phone" USING btree ("phone_index");--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_opened_by" CHECK ("account"."opened_by" in ('line', 'web'));--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_kind" CHECK ("registration"."kind" in ('registration', 'recovery', 'join'));--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind" CHECK ("notice"."kind" in ('otp_sms', 'chat_reply', 'registration_step', 'registered', 'registration_elsewhere', 'link_moved', 'consent_withdrawn', 'reminder', 'pin_changed', 'pin_disabled', 'phone_changed', 'code_issued', 'code_cancelled', 'look_answered', 'code_wanted', 'companion_asked', 'companion_agreed', 'companion_refused', 'companion_ended', 'companion_used', 'petition_filed', 'petition_moved', 'petition_completed', 'account_email_proof', 'account_password_reset', 'account_password_changed', 'account_email_changed', 'account_locked', 'account_linked', 'staff_invited', 'staff_refused', 'staff_password_reset', 'staff_idle_warning', 'staff_revoked', 'staff_session_elsewhere', 'staff_locked', 'staff_sign_in_changed', 'staff_second_step_reset'));