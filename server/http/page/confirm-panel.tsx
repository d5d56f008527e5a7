import type { Child } from "hono/jsx";
import { Button, ButtonGroup, ButtonLink, type ButtonKind } from "./button.tsx";

export interface ConfirmPanelProps {
  readonly title: string;
  readonly action: string;
  readonly yes: string;
  readonly no: string;
  readonly noHref: string;
  readonly kind?: ButtonKind;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly children?: Child;
}

/** The last question before something that cannot be taken back: what it does, yes, and the way out. */
export function ConfirmPanel({
  title,
  action,
  yes,
  no,
  noHref,
  kind = "danger",
  hidden = {},
  children,
}: ConfirmPanelProps) {
  return (
    <form class="stack confirm" method="post" action={action}>
      <h1>{title}</h1>
      {children}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <ButtonGroup>
        <Button kind={kind}>{yes}</Button>
        <ButtonLink href={noHref}>{no}</ButtonLink>
      </ButtonGroup>
    </form>
  );
}
