-- What each role may do at services and petitions; the rest, and that whatever was granted before is gone, in 20-grants.sql.

grant select on unit, service_category, service, service_version, office_hours, agency_day, local_setting
  to pratu_gate, pratu_citizen, pratu_staff, pratu_system;
grant insert, update on unit, service_category, service, service_version, office_hours, agency_day, local_setting
  to pratu_staff, pratu_system;
grant select on agency_terms to pratu_gate, pratu_citizen, pratu_staff, pratu_system;
grant insert on agency_terms to pratu_staff;
grant delete on service_category, service_version, agency_day to pratu_staff;
-- A word of a citizen waits until somebody answers it.
grant select, insert, update on petition_word to pratu_citizen;
grant select, delete on petition_word to pratu_staff;
grant select, update, delete on petition_word to pratu_system;
grant select, insert, delete on staff_unit to pratu_staff, pratu_system;
grant select, insert, update, delete on canned_reply to pratu_staff;
grant select, insert, delete on pack_import to pratu_staff;
grant select, insert, update on petition_draft, petition, petition_file to pratu_citizen, pratu_staff;
grant delete on petition_draft, petition_file to pratu_citizen;
grant select, insert, update, delete on petition_upload to pratu_citizen;
grant select, insert, update on draft_hand_over to pratu_citizen, pratu_staff;
grant select, insert on petition_event, petition_message to pratu_citizen, pratu_staff;
grant select, update on petition to pratu_system;
grant select, insert on petition_event to pratu_system;
grant select on petition_message to pratu_system;
grant select, delete on petition_draft, petition_file, petition_upload, draft_hand_over to pratu_system;
grant select, insert, update on number_series to pratu_system;
