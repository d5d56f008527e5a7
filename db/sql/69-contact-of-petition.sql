-- How whoever filed a petition here can be reached: what they told of themselves beside number and name, and the phone they
-- proved; sealed, as their own rows hold it. Nothing for a petition of another agency.
create or replace function contact_of_petition(p_agency uuid, p_petition uuid)
returns table (contact bytea, phone bytea)
language plpgsql as $$
#variable_conflict use_column
declare
  before text := current_setting('role');
  whom uuid;
begin
  select x.person_id into whom from petition x where x.agency_id = p_agency and x.id = p_petition
    and x.agency_id = nullif(current_setting('app.agency', true), '')::uuid;
  if whom is null then return; end if;
  perform set_config('role', 'pratu_gate', true);
  return query select (select c.sealed from contact c where c.person_id = whom),
    (select p.sealed from phone p where p.person_id = whom);
  perform set_config('role', before, true);
end
$$;
