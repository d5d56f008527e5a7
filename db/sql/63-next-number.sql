-- The next number of a series at an agency, counted within a year of the Buddhist era. Taken inside the transaction
-- that uses it: what is rolled back leaves no gap, and two at once wait for each other.
create or replace function next_number(p_agency uuid, p_series text, p_year_be integer) returns integer
language plpgsql as $$
declare
  before text := current_setting('role');
  given integer;
begin
  if before = 'pratu_staff' and nullif(current_setting('app.agency', true), '')::uuid is distinct from p_agency then
    raise exception 'numbers are taken at one''s own agency' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('role', 'pratu_system', true);
  insert into number_series as n (agency_id, series, year_be, last) values (p_agency, p_series, p_year_be, 1)
    on conflict (agency_id, series, year_be) do update set last = n.last + 1
    returning last into given;
  perform set_config('role', before, true);
  return given;
end
$$;
