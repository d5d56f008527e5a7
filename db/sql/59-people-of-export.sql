-- The people of an export: read many at once under a look at very many (bulk_look), which must have been written
-- before and belong to the agency; or, for one person, a look that names it as its subject. Only people with a visit
-- there on the days of that look are answered, with the phone they proved. Called inside a staff transaction.
create or replace function people_of_export(p_agency uuid, p_look uuid, p_people uuid[])
returns table (id uuid, data_key bytea, sealed bytea, assurance text, phone bytea)
language plpgsql as $$
#variable_conflict use_column
declare
  before text := current_setting('role');
  allowed uuid[];
begin
  if nullif(current_setting('app.agency', true), '')::uuid is distinct from p_agency then
    raise exception 'an export belongs to the agency of its transaction' using errcode = 'insufficient_privilege';
  end if;
  select array_agg(distinct v.person_id) into allowed from visit v
    where v.agency_id = p_agency and v.person_id = any (p_people) and (
      exists (select from bulk_look b where b.agency_id = p_agency and b.id = p_look
        and v.day between b.from_day and b.until_day)
      or exists (select from look l where l.person_id = v.person_id and l.agency_id = p_agency
        and l.subject_id = p_look::text));
  perform set_config('role', 'pratu_gate', true);
  return query select x.id, x.data_key, x.sealed, x.assurance, y.sealed from person x left join phone y on y.person_id = x.id
    where x.id = any (allowed);
  perform set_config('role', before, true);
end
$$;
