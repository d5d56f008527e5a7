-- What is known of an address that does not take mails is forgotten with the address.
create or replace function forget_unreachable_email() returns trigger language plpgsql as $$
begin
  if new.email_index is distinct from old.email_index then
    new.email_unreachable_at := null;
  end if;
  return new;
end
$$;
create or replace trigger forget_unreachable_email before update on contact
  for each row execute function forget_unreachable_email();
