import type { Child } from "hono/jsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Button, ButtonGroup } from "../../server/http/page/button.tsx";
import { ErrorSummary } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { StepProgress } from "../../server/http/page/step-progress.tsx";
import { registrationSteps, type RegistrationStep } from "../../server/identity/registration.ts";
import { stepBefore } from "../../server/identity/step-walk.ts";
import { HandOverLink } from "../hand-over/link.tsx";
import { SmsOff } from "../otp/sms-off.tsx";
import type { Refusals, Typed } from "./typed.ts";

/** What every step's page is given. */
export interface StepProps {
  readonly page: PageContext;
  /** Where to go when all is done, as a query ("?next=…") or nothing. */
  readonly query: string;
  readonly typed: Typed;
  readonly refusals: Refusals;
  /** False: no SMS can be sent, so the walk cannot end now. */
  readonly canSendSms: boolean;
}

interface FormProps extends StepProps {
  readonly step: RegistrationStep;
  readonly title: string;
  /** The button's words; none: "ถัดไป". Null: nothing can be sent from here. */
  readonly submit?: string | null;
  readonly children?: Child;
  /** What stands below the form. */
  readonly below?: Child;
}

/** Steps at which it matters that no SMS can be sent. */
const needsSms: ReadonlySet<RegistrationStep> = new Set(["phone", "review", "otp"]);

/** One step: where the walk stands, the question, one button at thumb height, and the way back. */
export function StepForm(props: FormProps) {
  const { page, query, refusals, step, title, submit, children, below } = props;
  const before = stepBefore(registrationSteps, step);
  return (
    <Layout
      page={page}
      title={title}
      wrong={refusals.length > 0}
      {...(step === "otp" ? { scripts: ["resend-otp.js"] } : {})}
      {...(before ? { back: `/liff/register/${before}${query}` } : {})}
    >
      <StepProgress page={page} step={registrationSteps.indexOf(step) + 1} of={registrationSteps.length} />
      <ErrorSummary page={page} items={refusals} />
      {needsSms.has(step) && !props.canSendSms ? <SmsOff page={page} /> : null}
      {submit === null ? (
        <div class="stack">{children}</div>
      ) : (
        <form class="stack" method="post" action={`/liff/register/${step}${query}`} novalidate>
          {children}
          <ButtonGroup>
            <Button>{submit ?? page.words.identity.next}</Button>
          </ButtonGroup>
        </form>
      )}
      {below}
      <HandOverLink page={page} query={query} />
    </Layout>
  );
}
