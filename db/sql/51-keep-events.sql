-- Keeps webhook events once each, by LINE's event id, and answers which of them are new. The caller of a new
-- event holds it until p_claimed_until; after that the sweeper may take it. The webhook must answer within a second,
-- so a lock is waited for no longer than that, and the connection is free again for everybody else.
create or replace function keep_events(
  p_channel text, p_now timestamptz, p_claimed_until timestamptz,
  p_ids text[], p_keys bytea[], p_payloads bytea[]
) returns setof text language plpgsql as $$
begin
  perform set_config('role', 'pratu_gate', true), set_config('lock_timeout', '600ms', true);
  return query
    insert into webhook_event (id, channel, kept_at, data_key, payload, attempts, claimed_until)
    select e.id, p_channel, p_now, e.data_key, e.payload, 1, p_claimed_until
    from unnest(p_ids, p_keys, p_payloads) as e (id, data_key, payload)
    on conflict do nothing
    returning webhook_event.id;
end
$$;
