import type { Visitor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { holdJoin, keepJoin, type JoinDraft } from "../desk/join-draft.ts";
import { judgeJoin, readChosen, type PasswordRead, type TypedPassword } from "../desk/join-form.ts";
import { requestOtp, type OtpRequestRefusal } from "../desk/otp.ts";
import { countPinChoice, type PinLimitRefusal } from "../desk/pin-choice.ts";
import type { WholeJoin } from "../join-draft.ts";
import { refused, type JoinRefused, type TypedJoin } from "../join.ts";

export interface SubmitJoinInput extends TypedPassword {
  readonly typed: TypedJoin;
  /** The caller's network address. */
  readonly address: string;
}

export type SubmitJoinRefusal =
  JoinRefused | OtpRequestRefusal | PinLimitRefusal | { readonly kind: "join_over" };

/**
 * Takes the form "ลงทะเบียน" of somebody without an account: everything typed is kept, everything wrong is named, and
 * when nothing is, an OTP goes to the phone. Whether the number, the phone or the e-mail is known is not looked up here
 * and changes nothing. Refuses faults, more passwords than an hour allows, an OTP as every OTP, and a draft that ended.
 */
export async function submitJoin(
  ports: Ports,
  actor: Visitor,
  { typed, password, again, address }: SubmitJoinInput,
): Promise<Result<undefined, SubmitJoinRefusal>> {
  const begun = await keepTyped(ports, actor, typed);
  if (!begun.ok) return begun;
  const judged = await judgeJoin(ports, typed);
  const chosen = await readChosen(ports, typed, { password, again }, begun.value.answers.password);
  return ports.db.as(actor, async (tx) => {
    const draft = await holdJoin(ports, tx, actor);
    if (!draft) return refuse({ kind: "join_over" });
    const kept = chosen.ok && chosen.value ? { password: chosen.value } : {};
    if (!judged.ok || !chosen.ok) {
      // What was sent before and waits for its OTP is not what is typed now.
      await keepJoin(ports, tx, draft, { ...kept, whole: null });
      return refused({ ...faultsOf(judged), ...passwordFault(chosen) });
    }
    await keepJoin(ports, tx, draft, kept);
    return sendOtp(
      ports,
      tx,
      actor,
      { ...draft, answers: { ...draft.answers, ...kept } },
      judged.value,
      address,
    );
  });
}

/** Whatever is wrong with it, nothing typed is lost; a form that is sent again starts with a new OTP. */
async function keepTyped(ports: Ports, actor: Visitor, typed: TypedJoin) {
  return ports.db.as(actor, async (tx) => {
    const draft = await holdJoin(ports, tx, actor);
    if (!draft) return refuse({ kind: "join_over" });
    await keepJoin(ports, tx, draft, { typed });
    const counted = await countPinChoice(ports, tx, actor);
    return counted.ok ? ok(draft) : counted;
  });
}

async function sendOtp(
  ports: Ports,
  tx: Tx,
  { channel, lineUserId }: Visitor,
  draft: JoinDraft,
  facts: Omit<WholeJoin, "otpId">,
  address: string,
): Promise<Result<undefined, OtpRequestRefusal>> {
  const { phone } = facts.who;
  const user = { channel, lineUserId };
  const sent = await requestOtp(ports, tx, {
    ...{ user, purpose: "registration", subjectId: draft.id, phone, address },
  });
  const before = draft.answers.whole;
  // Sent twice at once, or mended at another place: the OTP that is on its way to this phone is good.
  const isOnItsWay = !sent.ok && sent.refusal.kind === "otp_wait" && before?.who.phone === phone;
  const otpId = sent.ok ? sent.value.otpId : isOnItsWay ? before.otpId : null;
  await keepJoin(ports, tx, draft, { whole: otpId === null ? null : { ...facts, otpId } });
  return sent.ok || isOnItsWay ? ok() : sent;
}

function faultsOf(judged: Result<unknown, JoinRefused>) {
  return judged.ok ? {} : judged.refusal.faults;
}

function passwordFault(chosen: PasswordRead) {
  return chosen.ok ? {} : { password: chosen.fault };
}
