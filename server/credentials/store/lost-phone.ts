import { and, desc, eq, gte, isNull, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { agency, lostPhone, seat, seatHolding } from "../../../db/schema/index.ts";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { holderName, type HolderFacts, type SeatPart } from "../holding.ts";
import type { LostReporter, LostWords, StoppedAtOnce } from "../lost-phone.ts";
import type { SeatRight } from "../seat.ts";

/** A lost phone, opened. */
export interface KeptLostPhone {
  readonly id: string;
  readonly agencyId: string;
  readonly issuerId: string;
  readonly seatId: string;
  readonly holdingId: string;
  readonly userCode: string;
  readonly right: SeatRight;
  readonly part: SeatPart;
  readonly agencyTh: string;
  readonly agencyEn: string;
  /** The central office the letter goes to. */
  readonly officeTh: string;
  /** Whose phone it was. */
  readonly name: string;
  readonly position: string;
  readonly lostOn: BangkokDay;
  readonly stoppedAt: Date;
  readonly reporter: LostReporter;
  /** The holding or the member of staff who reported. */
  readonly reporterId: string;
  readonly stopped: StoppedAtOnce;
  readonly words: LostWords;
  readonly letterDue: BangkokDay;
  readonly letterNumber: string | null;
  readonly letterDated: BangkokDay | null;
  readonly letterSentAt: Date | null;
}

type Sealer = Pick<Ports, "vault">;

/** The central office that issued the seat. */
const office = alias(agency, "office");

const columns = {
  lost: lostPhone,
  userCode: seat.userCode,
  right: seat.right,
  part: seatHolding.part,
  holdingKey: seatHolding.dataKey,
  holdingSealed: seatHolding.sealed,
  agencyTh: agency.nameTh,
  agencyEn: agency.nameEn,
  officeTh: office.nameTh,
};

function rows(tx: Tx) {
  return tx
    .select(columns)
    .from(lostPhone)
    .innerJoin(seat, eq(seat.id, lostPhone.seatId))
    .innerJoin(seatHolding, eq(seatHolding.id, lostPhone.holdingId))
    .innerJoin(agency, eq(agency.id, lostPhone.agencyId))
    .innerJoin(office, eq(office.id, lostPhone.issuerId))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof rows>>[number];

function keptOf({ vault }: Sealer, row: Row): KeptLostPhone {
  const { lost, userCode, right, part, agencyTh, agencyEn, officeTh } = row;
  const place = { table: "seat_holding", rowId: lost.holdingId };
  const facts = vault.open<HolderFacts>(row.holdingKey, place, row.holdingSealed);
  const { keys, sessions, challenges } = lost;
  return {
    ...lost,
    userCode,
    agencyTh,
    agencyEn,
    officeTh,
    right: right as SeatRight,
    part: part as SeatPart,
    name: holderName(facts),
    position: facts.position,
    reporter: lost.reporter as LostReporter,
    stopped: { keys, sessions, challenges },
    words: vault.open<LostWords>(lost.dataKey, placeOf(lost.id), lost.sealed),
    lostOn: lost.lostOn as BangkokDay,
    letterDue: lost.letterDue as BangkokDay,
    letterDated: lost.letterDated as BangkokDay | null,
  };
}

function placeOf(rowId: string) {
  return { table: "lost_phone", rowId };
}

/** A report, if the actor may see it. */
export async function findLostPhone(ports: Sealer, tx: Tx, id: string): Promise<KeptLostPhone | null> {
  const [row] = await rows(tx).where(eq(lostPhone.id, id));
  return row ? keptOf(ports, row) : null;
}

/** The report that was made by the same press of a button, else the newest of a time in a seat. */
export async function findLastLostPhone(
  ports: Sealer,
  tx: Tx,
  asked: { readonly holdingId: string; readonly requestKey?: string },
): Promise<KeptLostPhone | null> {
  const { holdingId, requestKey } = asked;
  const ofHolding = eq(lostPhone.holdingId, holdingId);
  const [row] = await rows(tx)
    .where(requestKey === undefined ? ofHolding : and(ofHolding, eq(lostPhone.requestKey, requestKey)))
    .orderBy(desc(lostPhone.stoppedAt))
    .limit(1);
  return row ? keptOf(ports, row) : null;
}

/** True when the phone of a time in a seat was reported lost since then; without a day, ever. */
export async function findIsLost(tx: Tx, holdingId: string, since: Date | null): Promise<boolean> {
  const of = eq(lostPhone.holdingId, holdingId);
  const [row] = await tx
    .select({ id: lostPhone.id })
    .from(lostPhone)
    .where(since === null ? of : and(of, gte(lostPhone.stoppedAt, since)))
    .limit(1);
  return row !== undefined;
}

/** How many phones of colleagues somebody in a seat has reported since then. Runs as the gate. */
export async function countReportsOf(tx: Tx, reporterId: string, since: Date): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(lostPhone)
    .where(
      and(
        eq(lostPhone.reporterId, reporterId),
        eq(lostPhone.reporter, "colleague"),
        gte(lostPhone.stoppedAt, since),
      ),
    );
  return row?.count ?? 0;
}

/** Reports the actor may see, newest first: at most `limit` from where `turn` says, nearest first. */
export async function listLostPhones(
  ports: Sealer,
  tx: Tx,
  asked: { readonly turn: Turn<MomentPlace> | null; readonly limit: number },
): Promise<readonly KeptLostPhone[]> {
  const { turn, limit } = asked;
  const up = readsUp(turn, "down");
  const order = up ? [lostPhone.stoppedAt, lostPhone.id] : [desc(lostPhone.stoppedAt), desc(lostPhone.id)];
  const beyond = turn
    ? sql`(${lostPhone.stoppedAt}, ${lostPhone.id}) ${up ? sql`>` : sql`<`} (${turn.place.at.toISOString()}::timestamptz, ${turn.place.id}::uuid)`
    : undefined;
  const found = await rows(tx)
    .where(beyond)
    .orderBy(...order)
    .limit(limit);
  return found.map((row) => keptOf(ports, row));
}

/** Reports whose letter is still to come and due by a day, of which the head was not reminded today. Runs as the system. */
export async function listLettersToRemind(
  ports: Sealer,
  tx: Tx,
  asked: { readonly today: BangkokDay; readonly most: number },
): Promise<readonly KeptLostPhone[]> {
  const { today, most } = asked;
  const found = await rows(tx)
    .where(
      and(isNull(lostPhone.letterSentAt), or(isNull(lostPhone.remindedOn), lt(lostPhone.remindedOn, today))),
    )
    .orderBy(lostPhone.letterDue)
    .limit(most);
  return found.map((row) => keptOf(ports, row));
}

export interface NewLostPhone {
  readonly id: string;
  readonly agencyId: string;
  readonly issuerId: string;
  readonly seatId: string;
  readonly holdingId: string;
  readonly lostOn: BangkokDay;
  readonly stoppedAt: Date;
  readonly reporter: LostReporter;
  readonly reporterId: string;
  readonly stopped: StoppedAtOnce;
  readonly words: LostWords;
  readonly letterDue: BangkokDay;
  readonly requestKey: string;
}

/** Keeps a report. Runs as the gate. */
export async function insertLostPhone(ports: Sealer, tx: Tx, made: NewLostPhone): Promise<void> {
  const { words, stopped, ...row } = made;
  const dataKey = ports.vault.newDataKey();
  const sealed = ports.vault.seal(dataKey, placeOf(row.id), words);
  await tx.insert(lostPhone).values({ ...row, ...stopped, dataKey, sealed });
}

/** The official letter was sent: written down once. False: it was before. */
export async function saveLostLetter(
  tx: Tx,
  id: string,
  letter: {
    readonly letterNumber: string;
    readonly letterDated: BangkokDay;
    readonly letterSentAt: Date;
    readonly letterSentBy: string;
  },
): Promise<boolean> {
  const saved = await tx
    .update(lostPhone)
    .set(letter)
    .where(and(eq(lostPhone.id, id), isNull(lostPhone.letterSentAt)))
    .returning({ id: lostPhone.id });
  return saved.length > 0;
}

/** The head was reminded of a letter today. Runs as the system. */
export async function saveLetterReminded(tx: Tx, id: string, today: BangkokDay): Promise<void> {
  await tx.update(lostPhone).set({ remindedOn: today }).where(eq(lostPhone.id, id));
}
