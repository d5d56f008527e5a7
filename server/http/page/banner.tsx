import type { Child } from "hono/jsx";
import { Icon, type IconName } from "./icon.tsx";

export type BannerTone = "done" | "waiting" | "refused" | "info";

const icons: Record<BannerTone, IconName> = {
  done: "check",
  waiting: "clock",
  refused: "warning",
  info: "help",
};

/** One message above the rest: what happened, what is safe, what comes next. */
export function Banner(props: {
  tone: BannerTone;
  title: string;
  children?: Child;
  live?: boolean;
  id?: string;
}) {
  const { tone, title, children, live = false, id } = props;
  return (
    <div class={`banner ${tone}`} {...(live ? { role: "status" } : {})} {...(id ? { id } : {})}>
      <Icon name={icons[tone]} />
      <div>
        <strong>{title}</strong>
        {children ? <p>{children}</p> : null}
      </div>
    </div>
  );
}

/** Nothing here yet, and what to do. */
export function EmptyState({
  title,
  children,
  icon = "door",
}: {
  title: string;
  children?: Child;
  icon?: IconName;
}) {
  return (
    <div class="empty">
      <Icon name={icon} size={40} />
      <p>{title}</p>
      {children}
    </div>
  );
}
