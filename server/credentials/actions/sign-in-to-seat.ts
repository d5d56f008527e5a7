import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { readPassword } from "../../kernel/password.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { sameBytes } from "../../kernel/same-bytes.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { isHolderPassword } from "../desk/holder-password.ts";
import { giveBackSeatTry, keepWrongSeatTry, reserveSeatTry, type SeatTried } from "../desk/seat-try.ts";
import type { HoldingState } from "../holding.ts";
import { listHoldingsOfSeat, lockHolding, type KeptHolding } from "../store/holding.ts";
import { findHashBeside } from "../store/password-hash.ts";
import { lockDoorOfCode } from "../store/seat-door.ts";
import type { TrySource } from "../store/seat-try.ts";
import { parseUserCode, type UserCode } from "../user-code.ts";

/** Whose half session begins. */
export interface EnteredSeat {
  readonly agencyId: string;
  readonly seatId: string;
  readonly holdingId: string;
}

/** One refusal for everything, so that nobody learns which codes there are, who is in them or how they stand. */
export type SeatSignInRefusal = { readonly kind: "seat_sign_in_refused" };

type Comer = KeptHolding & { readonly passwordHash: Uint8Array | null };

interface Comers {
  readonly live: Comer | null;
  readonly named: Comer | null;
}

const nobody: Comers = { live: null, named: null };
const refused = refuse({ kind: "seat_sign_in_refused" } as const);

/**
 * The first half of signing in to a seat (flows T3): a try is reserved at the seat, two hashes are made outside any
 * transaction, and it is settled. Always two: whoever is live and whoever is named in that part, nobody in the place of
 * who is missing, so that time tells nothing. Refuses a wrong password, a code nobody has, a deputy whose days are over,
 * and a source that has to wait, all alike.
 */
export async function signInToSeat(
  ports: Ports,
  actor: Gate,
  input: SeatTried & { readonly userCode: string; readonly password: string },
): Promise<Result<EnteredSeat, SeatSignInRefusal>> {
  const password = readPassword(input.password);
  if (password === null) return refused;
  const code = parseUserCode(input.userCode);
  const reserved = code.ok ? await reserve(ports, code.value, input) : null;
  const { live, named } = reserved?.found ?? nobody;
  const isLive = await isHolderPassword(ports, live, password);
  const isNamed = await isHolderPassword(ports, named, password);
  if (reserved === null) return refused;
  const right = isLive ? live : isNamed ? named : null;
  return ports.db.as(actor, (tx) => settle(ports, tx, reserved.of, right));
}

async function reserve(ports: Ports, code: UserCode, { part, from }: SeatTried) {
  const today = bangkokDay(ports.clock.now());
  const reserved = await reserveSeatTry(
    ports,
    { part, from },
    (tx) => lockDoorOfCode(tx, code),
    async (tx, { id }): Promise<Comers> => {
      const all = await listHoldingsOfSeat(ports, tx, id);
      const of = (state: HoldingState) =>
        all.find((each) => each.part === part && each.state === state && isInTime(each, today)) ?? null;
      return { live: await findHashBeside(tx, of("live")), named: await findHashBeside(tx, of("named")) };
    },
  );
  return reserved.ok ? reserved.value : null;
}

function isInTime({ endsOn }: KeptHolding, today: BangkokDay): boolean {
  return endsOn === null || endsOn >= today;
}

/** A time in the seat that ended, or whose password was set anew while it was hashed, is refused as a wrong one. */
async function settle(
  ports: Ports,
  tx: Tx,
  of: TrySource,
  right: Comer | null,
): Promise<Result<EnteredSeat, SeatSignInRefusal>> {
  if (right === null) {
    await keepWrongSeatTry(ports, tx, of);
    return refused;
  }
  const held = await findHashBeside(tx, await lockHolding(ports, tx, right.id));
  if (!held || held.state === "ended" || !isSame(held.passwordHash, right.passwordHash)) return refused;
  await giveBackSeatTry(ports, tx, of);
  const { agencyId, id: holdingId, personId } = held;
  await record(ports, tx, {
    action: "seat.password_given",
    actor: { kind: "gate" },
    agencyId,
    personId,
    subjectId: holdingId,
  });
  return ok({ agencyId, seatId: of.seatId, holdingId });
}

function isSame(one: Uint8Array | null, other: Uint8Array | null): boolean {
  return one !== null && other !== null && sameBytes(one, other);
}
