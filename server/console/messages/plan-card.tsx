import { Banner } from "../../http/page/banner.tsx";
import { Card } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import { isPlanOut, planForecast, planWarning, type PlanReading } from "../../notices/line-plan.ts";

interface Props {
  readonly page: PageContext;
  /** Null: LINE has told nothing this month. */
  readonly plan: PlanReading | null;
  readonly now: Date;
}

/** How the month's LINE messages stand, with a warning before they run out. */
export function PlanCard({ page, plan, now }: Props) {
  const words = page.words.messages.plan;
  if (plan === null) {
    return (
      <Card title={words.title}>
        <p>{words.none}</p>
        <p class="lead">{words.noneNext}</p>
      </Card>
    );
  }
  const { allowed } = plan;
  const used = plan.used.toLocaleString("en");
  const forecast = planForecast(plan);
  return (
    <>
      <Warning page={page} plan={plan} now={now} />
      <Card title={words.title}>
        {allowed === null ? (
          <p>{words.unlimited(used)}</p>
        ) : (
          <p>
            {words.used(used, allowed.toLocaleString("en"))} ({words.percent(shareOf(plan.used, allowed))}){" "}
            <progress
              value={Math.min(plan.used, allowed)}
              max={Math.max(1, allowed)}
              aria-label={words.title}
            ></progress>
          </p>
        )}
        <p>{forecast === null ? words.noForecast : words.forecast(forecast.toLocaleString("en"))}</p>
        <p class="lead">
          {words.readAt(formatMoment(plan.readAt, page.language))} · {words.shared}
        </p>
      </Card>
    </>
  );
}

function Warning({ page, plan, now }: { page: PageContext; plan: PlanReading; now: Date }) {
  const words = page.words.messages.plan;
  if (isPlanOut(plan, now)) {
    return (
      <Banner tone="refused" title={words.out}>
        {words.outNext}
      </Banner>
    );
  }
  const warned = planWarning(plan);
  if (warned === null) return null;
  return (
    <Banner tone={warned >= 95 ? "refused" : "waiting"} title={words.warn(warned)}>
      {words.warnNext}
    </Banner>
  );
}

function shareOf(used: number, allowed: number): number {
  return allowed === 0 ? 100 : Math.floor((used * 100) / allowed);
}
