import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { passwordMonthsByDefault } from "../password-age.ts";
import { renewalDays } from "../soft-token.ts";
import { listPasswordTerms, type OversightRule } from "../store/oversight-findings.ts";

const dayMs = 86_400_000;

/** By what seats are judged now. */
export async function oversightRule({ clock, db }: Pick<Ports, "clock" | "db">): Promise<OversightRule> {
  const now = clock.now();
  const byIssuer = await db.as({ kind: "gate" }, (tx) => listPasswordTerms(tx));
  return {
    now,
    today: bangkokDay(now),
    passwordMonths: { usual: passwordMonthsByDefault, byIssuer },
    endingUntil: new Date(now.getTime() + renewalDays * dayMs),
  };
}
