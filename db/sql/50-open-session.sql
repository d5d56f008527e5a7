-- Opens a citizen's session in one round trip: finds it by the hash of its cookie, ends the unlocked level when
-- it idled too long, notes the use (at most once in p_touch), and tells who it is. No row: no session.
-- The lengths come from server/identity/session.ts. checked: what others wrote about the person may be shown.
drop function if exists open_session(bytea, timestamptz, interval, interval, interval);
create or replace function open_session(
  p_token_hash bytea, p_now timestamptz, p_life interval, p_idle interval, p_touch interval
) returns table (
  session_id uuid, channel text, line_user_id text, person_id uuid, via text,
  signed_in_at timestamptz, unlocked boolean, checked boolean, language text, large_text boolean
) language plpgsql as $$
declare
  s session%rowtype;
  u line_user%rowtype;
  still_unlocked boolean;
begin
  perform set_config('role', 'pratu_gate', true);
  select * into s from session x where x.token_hash = p_token_hash and x.ended_at is null;
  if not found or p_now >= s.signed_in_at + p_life then
    return;
  end if;
  still_unlocked := s.unlocked_at is not null and p_now < s.last_used_at + p_idle;
  if p_now >= s.last_used_at + p_touch or (s.unlocked_at is not null and not still_unlocked) then
    update session x set last_used_at = p_now, unlocked_at = case when still_unlocked then x.unlocked_at end
      where x.token_hash = p_token_hash;
  end if;
  select * into u from line_user x where x.channel = s.channel and x.line_user_id = s.line_user_id;
  return query select s.id, s.channel, s.line_user_id, u.person_id, s.via, s.signed_in_at,
    still_unlocked and u.person_id is not null,
    u.person_id is not null and is_checked(u.person_id),
    coalesce(u.language, 'th'), coalesce(u.large_text, false);
end
$$;
