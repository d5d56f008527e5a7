import type { Child } from "hono/jsx";
import { Icon, type IconName } from "./icon.tsx";

/** `line` wears LINE's green: only on what opens LINE. */
export type ButtonKind = "primary" | "secondary" | "quiet" | "danger" | "line";

interface Look {
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
  readonly children?: Child;
}

/** A button that submits its form. One primary button a screen. */
export function Button(
  props: Look & {
    name?: string;
    value?: string;
    id?: string;
    type?: "submit" | "button";
    /** Where its form is posted by this button, in place of the form's own address. */
    formaction?: string;
    /** The key that presses it, where a script listens for keys. */
    "data-key"?: string;
  },
) {
  const { kind = "primary", icon, children, type = "submit", ...rest } = props;
  return (
    <button class={`button ${kind}`} type={type} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </button>
  );
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink(props: Look & { href: string; target?: "_blank" }) {
  const { kind = "secondary", icon, href, target, children } = props;
  const beside = target === undefined ? {} : { target, rel: "noopener" };
  return (
    <a class={`button ${kind}`} href={href} {...beside}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </a>
  );
}

/** Buttons under one another on phones, the primary one first. */
export function ButtonGroup({ children }: { children?: Child }) {
  return <div class="buttons">{children}</div>;
}
