-- Puts a delivery before each live endpoint of the facility when a code is issued, used, closed or cancelled, in the
-- transaction of the change itself: both are there, or neither. Whoever changes a code need not know of webhooks, so the
-- rows are written as the system. The moment is the code's own; the id is the message's id at every try.
create or replace function tell_webhooks() returns trigger language plpgsql as $$
declare
  before text := current_setting('role');
  happened timestamptz := case new.status when 'issued' then new.issued_at when 'used' then new.used_at
    when 'closed' then new.closed_at when 'cancelled' then new.cancelled_at end;
begin
  if happened is null or (tg_op = 'UPDATE' and new.status = old.status) then
    return null;
  end if;
  perform set_config('role', 'pratu_system', true);
  insert into webhook_delivery (agency_id, id, endpoint_id, event, person_id, code_id, happened_at, state, due_at)
    select new.agency_id, gen_random_uuid(), e.id, 'service_code.' || new.status, new.person_id, new.id, happened,
      'waiting', happened
    from webhook_endpoint e
    where e.agency_id = new.agency_id and e.ended_at is null and e.events ? ('service_code.' || new.status);
  perform set_config('role', before, true);
  return null;
end
$$;
create or replace trigger tell_webhooks after insert or update on service_code
  for each row execute function tell_webhooks();
