import { seat, softToken } from "../../db/schema/index.ts";
import { addTokenOffice } from "../../server/credentials/actions/add-token-office.ts";
import type { SeatPart } from "../../server/credentials/holding.ts";
import type { SeatRight } from "../../server/credentials/seat.ts";
import { findHolding, insertHolding, saveHolding } from "../../server/credentials/store/holding.ts";
import { makeUserCode } from "../../server/credentials/user-code.ts";
import { hashOf } from "../../server/http/cookie.ts";
import { completeSeatSession, insertHalfSeatSession } from "../../server/http/seat-session-store.ts";
import { addLocalGovernment } from "../../server/petitions/actions/add-local-government.ts";
import type { TestWorld } from "./ports.ts";

/** Somebody who is signed in at a seat of an agency, with the key on their phone. */
export interface Seated {
  readonly agencyId: string;
  readonly seatId: string;
  readonly holdingId: string;
  readonly personId: string;
  readonly softTokenId: string;
  readonly sessionId: string;
  readonly userCode: string;
  readonly citizenId: string;
  readonly cookie: string;
}

interface Wanted {
  readonly right?: SeatRight;
  readonly part?: SeatPart;
  readonly personId?: string;
  readonly mustChangePassword?: boolean;
}

const actor = { kind: "system", job: "test" } as const;
const citizenId = "1101600000018";
let seats = 0;

/** Seats somebody in a seat of an agency of its own, live, and signs them in now. */
export async function seatSomebody(world: Pick<TestWorld, "ports">, wanted: Wanted = {}): Promise<Seated> {
  const { right = "recorder", part = "holder", mustChangePassword = false } = wanted;
  const { ports } = world;
  const id = () => ports.random.uuid();
  seats += 1;
  const issuer = await addTokenOffice(ports, actor, { nameTh: `กรม ${seats}`, nameEn: `Office ${seats}` });
  const town = await addLocalGovernment(ports, actor, {
    nameTh: `เทศบาล ${seats}`,
    nameEn: `Town ${seats}`,
    slug: `town-${seats}`,
  });
  const agencyPart = `A${String(seats).padStart(10, "0")}`;
  const code = makeUserCode({ agencyPart, right: right === "other" ? "recorder" : right, running: 1 });
  if (!issuer.ok || !town.ok || !code.ok) throw new Error("a seat of the test was refused");
  const [seatId, holdingId, softTokenId] = [id(), id(), id()];
  const personId = wanted.personId ?? id();
  const of = { agencyId: town.value.agencyId, issuerId: issuer.value.agencyId, seatId };
  const now = ports.clock.now();
  await ports.db.as(actor, async (tx) => {
    const { agencyId, issuerId } = of;
    await tx
      .insert(seat)
      .values({ id: seatId, agencyId, issuerId, userCode: code.value, right, madeAt: now });
    const facts = { citizenId, firstName: "มานี", lastName: "ชูใจ", position: "", email: null, mobile: null };
    const named = { orderId: null, startsOn: "2026-11-01", endsOn: null, namedBy: null };
    await insertHolding(ports, tx, { id: holdingId, ...of, right, part, personId, facts, ...named, now });
    const kept = await findHolding(ports, tx, holdingId);
    if (!kept) throw new Error("the holding of the test is gone");
    await saveHolding(ports, tx, kept, { state: "live", liveAt: now, mustChangePassword });
    await tx.insert(softToken).values({
      ...{ id: softTokenId, ...of, holdingId, personId, state: "live" },
      ...{ publicKey: Buffer.of(1), certificate: Buffer.of(1), serial: softTokenId, pinHash: Buffer.of(1) },
      ...{ channel: "c", lineUserId: "u", device: "test", madeAt: now, notBefore: now },
      notAfter: new Date(now.getTime() + 700 * 86_400_000),
    });
  });
  const signedIn = await signInAgain(world, { agencyId: of.agencyId, seatId, holdingId, softTokenId });
  const { agencyId } = of;
  return { agencyId, seatId, holdingId, personId, softTokenId, userCode: code.value, citizenId, ...signedIn };
}

/** Signs the same person in once more, now: another session, another cookie. */
export async function signInAgain(
  { ports }: Pick<TestWorld, "ports">,
  seated: Pick<Seated, "agencyId" | "seatId" | "holdingId" | "softTokenId">,
): Promise<Pick<Seated, "sessionId" | "cookie">> {
  const { agencyId, seatId, holdingId, softTokenId } = seated;
  const value = Buffer.from(ports.random.bytes(32)).toString("base64url");
  const [sessionId, tokenHash, now] = [ports.random.uuid(), hashOf(value), ports.clock.now()];
  await ports.db.as({ kind: "gate" }, async (tx) => {
    const device = "test";
    await insertHalfSeatSession(tx, { id: sessionId, agencyId, seatId, holdingId, tokenHash, device, now });
    await completeSeatSession(tx, { id: sessionId, tokenHash, softTokenId, now });
  });
  return { sessionId, cookie: `__Host-seat=${value}` };
}
