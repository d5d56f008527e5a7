import type { Visitor } from "../../kernel/actor.ts";
import { encodeBase64url } from "../../kernel/base64url.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { countPinChoice, type PinLimitRefusal } from "../desk/pin-choice.ts";
import { holdDraft, takeAnswer, type NextStep, type WalkRefusal } from "../desk/registration-draft.ts";
import { checkNewPin, parsePin, type PinTextRefusal, type WeakPinRefusal } from "../pin.ts";
import { registrationWalk } from "../registration.ts";
import { checkStep } from "../step-walk.ts";

/**
 * Takes the PIN a visitor chooses. It is judged against what is known of them, hashed outside any transaction, and
 * only the slow hash is kept in the draft. Refuses what is no PIN, what is too easily guessed, too many in an hour, a
 * step out of order.
 */
export async function choosePin(
  ports: Ports,
  actor: Visitor,
  text: string,
): Promise<Result<NextStep, PinTextRefusal | WeakPinRefusal | PinLimitRefusal | WalkRefusal>> {
  const pin = parsePin(text);
  if (!pin.ok) return pin;
  const judged = await ports.db.as(actor, async (tx) => {
    const { answers } = await holdDraft(ports, tx, actor);
    const reached = checkStep(registrationWalk, answers, "pin");
    if (!reached.ok) return reached;
    const { birth, citizenId, phone } = answers;
    const strong = checkNewPin(pin.value, { birth, citizenId, phone });
    if (!strong.ok) return strong;
    return countPinChoice(ports, tx, actor);
  });
  if (!judged.ok) return judged;
  const pinId = ports.random.uuid();
  const hash = encodeBase64url(await ports.pinHash.make(pin.value, pinId));
  return takeAnswer<never>(ports, actor, () => ok({ kind: "pin_chosen", pin: { pinId, hash } }));
}
