import { staff } from "../../db/schema/index.ts";
import { eq } from "drizzle-orm";
import { hashPassword } from "../../server/agencies/desk/password-hash.ts";
import { decideRequest } from "../../server/credentials/actions/decide-request.ts";
import { seeRequest } from "../../server/credentials/actions/see-requests.ts";
import { sendOwnRequest } from "../../server/credentials/actions/send-own-request.ts";
import { signRequest } from "../../server/credentials/actions/sign-request.ts";
import type { Decision } from "../../server/credentials/registration-decision.ts";
import type { SeatSession } from "../../server/credentials/seat-session.ts";
import { holderName } from "../../server/credentials/holding.ts";
import { lockHolding, saveHolding, type KeptHolding } from "../../server/credentials/store/holding.ts";
import { findLiveKey } from "../../server/credentials/store/soft-token.ts";
import { requestFields, type TypedRequest } from "../../server/credentials/typed-request.ts";
import type { Staff } from "../../server/kernel/actor.ts";
import { readPassword } from "../../server/kernel/password.ts";
import { findPetition } from "../../server/petitions/store/petition.ts";
import { granted } from "./people.ts";
import type { TestWorld } from "./ports.ts";
import { letterPasswordOfTest, withPassword } from "./registering.ts";
import { seatSomebody, type Seated } from "./seated.ts";
import { holdingOf, staffOf } from "./seats.ts";

type World = Pick<TestWorld, "ports">;

/** Somebody live in a seat with key, password and address, their head and their registrar. */
export interface RequestBench {
  readonly seated: Seated;
  readonly holding: KeptHolding;
  readonly head: Staff;
  readonly registrar: Staff;
}

export const headPassword = "ลมหนาวพัดผ่านทุ่งนา";
let met = 0;

/** Opens such a bench at an agency and an office of its own. */
export async function requestBench(world: World): Promise<RequestBench> {
  met += 1;
  const { ports } = world;
  const seated = await seatSomebody(world);
  await withPassword(ports, seated.holdingId, { isOwn: true });
  const email = `manee.request${met}@town.example`;
  await ports.db.as({ kind: "gate" }, async (tx) => {
    const kept = await lockHolding(ports, tx, seated.holdingId);
    if (kept) await saveHolding(ports, tx, kept, { facts: { ...kept.facts, email, mobile: "0812345678" } });
  });
  const holding = await holdingOf(ports, seated.holdingId);
  const head = await headOf(world, holding.agencyId);
  return { seated, holding, head, registrar: await staffOf(ports, holding.issuerId, "token_registrar") };
}

/** A head of an agency who signs with a password. */
export async function headOf({ ports }: World, agencyId: string): Promise<Staff> {
  const head = await staffOf(ports, agencyId, "seat_head");
  const password = readPassword(headPassword);
  if (password === null) throw new Error("no password can look like this");
  const passwordHash = await hashPassword(ports, head.staffId, password);
  await ports.db.as({ kind: "gate" }, (tx) =>
    tx.update(staff).set({ passwordHash }).where(eq(staff.id, head.staffId)),
  );
  return head;
}

/** The form as somebody types it, for another phone unless told otherwise. */
export function typedRequest(more: Partial<TypedRequest> = {}): TypedRequest {
  const empty = Object.fromEntries(requestFields.map((field) => [field, ""])) as TypedRequest;
  return {
    ...empty,
    case: "phone_changed",
    payingUnit: "750000800100001",
    mobile: "081-234-5678",
    division: "กองคลัง",
    ministry: "กระทรวงมหาดไทย",
    ...more,
  };
}

/** The session of somebody in a seat, as the gate opens it after the password. */
export function sessionOfHolding(holding: KeptHolding): SeatSession {
  const { agencyId, issuerId, seatId, userCode, right, part, personId, state, facts } = holding;
  return {
    id: holding.id,
    agency: { nameTh: "เทศบาล", nameEn: "Town" },
    ...{ agencyId, issuerId, seatId, userCode, right, part, personId },
    ...{ holdingId: holding.id, holdingState: state, name: holderName(facts) },
    mustChangePassword: false,
    passwordSetAt: null,
  };
}

/** Sends somebody's own request, with the password alone. */
export function sendOwn(
  { ports }: World,
  holding: KeptHolding,
  more: Partial<TypedRequest> = {},
  requestKey: string = ports.random.uuid(),
) {
  return sendOwnRequest(ports, {
    session: sessionOfHolding(holding),
    softTokenId: null,
    typed: typedRequest(more),
    password: letterPasswordOfTest,
    requestKey,
  });
}

/** Sends a holder's own request and has the head sign it; answers its id. */
export async function signedRequest(
  world: World,
  { holding, head }: RequestBench,
  more: Partial<TypedRequest> = {},
): Promise<string> {
  const { requestId } = await granted(sendOwn(world, holding, more));
  await granted(signRequest(world.ports, head, { requestId, proof: headPassword }));
  return requestId;
}

/** The bench's registrar grants a request, or decides otherwise. */
export function decideAs(
  { ports }: World,
  { registrar }: RequestBench,
  requestId: string,
  decision: Decision = { kind: "approve" },
) {
  return decideRequest(ports, registrar, { requestId, decision });
}

/** A request as the registrar sees it, and its petition. */
export async function petitionOfRequest({ ports }: World, { registrar }: RequestBench, requestId: string) {
  const seen = await seeRequest(ports, registrar, requestId);
  if (!seen) throw new Error(`no request ${requestId}`);
  const { issuerId, petitionId } = seen;
  const petition = await ports.db.as(registrar, (tx) => findPetition(tx, issuerId, petitionId ?? ""));
  return { seen, petition };
}

/** The key that signs for the bench's holder; null: none does. */
export function keyOfBench({ ports }: World, { holding }: RequestBench) {
  return ports.db.as({ kind: "gate" }, (tx) => findLiveKey(tx, holding.id));
}
