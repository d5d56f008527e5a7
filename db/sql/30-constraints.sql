-- Constraints that drizzle cannot say. The visit is written after its code (whose unique index decides who came
-- first), so the reference is checked at commit.
do $$
begin
  if not exists (select from pg_constraint where conname = 'service_code_visit') then
    alter table service_code add constraint service_code_visit
      foreign key (person_id, visit_id) references visit (person_id, id) deferrable initially deferred;
  end if;
end
$$;
