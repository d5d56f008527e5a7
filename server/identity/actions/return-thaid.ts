import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { ThaIdIdentity, ThaIdRefusal } from "../../kernel/thaid-port.ts";
import type { Ports } from "../../ports.ts";
import { raiseToThaId } from "../desk/raise-to-thaid.ts";
import { thaIdStateHash } from "../desk/thaid-state.ts";
import { limits } from "../limit.ts";
import { countUp } from "../store/limit.ts";
import { findPerson, type KeptPerson } from "../store/person.ts";
import { keepThaIdProof, useThaIdAttempt, type KeptThaIdAttempt } from "../store/thaid-attempt.ts";
import {
  thaIdCodeDigits,
  thaIdPlace,
  type ReturnThaIdRefusal,
  type ThaIdProof,
  type ThaIdReturned,
  type ThaIdSecrets,
} from "../thaid-attempt.ts";

export interface ThaIdReturnInput {
  readonly state: string;
  readonly code: string | null;
  /** What ThaID says went wrong; null: nothing. */
  readonly error: string | null;
  /** The session this browser has; null: none. */
  readonly sessionId: string | null;
  readonly redirectUri: string;
}

interface Found {
  readonly attempt: KeptThaIdAttempt;
  readonly person: KeptPerson;
}

/**
 * Takes somebody back from ThaID. The state finds the way that was begun, once; who it was must be the very person of the
 * account, or nothing of it is kept but the count. In the session that began, the person is raised at once; in another
 * browser (a phone may leave LINE's) the proof waits, sealed, for a code that is shown here and typed there, so that
 * nobody can have another's ThaID raise a session that is not theirs.
 */
export async function returnFromThaId(
  ports: Ports,
  actor: Gate,
  input: ThaIdReturnInput,
): Promise<Result<ThaIdReturned, ReturnThaIdRefusal>> {
  const found = await ports.db.as(actor, async (tx): Promise<Found | null> => {
    const attempt = await useThaIdAttempt(tx, thaIdStateHash(input.state), ports.clock.now());
    const person = attempt && (await findPerson(ports, tx, attempt.personId));
    return attempt && person ? { attempt, person } : null;
  });
  if (!found) return refuse({ kind: "thaid_gone" });
  const said = await identityOf(ports, found, input);
  if (!said.ok) return said;
  if (said.value.pid !== found.person.citizenId) return refuseOther(ports, actor, found.person);
  return found.attempt.sessionId === input.sessionId
    ? raise(ports, actor, found, said.value)
    : keepProof(ports, actor, found, said.value);
}

async function identityOf(
  ports: Ports,
  { attempt, person }: Found,
  { code, error, redirectUri }: ThaIdReturnInput,
): Promise<Result<ThaIdIdentity, ThaIdRefusal>> {
  if (error !== null) return refuse(ports.thaId.refusalOf(error));
  if (code === null) return refuse({ kind: "thaid_invalid" });
  const secrets = ports.vault.open<ThaIdSecrets>(person.dataKey, thaIdPlace(attempt.id), attempt.sealed);
  return ports.thaId.exchange({ ...secrets, code, redirectUri });
}

/** Whose ThaID it was is written nowhere. */
async function refuseOther(
  ports: Ports,
  actor: Gate,
  person: KeptPerson,
): Promise<Result<never, ReturnThaIdRefusal>> {
  await ports.db.as(actor, async (tx) => {
    await countUp(tx, limits.thaIdOthers, person.id, ports.clock.now());
    await record(ports, tx, { action: "person.thaid_of_another", actor, personId: person.id });
  });
  return refuse({ kind: "thaid_other_person" });
}

async function raise(
  ports: Ports,
  actor: Gate,
  { attempt, person }: Found,
  identity: ThaIdIdentity,
): Promise<Result<ThaIdReturned, never>> {
  await ports.db.as(actor, async (tx) => {
    const now = (await findPerson(ports, tx, person.id)) ?? person;
    await raiseToThaId(ports, tx, actor, now, identity);
  });
  return ok({ kind: "raised", next: attempt.next });
}

async function keepProof(
  ports: Ports,
  actor: Gate,
  { attempt, person }: Found,
  identity: ThaIdIdentity,
): Promise<Result<ThaIdReturned, never>> {
  const code = digitsOf(ports);
  const proof: ThaIdProof = { code, identity };
  const proven = ports.vault.seal(person.dataKey, thaIdPlace(attempt.id), proof);
  await ports.db.as(actor, (tx) => keepThaIdProof(tx, attempt.id, proven));
  return ok({ kind: "elsewhere", code });
}

/** Evenly spread digits: what would lean towards the low ones is drawn again. */
function digitsOf(ports: Ports): string {
  const most = 10 ** thaIdCodeDigits;
  const limit = 2 ** 32 - (2 ** 32 % most);
  for (;;) {
    const drawn = new DataView(ports.random.bytes(4).slice().buffer).getUint32(0);
    if (drawn < limit) return String(drawn % most).padStart(thaIdCodeDigits, "0");
  }
}
