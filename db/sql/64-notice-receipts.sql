-- What became of the notices of a petition, for the staff of its agency alone: they may not read the outbox itself, which
-- holds everybody's. Of one thing that was told each channel stands by itself; what was not taken up yet stands as one.
create or replace function receipts_of_petition(p_petition uuid)
returns table (id uuid, kind text, medium text, state text, failure text, queued_at timestamptz, settled_at timestamptz)
language plpgsql as $$
#variable_conflict use_column
declare
  before text := current_setting('role');
  agency text := current_setting('app.agency', true);
begin
  perform set_config('role', 'pratu_system', true);
  return query
    select n.id, n.kind, n.medium, n.state, n.failure, n.queued_at, n.settled_at from notice n
    where n.refs ? 'petitionId' and n.refs ->> 'petitionId' = p_petition::text and n.refs ->> 'agencyId' = agency
      and not (n.medium = 'any' and n.state = 'sent')
    order by n.queued_at, n.id;
  perform set_config('role', before, true);
end
$$;

-- How many messages of an agency went out between two moments, by the way they went.
create or replace function messages_sent(p_from timestamptz, p_until timestamptz)
returns table (sent_by text, sent bigint)
language plpgsql as $$
#variable_conflict use_column
declare
  before text := current_setting('role');
  agency text := current_setting('app.agency', true);
begin
  perform set_config('role', 'pratu_system', true);
  return query
    select n.sent_by, count(*) from notice n
    where n.state = 'sent' and n.refs ? 'agencyId' and n.refs ->> 'agencyId' = agency
      and n.settled_at >= p_from and n.settled_at < p_until and n.sent_by is not null
    group by n.sent_by;
  perform set_config('role', before, true);
end
$$;
