import type { PageContext } from "../../http/page/context.ts";
import type { FigureRow } from "../../petitions/actions/see-petition-figures.ts";
import { nameIn } from "../../visits/names.ts";
import { daysSaid, promiseSaid } from "./figure-table.tsx";

const [width, height] = [400, 20];

/** Shown of a bar that has no length: done on the day it came in. */
const shortest = 4;

/**
 * The days each service took, a bar each over a track as long as the longest: dark up to where half were done, light up to
 * nine of ten, a line where the promise ends, all three counted as the service promises its days. Every figure stands beside it in words, so nothing is told by the picture alone.
 */
export function DaysChart({ page, rows }: { page: PageContext; rows: readonly FigureRow[] }) {
  const words = page.words.figures;
  const shown = rows.filter(({ median }) => median !== null);
  if (shown.length === 0) return <p class="hint">{words.daysNone}</p>;
  const most = Math.max(1, ...shown.flatMap(({ ninth, promised }) => [ninth ?? 0, promised?.days ?? 0]));
  const xOf = (days: number) => (Math.min(days, most) / most) * (width - 4);
  const barTo = (days: number | null) => Math.max(shortest, xOf(days ?? 0));
  return (
    <>
      <ul class="chart-legend" aria-hidden="true">
        <Sign of="series-0" said={words.median} />
        <Sign of="series-1" said={words.ninth} />
        <Sign of="days-promised" said={words.promised} />
      </ul>
      <ul class="days-chart" aria-label={words.daysSummary(shown.length)}>
        {shown.map((row) => (
          <li>
            <strong>{nameIn(row, page.language)}</strong>
            <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" preserveAspectRatio="none">
              <rect class="days-track" x="0" y="3" width={width} height={height - 6} />
              <rect class="chart-bar series-1" x="0" y="3" width={barTo(row.ninth)} height={height - 6} />
              <rect class="chart-bar series-0" x="0" y="3" width={barTo(row.median)} height={height - 6} />
              {row.promised ? (
                <line
                  class="days-promised"
                  x1={xOf(row.promised.days)}
                  x2={xOf(row.promised.days)}
                  y1="0"
                  y2={height}
                />
              ) : null}
            </svg>
            <span class="hint">
              {[
                `${words.median} ${daysSaid(page, row, row.median ?? 0)}`,
                `${words.ninth} ${daysSaid(page, row, row.ninth ?? 0)}`,
                `${words.promised} ${promiseSaid(page, row)}`,
              ].join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Sign({ of, said }: { of: string; said: string }) {
  return (
    <li>
      <svg width="14" height="14">
        {of === "days-promised" ? (
          <line class={of} x1="7" x2="7" y1="0" y2="14" />
        ) : (
          <rect class={of} width="14" height="14" />
        )}
      </svg>
      {said}
    </li>
  );
}
