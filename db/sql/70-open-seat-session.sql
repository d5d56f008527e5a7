-- Opens a holder's session in one round trip: the session, and the seat, the time in it and the key as they are now, so
-- that whoever lost the phone, the seat or the key is out with the next request. No row: none, ended, outlived, or the
-- person may not come in any more. A half session (no factor yet) opens for whoever is named, too.
create or replace function open_seat_session(
  p_token_hash bytea, p_now timestamptz, p_idle interval, p_written_every interval
) returns table (session_id uuid, agency_id uuid, issuer_id uuid, seat_id uuid, holding_id uuid, person_id uuid,
  user_code text, seat_right text, part text, holding_state text, must_change_password boolean,
  password_set_at timestamptz, factor_at timestamptz, soft_token_id uuid, not_after timestamptz, agency_name_th text,
  agency_name_en text, data_key bytea, sealed bytea)
language plpgsql as $$
#variable_conflict use_column
declare
  s seat_session%rowtype;
  h seat_holding%rowtype;
  t soft_token%rowtype;
begin
  perform set_config('role', 'pratu_gate', true);
  select * into s from seat_session x
    where x.token_hash = p_token_hash and x.ended_at is null and x.expires_at > p_now
      and x.last_used_at > p_now - p_idle;
  if not found then
    return;
  end if;
  select * into h from seat_holding x where x.id = s.holding_id and x.state <> 'ended'
    and (x.ends_on is null or x.ends_on >= (p_now at time zone 'Asia/Bangkok')::date);
  if not found then
    return;
  end if;
  if s.factor_at is not null then
    select * into t from soft_token x where x.id = s.soft_token_id and x.state in ('live', 'renewed');
    if not found then
      return;
    end if;
  end if;
  if s.last_used_at <= p_now - p_written_every then
    update seat_session x set last_used_at = p_now where x.token_hash = p_token_hash;
  end if;
  return query select s.id, s.agency_id, h.issuer_id, s.seat_id, s.holding_id, h.person_id, e.user_code, e."right",
    h.part, h.state, h.must_change_password, h.password_set_at, s.factor_at, s.soft_token_id, t.not_after, a.name_th,
    a.name_en, h.data_key, h.sealed
    from seat e join agency a on a.id = e.agency_id where e.id = s.seat_id;
end
$$;
