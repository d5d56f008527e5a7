import { encodeBase64url } from "../../kernel/base64url.ts";
import type { Gate, LineUser } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import type { OpenActivationRefusal } from "../new-key.ts";
import { activationTokenHash } from "../desk/activation-token.ts";
import { phoneMark } from "../desk/phone-mark.ts";
import { findActivationByToken, type KeptActivation } from "../store/activation.ts";
import type { UserCode } from "../user-code.ts";

/** An activation as the phone sees it. */
export interface OpenedActivation {
  readonly id: string;
  readonly userCode: UserCode;
  /** 32 bytes, base64url: what the new key signs. */
  readonly nonce: string;
  /**
   * `fresh`: nobody took it. `waiting`: this phone did, and the computer does not know it yet. `mine`: it does. `done`: this
   * phone's key is made.
   */
  readonly state: "fresh" | "waiting" | "mine" | "done";
  /** Two digits that the computer shows for this phone, too. */
  readonly mark: string;
}

/** Opens an activation by the token of its QR. Refuses one that is over, and one that another phone took. */
export async function openActivation(
  ports: Pick<Ports, "db" | "clock" | "keys">,
  actor: Gate,
  { token, phone }: { readonly token: string; readonly phone: LineUser },
): Promise<Result<OpenedActivation, OpenActivationRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const found = await findActivationByToken(tx, activationTokenHash(token));
    return found ? opened(ports, found, phone) : refuse({ kind: "activation_over" });
  });
}

function opened(
  ports: Pick<Ports, "clock" | "keys">,
  found: KeptActivation,
  phone: LineUser,
): Result<OpenedActivation, OpenActivationRefusal> {
  const { id, userCode, tokenHash, takenAt, confirmedAt, softTokenId, endedAt, expiresAt } = found;
  const seen = { id, userCode, nonce: encodeBase64url(tokenHash), mark: phoneMark(ports, id, phone) };
  const isMine = found.channel === phone.channel && found.lineUserId === phone.lineUserId;
  if (takenAt !== null && !isMine) return refuse({ kind: "other_phone" });
  if (softTokenId !== null) return ok({ ...seen, state: "done" });
  if (endedAt !== null || expiresAt <= ports.clock.now()) return refuse({ kind: "activation_over" });
  if (takenAt === null) return ok({ ...seen, state: "fresh" });
  return ok({ ...seen, state: confirmedAt === null ? "waiting" : "mine" });
}
