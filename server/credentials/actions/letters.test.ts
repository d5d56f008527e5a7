import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townWorld } from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import {
  holdingOf,
  issuedSeats,
  liveHolder,
  namedHolder,
  openTreasury,
  staffOf,
  type TownSeats,
  type Treasury,
} from "../../../tests/support/seats.ts";
import type { Staff } from "../../kernel/actor.ts";
import { readPassword, type Password } from "../../kernel/password.ts";
import { isHolderPassword } from "../desk/holder-password.ts";
import { findPasswordHash } from "../store/password-hash.ts";
import { letterPassword, letterPasswordBytes } from "../letter-password.ts";
import { makeLetter } from "./make-letter.ts";
import { openLetter, seeLetter } from "./open-letter.ts";

let world: TestWorld;
let all: postgres.Sql;
let treasury: Treasury;
let head: Staff;
let seats: TownSeats;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  treasury = await openTreasury(world.ports);
  const { agencyId } = await openTown(world.ports);
  head = await staffOf(world.ports, agencyId, "seat_head");
  seats = await issuedSeats(world.ports, treasury, agencyId);
});
afterAll(async () => {
  await all.end();
  await world.close();
});

async function matches(holdingId: string, password: string): Promise<boolean> {
  const read: Password | null = readPassword(password);
  const gate = { kind: "gate" } as const;
  const passwordHash = await world.ports.db.as(gate, (tx) => findPasswordHash(tx, holdingId));
  return read !== null && isHolderPassword(world.ports, { id: holdingId, passwordHash }, read);
}

describe("a sealed letter", () => {
  test("is opened once: its password is good, to be changed, and stands nowhere", async () => {
    const { registrar } = treasury;
    const named = await namedHolder(world.ports, head, seats.recorder.id, { email: "" });
    const { letterId } = await granted(makeLetter(world.ports, registrar, { holdingId: named.id }));
    expect((await holdingOf(world.ports, named.id)).passwordSetAt).toBeNull();
    world.clock.pass(1);
    const letter = await granted(openLetter(world.ports, registrar, { letterId }));
    expect(letter.password).toMatch(/^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){2}$/);
    expect(await matches(named.id, letter.password)).toBe(true);
    expect((await holdingOf(world.ports, named.id)).mustChangePassword).toBe(true);
    expect((await refusal(openLetter(world.ports, registrar, { letterId }))).kind).toBe("letter_opened");
    const seen = await granted(seeLetter(world.ports, registrar, { letterId }));
    expect(seen.opened?.at).toEqual(world.ports.clock.now());
    expect(seen.opened?.by).toBe("มานี ชูใจ");
    const [kept] = await all`select (select string_agg(l::text, '') from seat_letter l)
      || (select string_agg(a.refs::text, '') from audit_entry a) as text`;
    expect(String(kept?.["text"])).not.toContain(letter.password);
    const audited = await all`select action from audit_entry where subject_id = ${letterId} order by at, id`;
    expect(audited.map((row) => String(row["action"]))).toEqual(["seat_letter.made", "seat_letter.opened"]);
  });

  test("a new one is a new password, and the old one works no more", async () => {
    const { registrar } = treasury;
    const named = await namedHolder(world.ports, head, seats.approver1.id);
    const make = () => granted(makeLetter(world.ports, registrar, { holdingId: named.id }));
    const one = await granted(openLetter(world.ports, registrar, await make()));
    const other = await granted(openLetter(world.ports, registrar, await make()));
    expect(other.password).not.toBe(one.password);
    expect(await matches(named.id, one.password)).toBe(false);
    expect(await matches(named.id, other.password)).toBe(true);
  });

  test("of two who open it at the same moment one sees the password", async () => {
    const { registrar } = treasury;
    const named = await namedHolder(world.ports, head, seats.approver2.id);
    const { letterId } = await granted(makeLetter(world.ports, registrar, { holdingId: named.id }));
    const answers = await Promise.all([1, 2].map(() => openLetter(world.ports, registrar, { letterId })));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test("made by several presses at the same moment is one letter", async () => {
    const { agencyId } = await openTown(world.ports);
    const itsHead = await staffOf(world.ports, agencyId, "seat_head");
    const theirs = await issuedSeats(world.ports, treasury, agencyId);
    for (const seat of Object.values(theirs)) {
      const { id: holdingId } = await namedHolder(world.ports, itsHead, seat.id);
      const make = () => granted(makeLetter(world.ports, treasury.registrar, { holdingId }));
      const made = await Promise.all([make(), make(), make()]);
      const kept = await all`select id from seat_letter where holding_id = ${holdingId}`;
      expect(new Set(made.map(({ letterId }) => letterId))).toEqual(
        new Set(kept.map(({ id }) => String(id))),
      );
      expect(kept).toHaveLength(1);
    }
  });

  test("is another office's to nobody, and not made for whoever is in already", async () => {
    const elsewhere = await openTreasury(world.ports);
    const { agencyId } = await openTown(world.ports);
    const itsHead = await staffOf(world.ports, agencyId, "seat_head");
    const theirs = await issuedSeats(world.ports, treasury, agencyId);
    const named = await namedHolder(world.ports, itsHead, theirs.recorder.id);
    const { letterId } = await granted(makeLetter(world.ports, treasury.registrar, { holdingId: named.id }));
    for (const actor of [elsewhere.registrar, itsHead]) {
      const made = await refusal(makeLetter(world.ports, actor, { holdingId: named.id }));
      expect(made.kind).toBe("holding_not_found");
      expect((await refusal(openLetter(world.ports, actor, { letterId }))).kind).toBe("letter_not_found");
    }
    const live = await liveHolder(world.ports, itsHead, theirs.approver1.id);
    const refused = await refusal(makeLetter(world.ports, treasury.registrar, { holdingId: live.id }));
    expect(refused.kind).toBe("holding_not_named");
  });
});

describe("the password of a letter", () => {
  test("has three groups of four signs that nobody takes for one another", () => {
    const made = new Set<string>();
    for (let round = 0; round < 200; round += 1) {
      const password = letterPassword(world.ports.random.bytes(letterPasswordBytes));
      expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
      expect(password).not.toMatch(/[ilo]/);
      made.add(String(password));
    }
    expect(made.size).toBe(200);
  });

  test("asks for more bytes rather than favouring a sign", () => {
    expect(letterPassword(new Uint8Array(64).fill(255))).toBeNull();
    expect(letterPassword(new Uint8Array(12).fill(0))).toBe("aaaa-aaaa-aaaa");
  });
});
