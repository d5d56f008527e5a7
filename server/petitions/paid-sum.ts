import type { PetitionEventKind } from "./petition.ts";
import type { StepWords } from "./petition-content.ts";

interface Told {
  readonly kind: PetitionEventKind;
  readonly words: Pick<StepWords, "satang">;
}

/** What was asked to be paid and then seen, all of it together, in satang; null: no payment was seen. */
export function paidSum(events: readonly Told[]): number | null {
  let asked = 0;
  let paid: number | null = null;
  for (const { kind, words } of events) {
    if (kind === "payment_asked") asked += words.satang ?? 0;
    if (kind !== "payment_seen") continue;
    paid = (paid ?? 0) + asked;
    asked = 0;
  }
  return paid;
}
