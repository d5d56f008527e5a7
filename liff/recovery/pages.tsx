import type { Child } from "hono/jsx";
import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { DoorMark } from "../../server/http/page/door-mark.tsx";
import { ErrorSummary } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { StepProgress } from "../../server/http/page/step-progress.tsx";
import { recoverySteps, type RecoveryStep } from "../../server/identity/recovery.ts";
import { HandOverLink } from "../hand-over/link.tsx";
import { ResendOtp } from "../otp/resend-otp.tsx";
import { SmsOff } from "../otp/sms-off.tsx";
import { isLive, Question, type RecoveryProps } from "./question.tsx";

/** One step of setting a new PIN. */
export function RecoveryPage(props: RecoveryProps) {
  const { page, step, query, refusals, canSendSms } = props;
  const isOld = step === "otp" && !isLive(props);
  // Without a field for the OTP there is nothing that a refusal could lead to.
  const items = isOld ? refusals.map(({ sentence }) => ({ sentence })) : refusals;
  const { recovery } = page.words.identity;
  return (
    <Layout
      page={page}
      title={recovery.title}
      wrong={refusals.length > 0}
      back={`/liff/unlock${query}`}
      {...(step === "otp" ? { scripts: ["resend-otp.js"] } : {})}
    >
      <StepProgress page={page} step={recoverySteps.indexOf(step) + 1} of={recoverySteps.length} />
      <ErrorSummary page={page} items={items} />
      {step === "card" && !canSendSms ? <SmsOff page={page} /> : null}
      {isOld ? <OldOtp {...props} /> : <StepForm {...props} />}
      {step === "otp" ? <OtherWays {...props} /> : null}
      <HandOverLink page={page} query={query} />
    </Layout>
  );
}

function StepForm(props: RecoveryProps) {
  const { page, step, query } = props;
  const { recovery, confirm, next } = page.words.identity;
  const submit: Record<RecoveryStep, string> = {
    card: recovery.send,
    otp: confirm,
    pin: next,
    pin_again: confirm,
  };
  return (
    <form class="stack" method="post" action={`/liff/recover/${step}${query}`} novalidate>
      <Question {...props} />
      <ButtonGroup>
        <Button>{submit[step]}</Button>
      </ButtonGroup>
    </form>
  );
}

/** The OTP that was sent has expired: only another one leads on. */
function OldOtp({ page, refusals }: RecoveryProps): Child {
  const { otp, refusal } = page.words.identity;
  return (
    <>
      <h1>{otp.title}</h1>
      {refusals.length === 0 ? <Banner tone="waiting" title={refusal.otp_expired()} /> : null}
    </>
  );
}

/** When the OTP does not come: another one, or the card again. */
function OtherWays(props: RecoveryProps) {
  const { page, query, otp, now } = props;
  const resend = { action: `/liff/recover/resend${query}`, sentAt: otp?.sentAt ?? null, now };
  return (
    <>
      <ResendOtp page={page} {...resend} main={!isLive(props)} />
      <ButtonLink kind="quiet" href={`/liff/recover?again=1${query.replace("?", "&")}`}>
        {page.words.identity.recovery.again}
      </ButtonLink>
    </>
  );
}

/** The new PIN is set. */
export function RecoveryDonePage({ page, next }: { page: PageContext; next: string }) {
  const { recovery, done } = page.words.identity;
  return (
    <Layout page={page} title={recovery.title}>
      <div class="arrival">
        <DoorMark openness={1} size={112} />
        <h1>{recovery.done}</h1>
        <p>{recovery.doneBody}</p>
      </div>
      <ButtonLink kind="primary" href={next}>
        {done.goOn}
      </ButtonLink>
    </Layout>
  );
}
