import { Banner, EmptyState } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { SelectField } from "../../http/page/select-field.tsx";
import type { StaffSession } from "../../http/env.ts";
import { formatMoment, formatMonth } from "../../kernel/thai-date.ts";
import type { PetitionFigures } from "../../petitions/actions/see-petition-figures.ts";
import { figurePeriods, type FigureFilter } from "../../petitions/figure-period.ts";
import { percentOf, reopenedPercent } from "../../petitions/petition-figures.ts";
import { nameIn } from "../../visits/names.ts";
import { FiguresRow } from "../dashboard/figures.tsx";
import { ConsoleLayout } from "../layout.tsx";
import { DaysChart } from "./days-chart.tsx";
import { FigureTable } from "./figure-table.tsx";
import { MonthsChart } from "./months-chart.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: PetitionFigures;
  readonly filter: FigureFilter;
}

/** "ภาพรวมคำร้อง": what came in, what is done, how fast, and how it is found; nobody named. */
export function FiguresPage({ page, staff, seen, filter }: Props) {
  const words = page.words.figures;
  const { months, total } = seen;
  const isEmpty = total.filed + total.completed + total.open === 0;
  return (
    <ConsoleLayout page={page} staff={staff} current="figures" title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">
        {words.lead(spanOf(page, months))}
        {seen.countedAt ? ` · ${words.counted(formatMoment(seen.countedAt, page.language))}` : ""}
      </p>
      <Filters page={page} seen={seen} filter={filter} />
      {seen.countedAt === null ? <Banner tone="info" title={words.notCounted} /> : null}
      {isEmpty ? <EmptyState title={words.empty} icon="history" /> : <Figures page={page} seen={seen} />}
      <Files page={page} filter={filter} />
    </ConsoleLayout>
  );
}

function spanOf(page: PageContext, months: PetitionFigures["months"]): string {
  const names = [...new Set([months[0], months.at(-1)])].flatMap((month) =>
    month === undefined ? [] : [formatMonth(month, page.language)],
  );
  return names.join(" – ");
}

function Filters({ page, seen, filter }: Omit<Props, "staff">) {
  const words = page.words.figures;
  return (
    <form class="filters" method="get" action="/console/figures" role="search">
      <SelectField
        name="period"
        label={words.period}
        value={filter.period}
        options={figurePeriods.map((period) => ({ value: period, label: words.periods[period] }))}
      />
      <SelectField
        name="service"
        label={words.service}
        value={filter.serviceId ?? ""}
        options={[
          { value: "", label: words.allServices },
          ...seen.services.map((service) => ({ value: service.id, label: nameIn(service, page.language) })),
        ]}
      />
      <ButtonGroup>
        <Button kind="secondary">{words.show}</Button>
      </ButtonGroup>
    </form>
  );
}

function Figures({ page, seen }: { page: PageContext; seen: PetitionFigures }) {
  const words = page.words.figures;
  const { total } = seen;
  const percent = (part: number, whole: number) => {
    const share = percentOf(part, whole);
    return share === null ? words.none : words.percent(share);
  };
  return (
    <div class="petition-figures stack">
      <FiguresRow
        figures={[
          [words.filed, total.filed.toLocaleString("en")],
          [words.completed, total.completed.toLocaleString("en")],
          [words.open, total.open.toLocaleString("en")],
          [words.overdue, total.overdue.toLocaleString("en")],
          [words.inTime, percent(total.inTime, total.inTime + total.late)],
          [words.reopened, reopenedSaid(page, total)],
          [words.satisfaction, starsOf(page, total)],
        ]}
      />
      <section class="stack">
        <h2>{words.trendTitle}</h2>
        <MonthsChart page={page} trend={seen.trend} />
      </section>
      <section class="stack">
        <h2>{words.daysTitle}</h2>
        <DaysChart page={page} rows={seen.byService} />
      </section>
      <section class="stack">
        <FigureTable page={page} rows={seen.byService} of="service" />
        <p class="hint">{words.daysHint}</p>
      </section>
      <section class="stack">
        <FigureTable page={page} rows={seen.byUnit} of="unit" />
      </section>
    </div>
  );
}

function reopenedSaid(page: PageContext, total: PetitionFigures["total"]) {
  const words = page.words.figures;
  const percent = reopenedPercent(total);
  if (percent === null) return words.none;
  return (
    <>
      {words.percent(percent)}{" "}
      {total.openAgain > 0 ? <small class="hint">{words.openAgain(total.openAgain)}</small> : null}
    </>
  );
}

function starsOf(page: PageContext, { stars, ratings }: PetitionFigures["total"]) {
  const words = page.words.figures;
  if (stars === null) return words.none;
  return (
    <>
      {words.stars(stars.toFixed(1))} <small class="hint">{words.ratings(ratings)}</small>
    </>
  );
}

function Files({ page, filter }: Pick<Props, "page" | "filter">) {
  const words = page.words.figures;
  const href = (kind: string) =>
    `/console/figures/file?${new URLSearchParams({ kind, period: filter.period, service: filter.serviceId ?? "" }).toString()}`;
  return (
    <ButtonGroup>
      <ButtonLink kind="quiet" href={href("csv")}>
        {words.csv}
      </ButtonLink>
      <ButtonLink kind="quiet" href={href("xlsx")}>
        {words.xlsx}
      </ButtonLink>
    </ButtonGroup>
  );
}
