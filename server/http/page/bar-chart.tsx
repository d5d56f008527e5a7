/** One part of a bar; its kind names the colour and pattern of the series. */
export interface BarPart {
  readonly series: number;
  readonly value: number;
}

export interface Bar {
  /** Under the bar; "" leaves the place empty. */
  readonly label: string;
  readonly parts: readonly BarPart[];
}

interface Props {
  /** What the picture says in one sentence, for whoever cannot see it. */
  readonly summary: string;
  readonly bars: readonly Bar[];
  /** Names of the series, in their order; one series needs no legend. */
  readonly series: readonly string[];
}

const [width, height, left, right, bottom, top] = [720, 250, 56, 40, 36, 14];

/**
 * Bars in parts, set by hand as SVG: no script, sharp in print. Series differ by lightness and by a pattern, so that
 * they can be told apart in grey. A table of the same figures belongs beside it.
 */
export function BarChart({ summary, bars, series }: Props) {
  const most = niceTop(Math.max(0, ...bars.map(totalOf)));
  const step = (width - left - right) / Math.max(1, bars.length);
  const lengthOf = (value: number) => (value / most) * (height - top - bottom);
  return (
    <div class="chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summary}>
        <Patterns />
        {[0, most / 2, most].map((value) => (
          <>
            <line
              class="chart-line"
              x1={left}
              x2={width}
              y1={yOf(lengthOf(value))}
              y2={yOf(lengthOf(value))}
            />
            <text class="chart-figure" x={left - 8} y={yOf(lengthOf(value)) + 4} text-anchor="end">
              {value.toLocaleString("en")}
            </text>
          </>
        ))}
        {bars.map((bar, index) => (
          <g>
            {stacked(bar).map(({ series: kind, from, value }) => (
              <rect
                class={`chart-bar series-${kind}`}
                x={left + index * step + step * 0.15}
                width={step * 0.7}
                y={yOf(lengthOf(from + value))}
                height={lengthOf(value)}
              />
            ))}
            <text class="chart-label" x={left + (index + 0.5) * step} y={height - 8} text-anchor="middle">
              {bar.label}
            </text>
          </g>
        ))}
      </svg>
      {series.length > 1 ? (
        <ul class="chart-legend">
          {series.map((name, kind) => (
            <li>
              <svg width="18" height="18" aria-hidden="true">
                <rect class={`chart-bar series-${kind}`} width="18" height="18" />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Patterns() {
  return (
    <defs>
      <pattern
        id="chart-stripes"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="chart-ground" width="6" height="6" />
        <rect class="chart-stroke" width="3" height="6" />
      </pattern>
      <pattern id="chart-dots" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect class="chart-ground" width="6" height="6" />
        <circle class="chart-stroke" cx="3" cy="3" r="1.6" />
      </pattern>
    </defs>
  );
}

function yOf(length: number): number {
  return height - bottom - length;
}

function totalOf({ parts }: Bar): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}

function stacked({ parts }: Bar): (BarPart & { readonly from: number })[] {
  let from = 0;
  return parts.map((part) => {
    const placed = { ...part, from };
    from += part.value;
    return placed;
  });
}

/** The next round figure at or above a value: 2, 4, 10, 20, 40, 100 …, so that half of it is whole. */
export function niceTop(value: number): number {
  let power = 1;
  for (;;) {
    for (const head of [2, 4, 10]) if (head * power >= value) return head * power;
    power *= 10;
  }
}
