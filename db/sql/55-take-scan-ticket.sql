-- Makes the LINE user the owner of a scan ticket, unless somebody else opened it first. True: it is theirs.
create or replace function take_scan_ticket(
  p_nonce text, p_channel text, p_line_user_id text, p_now timestamptz
) returns boolean language plpgsql as $$
begin
  insert into scan_ticket (nonce, channel, line_user_id, owned_at)
    values (p_nonce, p_channel, p_line_user_id, p_now)
    on conflict (nonce) do nothing;
  return found or exists (
    select from scan_ticket t where t.nonce = p_nonce and t.channel = p_channel and t.line_user_id = p_line_user_id
  );
end
$$;
