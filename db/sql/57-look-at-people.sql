-- The one way for staff to read people: writes that they looked, and for what, then answers the sealed rows. Only
-- people who have a visit, a petition, a draft or a check of pictures at the agency are answered, or the one whose number (blind index) the clerk was given.
-- Called inside a staff transaction; p_ids are fresh ids for the looks, one for each person.
create or replace function look_at_people(
  p_now timestamptz, p_agency uuid, p_staff uuid, p_what text, p_purpose text, p_subject text,
  p_people uuid[], p_number_index bytea, p_ids uuid[]
) returns table (id uuid, data_key bytea, sealed bytea, assurance text)
language plpgsql as $$
#variable_conflict use_column
declare
  before text := current_setting('role');
  allowed uuid[];
begin
  if nullif(current_setting('app.agency', true), '')::uuid is distinct from p_agency then
    raise exception 'a look belongs to the agency of its transaction' using errcode = 'insufficient_privilege';
  end if;
  select array_agg(wanted.id) into allowed from (select distinct unnest(p_people) as id) as wanted
    where exists (select 1 from visit x where x.agency_id = p_agency and x.person_id = wanted.id)
      or exists (select 1 from petition x where x.agency_id = p_agency and x.person_id = wanted.id)
      or exists (select 1 from petition_draft x where x.agency_id = p_agency and x.person_id = wanted.id)
      or exists (select 1 from id_check x where x.agency_id = p_agency and x.person_id = wanted.id);
  perform set_config('role', 'pratu_gate', true);
  if p_number_index is not null then
    allowed := coalesce(allowed, '{}') || array(select x.id from person x where x.citizen_index = p_number_index);
  end if;
  perform set_config('role', before, true);
  insert into look (person_id, id, at, agency_id, staff_id, what, purpose, subject_id)
    select a.person_id, p_ids[a.place], p_now, p_agency, p_staff, p_what, p_purpose, p_subject
    from unnest(allowed) with ordinality as a (person_id, place);
  perform set_config('role', 'pratu_gate', true);
  return query select x.id, x.data_key, x.sealed, x.assurance from person x where x.id = any (allowed);
  perform set_config('role', before, true);
end
$$;
