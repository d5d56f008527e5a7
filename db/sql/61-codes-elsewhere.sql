-- The one way for a facility to learn that a person was served elsewhere (F5): day, service and facility, never a
-- code. Writes, in the same transaction, the look with the reason that the person sees, and the audit entry.
-- p_day and p_id: only what lies beyond that place (keyset), nearest first; p_up: towards later days.
drop function if exists codes_elsewhere(timestamptz, uuid, uuid, uuid, text, date, int, uuid, uuid);
create or replace function codes_elsewhere(
  p_now timestamptz, p_agency uuid, p_staff uuid, p_person uuid, p_reason text, p_day date, p_id uuid, p_up boolean,
  p_limit int, p_look uuid, p_audit uuid
) returns table (id uuid, day date, service_th text, service_en text, facility_th text, facility_en text)
language plpgsql as $$
#variable_conflict use_column
declare
  before_role text := current_setting('role');
begin
  if nullif(current_setting('app.agency', true), '')::uuid is distinct from p_agency or coalesce(p_reason, '') = '' then
    raise exception 'a look elsewhere belongs to the agency of its transaction and has a reason'
      using errcode = 'insufficient_privilege';
  end if;
  insert into look (person_id, id, at, agency_id, staff_id, what, purpose, subject_id)
    values (p_person, p_look, p_now, p_agency, p_staff, 'history_elsewhere', p_reason, null);
  insert into audit_entry (id, at, action, actor_kind, actor_id, agency_id, person_id, subject_id, refs)
    values (p_audit, p_now, 'person.looked_at_elsewhere', 'staff', p_staff, p_agency, p_person, null,
      jsonb_build_object('from', p_day, 'up', p_up));
  perform set_config('role', 'pratu_system', true);
  return query
    select c.id, c.day, t.name_th, t.name_en, a.name_th, a.name_en
    from service_code c join service_type t on t.code = c.service_type join agency a on a.id = c.agency_id
    where c.person_id = p_person and c.agency_id <> p_agency and c.status <> 'cancelled'
      and (p_day is null or case when p_up then (c.day, c.id) > (p_day, p_id) else (c.day, c.id) < (p_day, p_id) end)
    order by case when p_up then c.day end, case when p_up then c.id end, c.day desc, c.id desc limit p_limit;
  perform set_config('role', before_role, true);
end
$$;
