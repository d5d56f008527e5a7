-- Keeps each sending and each decision of a registration beside it, whoever makes it.
create or replace function keep_registration_move() returns trigger language plpgsql as $$
begin
  if new.state <> old.state and new.state in ('sent', 'approved', 'refused') then
    insert into registration_move (holding_id, agency_id, issuer_id, state, moved_at) values (new.holding_id,
      new.agency_id, new.issuer_id, new.state, case new.state when 'sent' then new.sent_at else new.decided_at end);
  end if;
  return null;
end
$$;
create or replace trigger keep_registration_move after update on token_registration
  for each row execute function keep_registration_move();
