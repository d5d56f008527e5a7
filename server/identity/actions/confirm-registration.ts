import { record } from "../../audit/store.ts";
import type { Visitor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import { answerOtp, type OtpAnswerRefusal } from "../desk/otp.ts";
import { holdDraft, type WalkRefusal } from "../desk/registration-draft.ts";
import { openAccount, rejoinAccount } from "../desk/account.ts";
import { freeNumber } from "../desk/free-number.ts";
import { limits } from "../limit.ts";
import { finishRegistration, type PassedCardCheck, type WholeRegistration } from "../registration.ts";
import { claimConsents } from "../store/consent.ts";
import { endDraft } from "../store/draft.ts";
import { countUp } from "../store/limit.ts";
import { findPersonByNumber } from "../store/person.ts";
import { isPhoneOnFile } from "../store/phone.ts";

/** How a registration ended: a new account, or one that was there and is now this LINE user's. */
export interface Registered {
  readonly personId: string;
  readonly outcome: "registered" | "rejoined";
  /** What the registry said of the card: `unavailable` is checked again later. */
  readonly card: PassedCardCheck;
}

export type ConfirmRegistrationRefusal =
  | OtpAnswerRefusal
  /** The number has an account with another phone: nothing changes, the phone on file is told. */
  | { readonly kind: "registration_elsewhere" }
  | WalkRefusal;

/**
 * Ends a registration by its OTP. This is the first moment at which it matters whether the number is known: unknown,
 * or met without an account → an account; known with the phone just proven → recovered or joined, the old link and
 * the phone are told; known with another phone → nothing changes, unless the account is one of the web that nobody checked
 * and the registry knows the card: then it loses the number, and this is a new account. Refuses a wrong OTP as every OTP does.
 */
export async function confirmRegistration(
  ports: Ports,
  actor: Visitor,
  otpText: string,
): Promise<Result<Registered, ConfirmRegistrationRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const draft = await holdDraft(ports, tx, actor);
    const whole = finishRegistration(draft.answers);
    if (!whole.ok) return whole;
    const { channel, lineUserId } = actor;
    const user = { channel, lineUserId };
    const { otpId } = whole.value;
    const subject = { user, purpose: "registration", subjectId: draft.id } as const;
    const proven = await answerOtp(ports, tx, { ...subject, otpId, text: otpText });
    if (!proven.ok) return proven;
    const fork = await takeFork(ports, tx, actor, whole.value);
    await endDraft(tx, draft.id, fork.ok ? fork.value.outcome : "elsewhere", ports.clock.now());
    if (!fork.ok) return fork;
    const { personId, outcome } = fork.value;
    await claimConsents(tx, user, personId);
    await record(ports, tx, {
      action: `account.${outcome}`,
      actor,
      personId,
      refs: { card: whole.value.card },
    });
    await queue(ports, tx, { kind: "registered", medium: "line", to: user, personId, refs: { personId } });
    return fork;
  });
}

async function takeFork(
  ports: Ports,
  tx: Tx,
  actor: Visitor,
  whole: WholeRegistration,
): Promise<Result<Registered, { readonly kind: "registration_elsewhere" }>> {
  const registered = (personId: string) => ok({ personId, outcome: "registered", card: whole.card } as const);
  const opened = await openAccount(ports, tx, actor, whole);
  if (opened !== null) return registered(opened);
  const known = await findPersonByNumber(ports, tx, whole.citizenId);
  if (!known) throw new Error("a number with an account is nobody's");
  if (await isPhoneOnFile(ports, tx, known.id, whole.phone)) {
    await rejoinAccount(ports, tx, actor, known, whole);
    return ok({ personId: known.id, outcome: "rejoined", card: whole.card });
  }
  if (whole.card === "normal" && (await freeNumber(ports, tx, actor, known.id))) {
    const own = await openAccount(ports, tx, actor, whole);
    if (own !== null) return registered(own);
  }
  await tellOwner(ports, tx, actor, known.id);
  return refuse({ kind: "registration_elsewhere" });
}

/** Audits that somebody proved another phone for a number that has an account, and tells its owner, within limits. */
async function tellOwner(ports: Ports, tx: Tx, actor: Visitor, personId: string): Promise<void> {
  await record(ports, tx, { action: "account.refused_elsewhere", actor, personId });
  const told = await countUp(tx, limits.elsewhereTold, personId, ports.clock.now());
  if (told > limits.elsewhereTold.most) return;
  const to = { channel: actor.channel, lineUserId: "" };
  await queue(ports, tx, { kind: "registration_elsewhere", medium: "sms", to, personId, refs: { personId } });
}
