-- The keyed permutation of 0…10^10-1 behind every service code: a Feistel network over two halves of five
-- digits, six rounds of sha256(key, round, half). The same as server/visits/code-permutation.ts; both are held
-- to the vectors in tests/vectors/code-permutation.txt.
create or replace function permute_code_number(p_key bytea, p_number bigint) returns bigint
language plpgsql immutable as $$
declare
  l bigint := p_number / 100000;
  r bigint := p_number % 100000;
  h bytea;
  f bigint;
  sum bigint;
begin
  for round in 1..6 loop
    h := sha256(p_key || set_byte('\x00'::bytea, 0, round) || convert_to(lpad(r::text, 5, '0'), 'UTF8'));
    f := (get_byte(h, 0)::bigint << 24) + (get_byte(h, 1) << 16) + (get_byte(h, 2) << 8) + get_byte(h, 3);
    sum := (l + f) % 100000;
    l := r;
    r := sum;
  end loop;
  return l * 100000 + r;
end
$$;
