import type { Visitor } from "../../kernel/actor.ts";
import { encodeBase64url } from "../../kernel/base64url.ts";
import { refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { joinAccount, type JoinedAccount, type JoinForkRefusal } from "../desk/join-account.ts";
import { holdJoin } from "../desk/join-draft.ts";
import { answerOtp, type OtpAnswerRefusal } from "../desk/otp.ts";
import { limits } from "../limit.ts";
import { endDraft } from "../store/draft.ts";
import { countUp } from "../store/limit.ts";

export type ConfirmJoinRefusal =
  OtpAnswerRefusal | JoinForkRefusal | { readonly kind: "join_over" } | { readonly kind: "join_many" };

/**
 * Ends joining by its OTP: the first moment at which it matters whether the number is known (docs/decisions/0023).
 * Refuses a wrong OTP as every OTP does, a number that is not this phone's, more numbers than one phone may try in a
 * day, and a draft that is not at its OTP.
 */
export async function confirmJoin(
  ports: Ports,
  actor: Visitor,
  otpText: string,
): Promise<Result<JoinedAccount, ConfirmJoinRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const draft = await holdJoin(ports, tx, actor);
    const whole = draft?.answers.whole;
    if (!draft || !whole) return refuse({ kind: "join_over" });
    const now = ports.clock.now();
    const { channel, lineUserId } = actor;
    const subject = { user: { channel, lineUserId }, purpose: "registration", subjectId: draft.id } as const;
    const proven = await answerOtp(ports, tx, { ...subject, otpId: whole.otpId, text: otpText });
    if (!proven.ok) return proven;
    const phoneKey = encodeBase64url(ports.keys.blindIndex("phone", whole.who.phone));
    const count = await countUp(tx, limits.joinsPerPhone, phoneKey, now);
    const joined =
      count > limits.joinsPerPhone.most
        ? refuse({ kind: "join_many" })
        : await joinAccount(ports, tx, actor, draft.answers, whole);
    await endDraft(tx, draft.id, joined.ok ? "joined" : "elsewhere", now);
    return joined;
  });
}
