import type { Child } from "hono/jsx";
import { Icon, type IconName } from "./icon.tsx";
import { WholeName } from "./whole-name.tsx";

/** A quiet surface for one thing. */
export function Card({ title, children, id }: { title?: string; children?: Child; id?: string }) {
  return (
    <section class="card" {...(id ? { id } : {})}>
      {title ? <h2>{title}</h2> : null}
      {children}
    </section>
  );
}

/** A whole row that leads somewhere: words left, chevron right. */
export function LinkRow(props: {
  href: string;
  title: string;
  detail?: Child;
  icon?: IconName;
  end?: Child;
}) {
  const { href, title, detail, icon, end } = props;
  return (
    <a class="link-row" href={href}>
      {icon ? <Icon name={icon} /> : null}
      <span class="link-row-main">
        <span class="link-row-text">
          <strong>
            <WholeName>{title}</WholeName>
          </strong>
          {detail ? <small>{detail}</small> : null}
        </span>
        {end}
      </span>
      <Icon name="chevron" size={20} />
    </a>
  );
}

/** Facts under their names. */
export function Facts({ rows }: { rows: readonly (readonly [name: string, value: Child])[] }) {
  return (
    <dl class="facts">
      {rows.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
