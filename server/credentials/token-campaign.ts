import { readTypedDay, type DayRefusal, type TypedDay } from "../forms/typed-day.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { addDays, type BangkokDay } from "../kernel/thai-date.ts";

/** The days of a move from hardware keys (rules of the Soft Token, letter of 2567): get ready, switch, return. */
export interface TokenCampaign {
  readonly readyBy: BangkokDay;
  readonly switchFrom: BangkokDay;
  readonly switchUntil: BangkokDay;
  readonly returnBy: BangkokDay;
  /** So many days before each, whoever has not done it is reminded; 0: never. */
  readonly remindDays: number;
}

export const campaignDays = ["readyBy", "switchFrom", "switchUntil", "returnBy"] as const;
export type CampaignDay = (typeof campaignDays)[number];

export const remindDayChoices = [0, 1, 3, 7, 14] as const;

export type CampaignFault = {
  readonly field: CampaignDay;
  readonly refusal:
    | DayRefusal
    /** Earlier than the day that stands before it. */
    | { readonly kind: "day_before_last" };
};
export type CampaignFaults = { readonly kind: "campaign_faults"; readonly faults: readonly CampaignFault[] };

/** Reads the days of a campaign. Refuses days that are none, and a later step whose day is before an earlier one's. */
export function readCampaign(
  typed: Readonly<Record<CampaignDay, TypedDay>> & { readonly remindDays: string },
  today: BangkokDay,
): Result<TokenCampaign, CampaignFaults> {
  const faults: CampaignFault[] = [];
  const days: Partial<Record<CampaignDay, BangkokDay>> = {};
  let last: BangkokDay | null = null;
  for (const field of campaignDays) {
    const day = readTypedDay(typed[field], "any", today);
    if (!day.ok) faults.push({ field, refusal: day.refusal });
    else if (last !== null && day.value < last) faults.push({ field, refusal: { kind: "day_before_last" } });
    else days[field] = last = day.value;
  }
  const { readyBy, switchFrom, switchUntil, returnBy } = days;
  if (!readyBy || !switchFrom || !switchUntil || !returnBy)
    return refuse({ kind: "campaign_faults", faults });
  const remindDays = remindDayChoices.find((each) => String(each) === typed.remindDays) ?? 0;
  return ok({ readyBy, switchFrom, switchUntil, returnBy, remindDays });
}

/** What a holder of a campaign is reminded of. */
export const campaignReminders = ["move", "return"] as const;
export type CampaignReminder = (typeof campaignReminders)[number];

/** A day that comes, and what whoever has not done it is reminded of. */
export interface ComingDay {
  readonly day: BangkokDay;
  readonly about: CampaignReminder;
}

/** The days of which holders are reminded today: those that are not over and at most `remindDays` away. */
export function comingDays(campaign: TokenCampaign, today: BangkokDay): readonly ComingDay[] {
  const { readyBy, switchUntil, returnBy, remindDays } = campaign;
  const days: readonly ComingDay[] = [
    { day: readyBy, about: "move" },
    { day: switchUntil, about: "move" },
    { day: returnBy, about: "return" },
  ];
  if (remindDays === 0) return [];
  return days.filter(({ day }) => today <= day && addDays(day, -remindDays) <= today);
}
