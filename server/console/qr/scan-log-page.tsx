import type { StaffSession } from "../../http/env.ts";
import { Banner, EmptyState } from "../../http/page/banner.tsx";
import { BarChart } from "../../http/page/bar-chart.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { Table } from "../../http/page/table.tsx";
import { formatDay, formatMoment } from "../../kernel/thai-date.ts";
import type { ScanLog } from "../../visits/actions/see-scan-log.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { numberText } from "./printed.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly log: ScanLog;
}

/** What became of the scans of one QR: thirty days as bars and as a table, reasons, the latest (F2.3). */
export function ScanLogPage({ page, staff, log }: Props) {
  const words = page.words.qr;
  const { place } = log;
  const isLivingPrint = place.kind === "printed" && place.asking.qrRevokedAt === null;
  const back = isLivingPrint ? `/console/printed/${place.qrId}` : "/console/qr";
  return (
    <ConsoleLayout page={page} staff={staff} current="qr" title={words.log} back={back}>
      <Ended page={page} log={log} />
      <h1>{words.log}</h1>
      <Facts
        rows={[
          [page.words.console.service, nameIn(place.service, page.language)],
          [words.kindLabel, words.kind[place.kind]],
          [page.words.console.number, numberText(place.shortNumber)],
          [page.words.console.madeAt, formatMoment(place.madeAt, page.language)],
        ]}
      />
      <Days page={page} log={log} />
      <Reasons page={page} log={log} />
      <Latest page={page} log={log} />
    </ConsoleLayout>
  );
}

type PartProps = Omit<Props, "staff">;

function Ended({ page, log: { place, successor } }: PartProps) {
  const words = page.words.qr;
  const endedAt = place.asking.qrRevokedAt;
  if (!endedAt) return null;
  return (
    <Banner tone="info" title={words.endedBanner(formatMoment(endedAt, page.language))}>
      {words.endedFor}{" "}
      {successor ? (
        <a href={`/console/printed/${successor.qrId}`}>
          {words.successor(numberText(successor.shortNumber))}
        </a>
      ) : null}
    </Banner>
  );
}

function Days({ page, log: { days } }: PartProps) {
  const words = page.words.qr;
  const [accepted, refused] = [sumOf(days, "accepted"), sumOf(days, "refused")];
  if (accepted + refused === 0) {
    return (
      <EmptyState title={words.empty} icon="qr">
        <p>{words.emptyNext}</p>
      </EmptyState>
    );
  }
  const isNamed = (index: number) => (days.length - 1 - index) % 5 === 0;
  const busy = days.filter((day) => day.accepted + day.refused > 0).toReversed();
  return (
    <section class="stack">
      <h2>{words.chartTitle}</h2>
      <BarChart
        summary={words.chartSummary(accepted.toLocaleString("en"), refused.toLocaleString("en"))}
        series={[words.accepted, words.refused]}
        bars={days.map((day, index) => ({
          label: isNamed(index) ? dayAndMonth(formatDay(day.day, page.language)) : "",
          parts: [
            { series: 0, value: day.accepted },
            { series: 1, value: day.refused },
          ],
        }))}
      />
      <Table
        caption={words.byDay}
        rows={busy}
        columns={[
          { title: words.day, cell: ({ day }) => formatDay(day, page.language) },
          { title: words.accepted, cell: (day) => day.accepted.toLocaleString("en"), figures: true },
          { title: words.refused, cell: (day) => day.refused.toLocaleString("en"), figures: true },
        ]}
      />
    </section>
  );
}

function Reasons({ page, log: { refused } }: PartProps) {
  const words = page.words.qr;
  if (refused.length === 0) return null;
  return (
    <Table
      caption={words.reasons}
      rows={refused}
      columns={[
        { title: words.reason, cell: ({ outcome }) => words.outcomes[outcome] },
        { title: words.times, cell: ({ count }) => count.toLocaleString("en"), figures: true },
      ]}
    />
  );
}

function Latest({ page, log: { latest } }: PartProps) {
  const words = page.words.qr;
  if (latest.length === 0) return null;
  return (
    <section class="stack">
      <Table
        caption={words.latest}
        rows={latest}
        columns={[
          { title: words.at, cell: ({ scannedAt }) => formatMoment(scannedAt, page.language) },
          { title: words.outcome, cell: ({ outcome }) => words.outcomes[outcome] },
        ]}
      />
      <p class="lead">{words.latestLead}</p>
    </section>
  );
}

/** Without the year, which is clear from the page. */
function dayAndMonth(day: string): string {
  return day.split(" ").slice(0, 2).join(" ");
}

function sumOf(days: ScanLog["days"], what: "accepted" | "refused"): number {
  return days.reduce((sum, day) => sum + day[what], 0);
}
