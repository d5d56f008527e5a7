-- What each role may do at all; which rows it may do it to is a matter of the policies in db/schema.
revoke all on all tables in schema public from public;
grant usage on schema public to pratu_app, pratu_gate, pratu_citizen, pratu_staff, pratu_system;

-- Public knowledge.
grant select on agency, facility, service_type, facility_service
  to pratu_gate, pratu_citizen, pratu_staff, pratu_system;

-- The door: sessions, webhook intake, registration, look-ups by blind index.
grant select, insert, update on person, account, phone, line_user, consent, registration, otp, otp_throttle,
  limit_count, session, staff_session, webhook_event, scan_ticket to pratu_gate;
grant select, update on console_link to pratu_gate;
grant select on facility_qr, delegation to pratu_gate;
grant insert on qr_scan, notice, audit_entry to pratu_gate;

-- A citizen with an account.
grant select, update on person, account, line_user, session to pratu_citizen;
grant select, insert, update on phone, consent, otp, otp_throttle, delegation, limit_count, visit, service_code,
  scan_ticket to pratu_citizen;
grant select on facility_qr to pratu_citizen;
grant insert on notice, audit_entry to pratu_citizen;
grant usage on sequence service_code_number to pratu_citizen;

-- Staff of one agency.
grant select, insert, update on facility_qr to pratu_staff;
grant select on qr_scan, visit, service_code to pratu_staff;
grant insert on notice, audit_entry to pratu_staff;

-- Jobs: outbox, sweepers, administration.
grant select, insert, update on agency, facility, service_type, facility_service, facility_qr, line_user, chat,
  webhook_event, notice, console_link, registration to pratu_system;
grant select on person, account, phone, otp, delegation, visit, service_code, session, qr_scan to pratu_system;
grant update on session, staff_session, service_code, delegation to pratu_system;
grant delete on scan_ticket, limit_count, webhook_event, session, staff_session, console_link, otp, registration
  to pratu_system;
grant select on scan_ticket, limit_count, staff_session to pratu_system;
grant insert on audit_entry to pratu_system;
