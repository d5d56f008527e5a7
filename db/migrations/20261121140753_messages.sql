CREATE TABLE "line_plan_reading" (
	"channel" text NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	"allowed" integer,
	"used" integer NOT NULL,
	"warned_percent" integer NOT NULL,
	CONSTRAINT "line_plan_reading_channel_read_at_pk" PRIMARY KEY("channel","read_at")
);
--> statement-breakpoint
ALTER TABLE "line_plan_reading" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message_price" (
	"agency_id" uuid PRIMARY KEY NOT NULL,
	"push_satang" integer,
	"sms_satang" integer
);
--> statement-breakpoint
ALTER TABLE "message_price" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notice_choice" (
	"person_id" uuid NOT NULL,
	"thing" text NOT NULL,
	"medium" text NOT NULL,
	"is_on" boolean NOT NULL,
	"chosen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notice_choice_person_id_thing_medium_pk" PRIMARY KEY("person_id","thing","medium"),
	CONSTRAINT "notice_choice_thing" CHECK ("notice_choice"."thing" in ('filed', 'moved', 'completed', 'answered')),
	CONSTRAINT "notice_choice_medium" CHECK ("notice_choice"."medium" in ('line', 'sms', 'mail'))
);
--> statement-breakpoint
ALTER TABLE "notice_choice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "satisfaction" (
	"agency_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"stars" integer NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "satisfaction_agency_id_petition_id_pk" PRIMARY KEY("agency_id","petition_id")
);
--> statement-breakpoint
ALTER TABLE "satisfaction" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "notice_medium";--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind";--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "origin_id" uuid;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "sent_by" text;--> statement-breakpoint
CREATE INDEX "line_plan_reading_at" ON "line_plan_reading" USING btree ("read_at");--> statement-breakpoint
CREATE INDEX "satisfaction_said" ON "satisfaction" USING btree ("agency_id","said_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notice_of_origin" ON "notice" USING btree ("origin_id","medium") WHERE origin_id is not null;--> statement-breakpoint
CREATE INDEX "notice_of_petition" ON "notice" USING btree ((refs ->> 'petitionId')) WHERE refs ? 'petitionId';--> statement-breakpoint
CREATE INDEX "notice_sent_of_agency" ON "notice" USING btree ((refs ->> 'agencyId'),"settled_at") WHERE state = 'sent' and refs ? 'agencyId';--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_sent_by" CHECK ("notice"."sent_by" in ('reply', 'push', 'sms', 'mail', 'nowhere'));--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_medium" CHECK ("notice"."medium" in ('line', 'sms', 'mail', 'any'));--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind" CHECK ("notice"."kind" in ('otp_sms', 'chat_reply', 'registration_step', 'registered', 'registration_elsewhere', 'link_moved', 'consent_withdrawn', 'reminder', 'pin_changed', 'pin_disabled', 'phone_changed', 'code_issued', 'code_cancelled', 'look_answered', 'code_wanted', 'companion_asked', 'companion_agreed', 'companion_refused', 'companion_ended', 'companion_used', 'petition_filed', 'petition_moved', 'petition_completed', 'petition_answered', 'email_unreachable', 'account_email_proof', 'account_password_reset', 'account_password_changed', 'account_email_changed', 'account_locked', 'account_linked', 'staff_invited', 'staff_refused', 'staff_password_reset', 'staff_idle_warning', 'staff_revoked', 'staff_session_elsewhere', 'staff_locked', 'staff_sign_in_changed', 'staff_second_step_reset'));--> statement-breakpoint
CREATE POLICY "line_plan_reading_staff" ON "line_plan_reading" AS PERMISSIVE FOR ALL TO "pratu_staff" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "line_plan_reading_system" ON "line_plan_reading" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "message_price_staff" ON "message_price" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("message_price"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("message_price"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "message_price_system" ON "message_price" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "notice_choice_citizen" ON "notice_choice" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("notice_choice"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("notice_choice"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "notice_choice_system" ON "notice_choice" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "satisfaction_citizen" ON "satisfaction" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("satisfaction"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("satisfaction"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "satisfaction_staff" ON "satisfaction" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("satisfaction"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("satisfaction"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "satisfaction_system" ON "satisfaction" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);