import type { PageContext } from "../../http/page/context.ts";
import type { FigureRow } from "../../petitions/actions/see-petition-figures.ts";
import { nameIn } from "../../visits/names.ts";
import { promiseSaid } from "./figure-table.tsx";

const [width, height] = [400, 20];

/**
 * The days each service took, a bar each: dark up to where half were done, light up to nine of ten, a line where the
 * promise ends. Every figure stands beside it in words, so nothing is told by the picture alone.
 */
export function DaysChart({ page, rows }: { page: PageContext; rows: readonly FigureRow[] }) {
  const words = page.words.figures;
  const shown = rows.filter(({ median }) => median !== null);
  if (shown.length === 0) return <p class="hint">{words.none}</p>;
  const most = Math.max(1, ...shown.flatMap(({ ninth, promised }) => [ninth ?? 0, promised?.days ?? 0]));
  const xOf = (days: number) => (Math.min(days, most) / most) * (width - 4);
  return (
    <ul class="days-chart" aria-label={words.daysSummary(shown.length)}>
      {shown.map((row) => (
        <li>
          <strong>{nameIn(row, page.language)}</strong>
          <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" preserveAspectRatio="none">
            <rect class="chart-bar series-1" x="0" y="3" width={xOf(row.ninth ?? 0)} height={height - 6} />
            <rect class="chart-bar series-0" x="0" y="3" width={xOf(row.median ?? 0)} height={height - 6} />
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
              `${words.median} ${words.days(row.median ?? 0)}`,
              `${words.ninth} ${words.days(row.ninth ?? 0)}`,
              `${words.promised} ${promiseSaid(page, row)}`,
            ].join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
