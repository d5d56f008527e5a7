import { addTokenOffice } from "../../server/credentials/actions/add-token-office.ts";
import { issueSeats } from "../../server/credentials/actions/issue-seats.ts";
import { nameHolder } from "../../server/credentials/actions/name-holder.ts";
import { takeSeat } from "../../server/credentials/desk/take-seat.ts";
import { namingFields, type TypedNaming } from "../../server/credentials/naming.ts";
import type { SeatRight } from "../../server/credentials/seat.ts";
import { findHolding, lockHolding, type KeptHolding } from "../../server/credentials/store/holding.ts";
import { makeUserCode, type UserCode } from "../../server/credentials/user-code.ts";
import type { Staff } from "../../server/kernel/actor.ts";
import { completeCitizenId } from "../../server/kernel/citizen-id.ts";
import { bangkokDay, toBuddhistYear, type BangkokDay } from "../../server/kernel/thai-date.ts";
import type { Ports } from "../../server/ports.ts";
import { bareStaff } from "./bare-staff.ts";
import { granted } from "./people.ts";

const administrator = { kind: "system", job: "test" } as const;
let met = 0;

/** A central office of Soft Tokens with somebody of each level. */
export interface Treasury {
  readonly agencyId: string;
  readonly registrar: Staff;
  readonly auditor: Staff;
}

/** Opens a central office through its own action. */
export async function openTreasury(ports: Ports): Promise<Treasury> {
  const name = ports.random.uuid().slice(-8);
  const made = addTokenOffice(ports, administrator, {
    nameTh: `ส่วนกลางทดสอบ ${name}`,
    nameEn: `Token office ${name}`,
  });
  const { agencyId } = await granted(made);
  const of = (level: "token_registrar" | "internal_auditor") => staffOf(ports, agencyId, level);
  return { agencyId, registrar: await of("token_registrar"), auditor: await of("internal_auditor") };
}

/** Somebody of an agency who is at work in the console. */
export async function staffOf(ports: Ports, agencyId: string, level: Staff["level"]): Promise<Staff> {
  const staffId = await bareStaff(ports, { agencyId, level, state: "active" });
  return { kind: "staff", staffId, agencyId, level };
}

/** A seat as tests name it. */
export interface IssuedSeat {
  readonly id: string;
  readonly code: UserCode;
}

/** The three seats that every municipality gets. */
export type TownSeats = Readonly<Record<"recorder" | "approver1" | "approver2", IssuedSeat>>;

/** Issues the three usual seats to an agency. */
export async function issuedSeats(ports: Ports, treasury: Treasury, agencyId: string): Promise<TownSeats> {
  met += 1;
  const agencyPart = `A75${String(met).padStart(8, "0")}`;
  const code = (right: SeatRight): UserCode => {
    const made = makeUserCode({ agencyPart, right, running: 1 });
    if (!made.ok) throw new Error(`no code of ${agencyPart}`);
    return made.value;
  };
  const codes = [code("recorder"), code("approver_1"), code("approver_2")] as const;
  const seats = codes.map((each) => ({ code: each, right: null }));
  const { seatIds } = await granted(
    issueSeats(ports, treasury.registrar, { issuerId: treasury.agencyId, agencyId, seats }),
  );
  const [recorder = "", approver1 = "", approver2 = ""] = seatIds;
  return {
    recorder: { id: recorder, code: codes[0] },
    approver1: { id: approver1, code: codes[1] },
    approver2: { id: approver2, code: codes[2] },
  };
}

/** The three fields of a day, as forms send them. */
export function dayFields<Name extends string>(name: Name, day: BangkokDay) {
  const [year = "", month = "", inMonth = ""] = day.split("-");
  return {
    [`${name}Day`]: String(Number(inMonth)),
    [`${name}Month`]: String(Number(month)),
    [`${name}Year`]: String(toBuddhistYear(Number(year))),
  } as Record<`${Name}${"Day" | "Month" | "Year"}`, string>;
}

/** A naming as the head types it: somebody nobody has met, holder from today on, by a new order of today. */
export function typedNaming(
  ports: Pick<Ports, "clock">,
  seatId: string,
  more: Partial<TypedNaming> = {},
): TypedNaming {
  met += 1;
  const today = bangkokDay(ports.clock.now());
  const empty = Object.fromEntries(namingFields.map((field) => [field, ""])) as TypedNaming;
  return {
    ...empty,
    seatId,
    part: "holder",
    citizenId: completeCitizenId(`3${String(60_000_000_000 + met).slice(-11)}`),
    firstName: "มานี",
    lastName: "ชูใจ",
    position: "นักวิชาการเงินและบัญชี",
    email: `manee${met}@town.example`,
    mobile: "0812345678",
    number: `${met}/2569`,
    ...dayFields("dated", today),
    ...dayFields("starts", today),
    duties: "บันทึกรายการขอเบิก",
    controls: "ตรวจสอบทุกสิ้นวัน",
    keeping: "เก็บรหัสผ่านไว้กับตนเอง",
    ...more,
  };
}

/** Somebody the head just named to a seat. */
export async function namedHolder(
  ports: Ports,
  head: Staff,
  seatId: string,
  more: Partial<TypedNaming> = {},
): Promise<KeptHolding> {
  const typed = typedNaming(ports, seatId, more);
  const { holdingId } = await granted(nameHolder(ports, head, { typed, requestKey: ports.random.uuid() }));
  return holdingOf(ports, holdingId);
}

/** Somebody who was named and approved: the seat is theirs. No key is on a phone yet. */
export async function liveHolder(
  ports: Ports,
  head: Staff,
  seatId: string,
  more: Partial<TypedNaming> = {},
): Promise<KeptHolding> {
  const { id } = await namedHolder(ports, head, seatId, more);
  await ports.db.as({ kind: "gate" }, async (tx) => {
    const holding = await lockHolding(ports, tx, id);
    if (holding) await takeSeat(ports, tx, administrator, holding);
  });
  return holdingOf(ports, id);
}

/** A time in a seat as it stands now. */
export async function holdingOf(ports: Ports, holdingId: string): Promise<KeptHolding> {
  const holding = await ports.db.as({ kind: "gate" }, (tx) => findHolding(ports, tx, holdingId));
  if (!holding) throw new Error(`no holding ${holdingId}`);
  return holding;
}
