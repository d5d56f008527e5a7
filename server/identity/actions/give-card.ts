import type { Visitor } from "../../kernel/actor.ts";
import { parseBirthDate, toCardText, type BirthDateRefusal } from "../../kernel/birth-date.ts";
import { parseLaserCode, type LaserCodeRefusal } from "../../kernel/laser-code.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { CardAnswer, Ports } from "../../ports.ts";
import { holdDraft, takeAnswer, type NextStep, type WalkRefusal } from "../desk/registration-draft.ts";
import { limits } from "../limit.ts";
import { checkStep } from "../step-walk.ts";
import { registrationWalk, type PassedCardCheck } from "../registration.ts";
import { countUp } from "../store/limit.ts";

export interface CardInput {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly laserCode: string;
}

export interface CardTextRefusal {
  readonly kind: "card_refused";
  readonly birth: BirthDateRefusal | null;
  readonly laserCode: LaserCodeRefusal | null;
}

export type GiveCardRefusal =
  | CardTextRefusal
  | { readonly kind: "card_mismatch" }
  | { readonly kind: "card_incomplete" }
  | { readonly kind: "card_limit" }
  /** Number or name were changed elsewhere while the registry was asked. */
  | { readonly kind: "card_changed" }
  | WalkRefusal;

/**
 * Takes birth date and laser code, and asks the registry of ID cards, outside any transaction. The laser code is
 * handed on and forgotten. `unavailable` does not stop anybody: the person goes on at the lower rung. Refuses texts
 * that are neither, a card the registry does not know so, and more checks than the hour's limit.
 */
export async function giveCard(
  ports: Ports,
  actor: Visitor,
  input: CardInput,
): Promise<Result<NextStep, GiveCardRefusal>> {
  const birth = parseBirthDate(input, bangkokDay(ports.clock.now()));
  const laser = parseLaserCode(input.laserCode);
  if (!birth.ok || !laser.ok) {
    return refuse({
      kind: "card_refused",
      birth: birth.ok ? null : birth.refusal,
      laserCode: laser.ok ? null : laser.refusal,
    });
  }
  const holder = await holderOf(ports, actor);
  if (!holder.ok) return holder;
  const answer = await ports.cardRegistry.check({
    ...holder.value,
    birthDateBe: toCardText(birth.value),
    laserCode: laser.value,
  });
  const card = passed(answer);
  if (!card.ok) return card;
  return takeAnswer<Extract<GiveCardRefusal, { kind: "card_changed" }>>(ports, actor, ({ answers }) => {
    const { citizenId, firstName, lastName } = holder.value;
    const isSame =
      answers.citizenId === citizenId && answers.firstName === firstName && answers.lastName === lastName;
    if (!isSame) return refuse({ kind: "card_changed" });
    return ok({ kind: "card_checked", birth: birth.value, card: card.value });
  });
}

/** Whose card is asked about, once this visitor's checks of the hour allow one more. */
async function holderOf(ports: Ports, actor: Visitor) {
  return ports.db.as(actor, async (tx) => {
    const { answers } = await holdDraft(ports, tx, actor);
    const reached = checkStep(registrationWalk, answers, "birth");
    if (!reached.ok) return reached;
    const { citizenId, firstName, lastName } = answers;
    if (citizenId === null || firstName === null || lastName === null) throw new Error("a step was skipped");
    const key = `${actor.channel}/${actor.lineUserId}`;
    const count = await countUp(tx, limits.cardChecks, key, ports.clock.now());
    if (count > limits.cardChecks.most) return refuse({ kind: "card_limit" });
    return ok({ citizenId, firstName, lastName });
  });
}

function passed(
  answer: CardAnswer,
): Result<PassedCardCheck, { readonly kind: "card_mismatch" } | { readonly kind: "card_incomplete" }> {
  switch (answer) {
    case "normal":
    case "unavailable":
      return ok(answer);
    case "mismatch":
      return refuse({ kind: "card_mismatch" });
    case "incomplete":
      return refuse({ kind: "card_incomplete" });
  }
}
