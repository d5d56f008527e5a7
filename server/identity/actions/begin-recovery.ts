import { record } from "../../audit/store.ts";
import { toCardText } from "../../kernel/birth-date.ts";
import { parseCitizenId, type CitizenIdRefusal } from "../../kernel/citizen-id.ts";
import type { Citizen, Visitor } from "../../kernel/actor.ts";
import { parseLaserCode, type LaserCodeRefusal } from "../../kernel/laser-code.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { applyRecovery, holdRecovery, type RecoveryWalkRefusal } from "../desk/recovery-draft.ts";
import { sendRecoveryOtp, type RecoveryOtpRefusal } from "../desk/recovery-otp.ts";
import { limits } from "../limit.ts";
import type { PassedCardCheck } from "../registration.ts";
import { countUp } from "../store/limit.ts";
import { findPerson, type KeptPerson } from "../store/person.ts";

export interface RecoveryCardInput {
  readonly citizenId: string;
  readonly laserCode: string;
  /** The caller's network address. */
  readonly address: string;
}

export type BeginRecoveryRefusal =
  | {
      readonly kind: "recovery_card_refused";
      readonly citizenId: CitizenIdRefusal | null;
      readonly laserCode: LaserCodeRefusal | null;
    }
  /** Number or card are not this account's; which of the two is not said. */
  | { readonly kind: "recovery_mismatch" }
  | { readonly kind: "card_limit" }
  | RecoveryOtpRefusal
  | RecoveryWalkRefusal;

/**
 * The first step to a new PIN: citizen id and laser code, then an OTP to the phone on file. The card registry is
 * asked outside any transaction; when it is unavailable, number and phone must do. Refuses texts that are neither, a
 * card that is not this account's, too many tries, and an OTP as every OTP is refused.
 */
export async function beginRecovery(
  ports: Ports,
  actor: Citizen,
  input: RecoveryCardInput,
): Promise<Result<undefined, BeginRecoveryRefusal>> {
  const citizenId = parseCitizenId(input.citizenId);
  const laser = parseLaserCode(input.laserCode);
  if (!citizenId.ok || !laser.ok) {
    return refuse({
      kind: "recovery_card_refused",
      citizenId: citizenId.ok ? null : citizenId.refusal,
      laserCode: laser.ok ? null : laser.refusal,
    });
  }
  const owner = await ownerOf(ports, actor);
  if (!owner.ok) return owner;
  const card = await checkCard(ports, owner.value, laser.value);
  if (citizenId.value !== owner.value.citizenId || card === null)
    return refuse({ kind: "recovery_mismatch" });
  return ports.db.as(asVisitor(actor), (tx) => sendOtp(ports, tx, actor, owner.value, card, input.address));
}

/** The door's view of a citizen who is locked out: drafts belong to the LINE user. */
function asVisitor({ channel, lineUserId }: Citizen): Visitor {
  return { kind: "visitor", channel, lineUserId };
}

async function ownerOf(
  ports: Ports,
  actor: Citizen,
): Promise<Result<KeptPerson, { readonly kind: "card_limit" } | { readonly kind: "recovery_mismatch" }>> {
  return ports.db.as(actor, async (tx) => {
    const key = `${actor.channel}/${actor.lineUserId}`;
    const count = await countUp(tx, limits.cardChecks, key, ports.clock.now());
    if (count > limits.cardChecks.most) return refuse({ kind: "card_limit" });
    const person = await findPerson(ports, tx, actor.personId);
    return person ? ok(person) : refuse({ kind: "recovery_mismatch" });
  });
}

async function checkCard(
  ports: Ports,
  owner: KeptPerson,
  laserCode: string,
): Promise<PassedCardCheck | null> {
  const { citizenId, firstName, lastName, birth } = owner;
  if (firstName === null || lastName === null || birth === null) return null;
  const claim = { citizenId, firstName, lastName, birthDateBe: toCardText(birth), laserCode };
  const answer = await ports.cardRegistry.check(claim);
  return answer === "normal" || answer === "unavailable" ? answer : null;
}

async function sendOtp(
  ports: Ports,
  tx: Tx,
  actor: Citizen,
  owner: KeptPerson,
  card: PassedCardCheck,
  address: string,
): Promise<Result<undefined, BeginRecoveryRefusal>> {
  const draft = await holdRecovery(ports, tx, actor);
  const sent = await sendRecoveryOtp(ports, tx, actor, owner, draft, address);
  if (!sent.ok) return sent;
  const { otpId } = sent.value;
  const applied = await applyRecovery(ports, tx, draft, { kind: "card_checked", card, otpId });
  if (!applied.ok) return applied;
  await record(ports, tx, { action: "pin.recovery_begun", actor, subjectId: draft.id, refs: { card } });
  return ok();
}
