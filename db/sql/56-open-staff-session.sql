-- Opens a console session in one round trip: the session, and the account's state and level as they are now, so that
-- whoever lost the right is out with the next request; with what the account's person is called, sealed. No row: none,
-- ended, outlived, or the account may not come in. `soft_token_from`: the day from which the agency wants a Soft Token
-- where this session did not come by one; whoever opens it lets it in before that day alone.
drop function if exists open_staff_session(bytea, timestamptz, interval, interval);
create or replace function open_staff_session(
  p_token_hash bytea, p_now timestamptz, p_idle interval, p_written_every interval
) returns table (session_id uuid, staff_id uuid, agency_id uuid, level text, via text, factor_at timestamptz,
  accepted_at timestamptz, agency_name_th text, agency_name_en text, data_key bytea, sealed bytea, soft_token_from text)
language plpgsql as $$
#variable_conflict use_column
declare
  s staff_session%rowtype;
  a staff%rowtype;
begin
  perform set_config('role', 'pratu_gate', true);
  select * into s from staff_session x
    where x.token_hash = p_token_hash and x.ended_at is null and x.expires_at > p_now
      and (x.via = 'link' or x.last_used_at > p_now - p_idle);
  if not found then
    return;
  end if;
  if s.via = 'password' then
    -- A lock keeps people from coming in; who is in stays, or a stranger's guesses would put out a clerk at work.
    select * into a from staff x where x.id = s.staff_id and x.state = 'active';
    if not found then
      return;
    end if;
    s.level := a.level;
  end if;
  if s.last_used_at <= p_now - p_written_every then
    update staff_session x set last_used_at = p_now where x.token_hash = p_token_hash;
  end if;
  return query select s.id, s.staff_id, s.agency_id, s.level, s.via, s.factor_at,
    coalesce(a.accepted_at, case when s.via = 'link' then s.signed_in_at end), g.name_th, g.name_en,
    a.data_key, a.sealed,
    (select d.from_day::text from soft_token_demand d
      where d.agency_id = s.agency_id and s.factor is distinct from 'soft_token')
    from agency g where g.id = s.agency_id;
end
$$;
