-- What Open311 tells of petitions: those about a place whose coordinates were given (a place told in words alone may be
-- somebody's address), of services that are listed openly both in the version they were
-- filed under and in the one in use, without those that were withdrawn or another agency's. Days instead of moments, and
-- places on a grid of three decimals (about 110 m; two, about 1.1 km, for services about homes), so that neither tells who
-- filed. No person, no word that was written.
-- Callable by the door; the span is judged by the caller.
create or replace function open_requests(
  p_agency uuid, p_numbers text[], p_services uuid[], p_from timestamptz, p_until timestamptz, p_open boolean,
  p_limit integer
) returns table (
  number text, service_id uuid, status text, outcome text, submitted_day date, completed_day date, due_day date,
  unit_th text, latitude numeric, longitude numeric
)
language plpgsql as $$
#variable_conflict use_column
declare
  before text := current_setting('role');
begin
  perform set_config('role', 'pratu_system', true);
  return query
    -- Definitions are long: which versions are about places is read once, not for every petition.
    with placed as materialized (
      select filed.service_id as id, filed.version,
        case when coalesce((used.definition ->> 'isAboutHomes')::boolean, false)
          or coalesce((filed.definition ->> 'isAboutHomes')::boolean, false) then 2 else 3 end as decimals
      from service s
      join service_version used on used.agency_id = s.agency_id and used.service_id = s.id and used.version = s.version
      join service_version filed on filed.agency_id = s.agency_id and filed.service_id = s.id
      where s.agency_id = p_agency and (used.definition ->> 'isPlaceBased')::boolean
        and (filed.definition ->> 'isPlaceBased')::boolean
    ), listed as materialized (
      select p.* from petition p
      where p.agency_id = p_agency and p.latitude is not null
        and (p.service_id, p.service_version) in (select l.id, l.version from placed l)
        and (p.outcome is null or p.outcome not in ('withdrawn', 'not_ours'))
        and (p_numbers is null or p.number = any (p_numbers))
        and (p_services is null or p.service_id = any (p_services))
        and (p_from is null or p.submitted_at >= p_from) and (p_until is null or p.submitted_at < p_until)
        and (p_open is null or (p.status <> 'completed') = p_open)
      order by p.submitted_at desc, p.id desc limit p_limit
    )
    select p.number, p.service_id, p.status, p.outcome,
      ((p.submitted_at at time zone 'UTC') + interval '7 hours')::date,
      ((p.completed_at at time zone 'UTC') + interval '7 hours')::date,
      p.due_day, u.name_th, round(p.latitude::numeric, g.decimals), round(p.longitude::numeric, g.decimals)
    from listed p join placed g on g.id = p.service_id and g.version = p.service_version
    left join unit u on u.agency_id = p.agency_id and u.id = p.unit_id
    order by p.submitted_at desc, p.id desc;
  perform set_config('role', before, true);
end
$$;
