drop function if exists claim_notices(timestamptz, timestamptz, int);

-- Claims notices of some media that are due, for one sender, until p_claimed_until. A claim that ran out is claimed again,
-- which is why sending carries the notice's own id as the retry key.
create or replace function claim_notices(p_media text[], p_now timestamptz, p_claimed_until timestamptz, p_limit int)
returns setof notice language plpgsql as $$
begin
  perform set_config('role', 'pratu_system', true);
  return query
    update notice n set state = 'claimed', claimed_until = p_claimed_until, attempts = n.attempts + 1
    where n.id in (
      select d.id from notice d
      where d.state in ('waiting', 'claimed') and d.medium = any(p_media) and d.due_at <= p_now
        and (d.claimed_until is null or d.claimed_until <= p_now)
      order by d.due_at, d.id
      limit p_limit
      for update skip locked
    )
    returning n.*;
end
$$;
