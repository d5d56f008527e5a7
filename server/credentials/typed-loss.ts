import { readTypedDay, type DayRefusal } from "../forms/typed-day.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { seatParts, type SeatPart } from "./holding.ts";
import { judgeLostDay, lostWordsLongest, type LostDayRefusal } from "./lost-phone.ts";
import { parseUserCode, type UserCode, type UserCodeRefusal } from "./user-code.ts";

/** The fields of a report of a lost phone, as they are typed. */
export const lossFields = [
  ...["userCode", "part", "lostOnDay", "lostOnMonth", "lostOnYear", "said", "phone"],
] as const;
export type TypedLoss = Readonly<
  Record<"userCode" | "part" | "lostOnDay" | "lostOnMonth" | "lostOnYear" | "said" | "phone", string>
>;

/** What a report says, read. */
export interface Loss {
  readonly userCode: UserCode;
  readonly part: SeatPart;
  readonly lostOn: BangkokDay;
  readonly said: string;
  readonly phone: string;
}

export type LossFault =
  | { readonly field: "userCode"; readonly refusal: UserCodeRefusal }
  | { readonly field: "lostOnDay"; readonly refusal: DayRefusal | LostDayRefusal }
  | { readonly field: "said"; readonly refusal: { readonly kind: "lost_words_long"; readonly most: number } };

export interface LossRefusal {
  readonly kind: "loss_faults";
  readonly faults: readonly LossFault[];
}

/** Reads a report; a part that is none is the holder's. Refuses with every field that is wrong. */
export function readLoss(typed: TypedLoss, today: BangkokDay): Result<Loss, LossRefusal> {
  const faults: LossFault[] = [];
  const userCode = parseUserCode(typed.userCode);
  if (!userCode.ok) faults.push({ field: "userCode", refusal: userCode.refusal });
  const lostOn = readLostDay(typed, today);
  if (!lostOn.ok) faults.push({ field: "lostOnDay", refusal: lostOn.refusal });
  const [said, phone] = [typed.said.trim(), typed.phone.trim()];
  if (said.length > lostWordsLongest) {
    faults.push({ field: "said", refusal: { kind: "lost_words_long", most: lostWordsLongest } });
  }
  if (!userCode.ok || !lostOn.ok || faults.length > 0) return refuse({ kind: "loss_faults", faults });
  const part = seatParts.find((each) => each === typed.part) ?? "holder";
  return ok({ userCode: userCode.value, part, lostOn: lostOn.value, said, phone });
}

function readLostDay(
  { lostOnDay: day, lostOnMonth: month, lostOnYear: year }: TypedLoss,
  today: BangkokDay,
): Result<BangkokDay, DayRefusal | LostDayRefusal> {
  const read = readTypedDay({ day, month, year }, "past", today);
  return read.ok ? judgeLostDay(read.value, today) : read;
}
