-- What each role may do at all; which rows it may do it to is a matter of the policies in db/schema.
-- Applied as one: what was granted once and stands here no longer is gone.
revoke all on all tables in schema public from public, pratu_app, pratu_gate, pratu_citizen, pratu_staff,
  pratu_registrar, pratu_holder, pratu_system;
revoke all on all sequences in schema public from public, pratu_app, pratu_gate, pratu_citizen, pratu_staff,
  pratu_registrar, pratu_holder, pratu_system;
grant usage on schema public to pratu_app, pratu_gate, pratu_citizen, pratu_staff, pratu_registrar, pratu_holder, pratu_system;

-- Public knowledge.
grant select on agency, facility, service_type, facility_service
  to pratu_gate, pratu_citizen, pratu_staff, pratu_registrar, pratu_holder, pratu_system;

-- The door: sessions, webhook intake, registration, look-ups by blind index.
grant select, insert, update on person, account, phone, line_user, consent, registration, otp, otp_throttle,
  limit_count, session, staff_session, webhook_event, scan_ticket to pratu_gate;
grant select, update on console_link to pratu_gate;
grant select on facility_qr, delegation to pratu_gate;
grant insert on qr_scan, notice, audit_entry to pratu_gate;
grant select, update on staff to pratu_gate;
grant select, update (last_used_at) on api_key to pratu_gate;
grant select, insert, update on staff_link, staff_passkey, hand_over to pratu_gate;
grant select, insert, update, delete on staff_challenge to pratu_gate;
grant delete on staff_passkey to pratu_gate;

-- A citizen with an account.
grant select, update on person, account, line_user, session to pratu_citizen;
grant select, insert, update on phone, consent, otp, otp_throttle, delegation, limit_count, visit, service_code,
  scan_ticket to pratu_citizen;
grant select on facility_qr to pratu_citizen;
grant insert on notice, audit_entry to pratu_citizen;
grant usage on sequence service_code_number to pratu_citizen, pratu_staff;
grant usage on sequence closing_code_number to pratu_staff;
grant select on look, bulk_look to pratu_citizen;
grant select, insert on look_case to pratu_citizen;

-- Staff of one agency.
grant select, insert, update on facility_qr to pratu_staff;
grant select on qr_scan to pratu_staff;
grant select, insert, update on visit, service_code, visit_picture, slip_block, slip, access_request,
  export_run, reconciliation, reconciliation_row, api_answer, webhook_endpoint to pratu_staff;
grant select, insert, update (expires_at, revoked_at, replaced_by) on api_key to pratu_staff;
grant select, insert on access_person to pratu_staff;
grant select, insert, delete on visit_service to pratu_staff;
grant delete on api_answer to pratu_staff;
grant select, update on hand_over, look_case, webhook_delivery to pratu_staff;
-- A right and a session may be ended; the password and the second step are not an agency's to change. A level is given
-- by the local_admin of a local government alone, and never to themself (guard_staff_levels).
grant select, insert, update (state, level, granted_by, request_key, sealed, email_index, password_hash, warned_days,
  last_sign_in_at, made_at, ended_at, end_reason, wrong, next_try_at, locked_at) on staff to pratu_staff;
grant select, insert, update (used_at) on staff_link to pratu_staff;
grant select, update (ended_at, ended_elsewhere) on staff_session to pratu_staff;
grant select, insert on look, bulk_look to pratu_staff;
grant insert on notice, audit_entry, webhook_delivery to pratu_staff;
grant delete on visit_picture to pratu_staff;

-- Staff of an office above others: who may come in, and figures over its facilities.
grant select, update on access_request, access_person to pratu_registrar;
grant select, insert, update on staff to pratu_registrar;
grant select, insert, update (used_at) on staff_link to pratu_registrar;
grant select, update (ended_at, ended_elsewhere) on staff_session to pratu_registrar;
grant select, update on look_case to pratu_registrar;
grant select on visit, service_code, visit_picture to pratu_registrar;
grant select, insert on look to pratu_registrar;
grant insert on notice, audit_entry to pratu_registrar;

-- Jobs: outbox, sweepers, administration.
grant select, insert, update on agency, facility, service_type, facility_service, facility_qr, line_user, chat,
  webhook_event, notice, console_link, registration to pratu_system;
grant select on person, account, phone, otp, delegation, visit, service_code, session, qr_scan to pratu_system;
grant update on session, staff_session, service_code, delegation to pratu_system;
grant delete on scan_ticket, limit_count, webhook_event, session, staff_session, console_link, otp, registration
  to pratu_system;
grant select on scan_ticket, limit_count, staff_session to pratu_system;
grant insert on audit_entry to pratu_system;
grant select, insert, update on staff, staff_link, webhook_delivery to pratu_system;
grant select on access_person, access_request, look, bulk_look, look_case, visit_service, visit_picture, slip, slip_block,
  webhook_endpoint, api_answer, hand_over, export_run, reconciliation, reconciliation_row to pratu_system;
grant update on access_request, access_person to pratu_system;
grant insert, update on reconciliation, reconciliation_row, export_run, visit to pratu_system;
grant delete on staff_link, api_answer, hand_over, reconciliation, reconciliation_row, visit_picture, webhook_delivery
  to pratu_system;

-- Figures of the day.
grant select on day_tally to pratu_staff, pratu_registrar;
grant select, insert, update on day_tally to pratu_system;

-- A citizen's contact, password and pictures; documents that were issued.
grant select, insert, update on contact, citizen_password, citizen_link to pratu_gate;
grant select, insert, update on contact to pratu_citizen;
grant select, update on citizen_password to pratu_citizen;
grant insert on citizen_link to pratu_citizen;
grant delete on citizen_password to pratu_gate;
grant select on contact, citizen_password, citizen_link to pratu_system;
grant delete on citizen_link, line_user to pratu_system;
grant select, insert on id_check, id_picture to pratu_citizen;
grant update (check_id), delete on id_picture to pratu_citizen;
grant select, update (state, faults, said, decided_by, decided_at) on id_check to pratu_staff;
-- Where a picture lies and the key it opens with are answered by open_id_picture alone.
grant select (agency_id, id, check_id, person_id, slot, kept_at) on id_picture to pratu_staff;
grant select, delete on id_picture to pratu_system;
grant select, insert, update, delete on profile_picture to pratu_citizen;
grant select, delete on profile_picture to pratu_system;
grant select, insert, update on thaid_attempt to pratu_gate, pratu_citizen;
grant select, delete on thaid_attempt to pratu_system;
grant select on id_check to pratu_system;
grant select on issued_document to pratu_gate, pratu_citizen, pratu_system;
grant select, insert, update on issued_document to pratu_staff;
grant delete on issued_document to pratu_system;

-- Days of an agency, and what the clock did.
grant select, insert on calendar_change to pratu_staff;
grant select, update (applied_at) on calendar_change to pratu_system;
grant select, update (settled_at, document_id) on clock_mark to pratu_staff;
grant select, insert, update (settled_at), delete on clock_mark to pratu_system;

-- The officers' desk.
grant select, insert, update, delete on petition_view to pratu_staff;
grant select, insert on petition_step_request to pratu_staff;
grant select, delete on petition_step_request to pratu_system;
grant select, insert, update, delete on staff_line, staff_line_code to pratu_staff;
grant select, insert, update, delete on staff_line, staff_line_code to pratu_gate;
grant select on staff_line to pratu_system;

-- Figures of petitions, and what concerns one's own data: a copy, and its erasing.
grant select on petition_tally to pratu_gate, pratu_staff, pratu_system;
grant insert, update on petition_tally to pratu_system;
grant select on erasure to pratu_citizen, pratu_staff, pratu_system;
grant insert, update on erasure to pratu_system;
grant select, insert, update (taken) on data_copy to pratu_citizen;
grant select, delete on data_copy to pratu_system;
grant select, insert, delete on file_end to pratu_system;
grant select on visit_picture, audit_entry to pratu_citizen;
grant update on person, issued_document, delegation, look_case, id_check to pratu_system;
grant update (sealed) on petition_event, petition_message to pratu_system;
grant delete on account, phone, contact, citizen_password to pratu_system;
grant delete on notice_choice, id_check, data_copy, chat, otp_throttle to pratu_system;
grant update (line_user_id) on consent to pratu_system;
grant select on consent, otp_throttle to pratu_system;
grant select on line_user, registration, hand_over to pratu_system;

-- How people want to be told, the LINE plan, and what messages cost.
grant select, insert, update on notice_choice to pratu_citizen;
grant select on notice_choice to pratu_system;
grant select on line_plan_reading to pratu_staff;
grant select, insert, delete on line_plan_reading to pratu_system;
grant select, insert, update on message_price to pratu_staff;
grant select on message_price to pratu_system;
grant update (email_unreachable_at) on contact to pratu_system;
grant select, insert on satisfaction to pratu_citizen;
grant select on satisfaction to pratu_staff, pratu_system;

-- Codes that are typed in chat to link a staff account, counted.
grant insert, update on limit_count to pratu_system;

-- The seal of the audit: leaves and checkpoints are written once; the sealer's own row says how far it came.
grant select on audit_entry to pratu_system;
grant select, insert on audit_leaf, audit_checkpoint to pratu_system;
grant select, insert, update on audit_sealer to pratu_system;
