import type { Child } from "hono/jsx";
import type { SeatSession } from "../../../credentials/seat-session.ts";
import type { RegistrationState } from "../../../credentials/token-registration.ts";
import type { PageContext } from "../../../http/page/context.ts";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import { SeatPage } from "../seat-page.tsx";
import { RegistrationSteps } from "./steps.tsx";

export interface RegisterPageProps {
  readonly page: PageContext;
  readonly seat: SeatSession;
  /** How far the registration is. */
  readonly state: RegistrationState;
  readonly faults?: readonly SummaryItem[];
}

interface Props extends RegisterPageProps {
  readonly title: string;
  readonly at: 1 | 2 | 3 | 4 | 5;
  readonly scripts?: readonly string[];
  readonly data?: Readonly<Record<`data-${string}`, string>>;
  readonly children?: Child;
}

/** A page of the registration: the five steps above, its own heading, its form. */
export function RegisterPage({ title, at, state, children, ...rest }: Props) {
  const words = rest.page.words.credentials.registration;
  return (
    <SeatPage {...rest} title={title === words.title ? title : `${title} · ${words.title}`}>
      <RegistrationSteps page={rest.page} at={at} state={state} />
      <h1>{title}</h1>
      {children}
    </SeatPage>
  );
}
