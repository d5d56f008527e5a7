-- The one way to a picture of face and card: writes the look with its purpose, which the person is shown, and the audit
-- entry, then answers where the file lies and the key it opens with. A facility's staff open what they took themselves
-- while its visit is not confirmed; an office opens those of confirmed visits of the facilities under it, the one
-- reading across agencies there is. Which rows the caller may see at all is a matter of the policies: this runs under
-- the caller's role. No row: there is none such.
create or replace function open_picture(
  p_now timestamptz, p_agency uuid, p_staff uuid, p_picture uuid, p_purpose text, p_look uuid, p_audit uuid
) returns table (file_key text, data_key bytea)
language plpgsql as $$
#variable_conflict use_column
declare
  before text := current_setting('role');
  found record;
begin
  if nullif(current_setting('app.agency', true), '')::uuid is distinct from p_agency or coalesce(p_purpose, '') = '' then
    raise exception 'a picture is opened in the name of the agency of the transaction, for a purpose'
      using errcode = 'insufficient_privilege';
  end if;
  select x.person_id, x.file_key, x.made_by, x.agency_id, v.status, v.id as visit_id into found
    from visit_picture x left join visit v on v.person_id = x.person_id and v.id = x.visit_id
    where x.id = p_picture;
  if found.person_id is null then return; end if;
  if before = 'pratu_registrar' then
    if found.status is distinct from 'confirmed' then return; end if;
  elsif found.made_by <> p_staff or coalesce(found.status, 'draft') <> 'draft' then
    return;
  end if;
  insert into look (person_id, id, at, agency_id, staff_id, what, purpose, subject_id)
    values (found.person_id, p_look, p_now, p_agency, p_staff, 'picture', p_purpose,
      coalesce(found.visit_id, p_picture)::text);
  insert into audit_entry (id, at, action, actor_kind, actor_id, agency_id, person_id, subject_id, refs)
    values (p_audit, p_now, 'picture.opened', 'staff', p_staff, p_agency, found.person_id, p_picture,
      jsonb_build_object('facility', found.agency_id, 'visit', found.visit_id));
  perform set_config('role', 'pratu_gate', true);
  return query select found.file_key, x.data_key from person x where x.id = found.person_id;
  perform set_config('role', before, true);
end
$$;
