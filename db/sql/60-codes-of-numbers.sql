-- The codes of the agency for numbers (blind indexes) and days of an uploaded list; `place` is where each stood in it.
-- A number that is known answers its person even without a code, so that they can be asked in LINE; names and numbers
-- are not answered. Called inside a staff transaction, after the look at those days was written.
create or replace function codes_of_numbers(p_agency uuid, p_numbers bytea[], p_days date[])
returns table (place int, person_id uuid, code_id uuid, service text, status text)
language plpgsql as $$
#variable_conflict use_column
declare
  before text := current_setting('role');
  people uuid[];
begin
  if nullif(current_setting('app.agency', true), '')::uuid is distinct from p_agency then
    raise exception 'a list belongs to the agency of its transaction' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('role', 'pratu_gate', true);
  people := array(
    select x.id from unnest(p_numbers) with ordinality as n (number_index, at)
      left join person x on x.citizen_index = n.number_index order by n.at);
  perform set_config('role', before, true);
  return query
    select n.at::int, n.person, c.id, c.service_type, c.status
    from unnest(people, p_days) with ordinality as n (person, day, at)
      left join service_code c on c.person_id = n.person and c.day = n.day and c.agency_id = p_agency
    where n.person is not null;
end
$$;
