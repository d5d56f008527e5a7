import type { Child } from "hono/jsx";

/** Figures side by side, each under its name. */
export function FiguresRow({ figures }: { figures: readonly (readonly [name: string, figure: Child])[] }) {
  return (
    <dl class="figures-row">
      {figures.map(([name, figure]) => (
        <div>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The figures of a chart as a table, folded away. */
export function AsTable({ label, children }: { label: string; children: Child }) {
  return (
    <details class="as-table">
      <summary>{label}</summary>
      {children}
    </details>
  );
}
