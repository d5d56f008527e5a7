import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Field } from "../../server/http/page/field.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { OtpField } from "../../server/http/page/secret-field.tsx";
import { StepProgress } from "../../server/http/page/step-progress.tsx";
import type { PhoneChangeView } from "../../server/identity/actions/see-phone-change.ts";
import type { StepUp } from "../../server/identity/step-up.ts";
import { StepUpField } from "./step-up-field.tsx";

interface StartProps {
  readonly page: PageContext;
  readonly by: StepUp;
  readonly maskedPhone: string;
  readonly canSendSms: boolean;
  readonly typedPhone: string;
  readonly refusals: readonly SummaryItem[];
}

/** The new phone and the PIN or password; then an OTP on each phone. */
export function PhonePage({ page, by, maskedPhone, canSendSms, typedPhone, refusals }: StartProps) {
  const words = page.words.account.phone;
  const errorOf = (field: string) => refusals.find((refusal) => refusal.field === field)?.sentence;
  return (
    <Layout page={page} title={words.title} back="/liff/account" wrong={refusals.length > 0}>
      <ErrorSummary page={page} items={refusals} />
      <h1>{words.title}</h1>
      <p>{words.lead(maskedPhone)}</p>
      {canSendSms ? (
        <form class="stack" method="post" action="/liff/account/phone" novalidate>
          <Field
            name="phone"
            label={words.new}
            value={typedPhone}
            error={errorOf("phone")}
            type="tel"
            inputmode="tel"
            autocomplete="tel"
            maxlength={30}
            figures
          />
          <StepUpField page={page} by={by} error={errorOf("proof")} />
          <ButtonGroup>
            <Button>{words.submit}</Button>
          </ButtonGroup>
        </form>
      ) : (
        <Banner tone="waiting" title={words.noSms} />
      )}
      <p class="lead">{words.lost}</p>
    </Layout>
  );
}

interface ProveProps {
  readonly page: PageContext;
  readonly changeId: string;
  readonly change: PhoneChangeView;
  readonly now: Date;
  readonly refusals: readonly SummaryItem[];
  readonly isResent: boolean;
}

/** The OTP of the new phone, and after it that of the old one. */
export function ProvePhonePage({ page, changeId, change, now, refusals, isResent }: ProveProps) {
  const words = page.words.account.phone;
  const isNew = change.step === "phone_new";
  const title = isNew ? words.newTitle : words.oldTitle;
  const { otp, maskedPhone } = change;
  const isLive = otp !== null && now < otp.expiresAt;
  return (
    <Layout page={page} title={title} back="/liff/account/phone" wrong={refusals.length > 0}>
      <ErrorSummary page={page} items={refusals} />
      <StepProgress page={page} step={isNew ? 1 : 2} of={2} />
      <h1>{title}</h1>
      {isResent ? <Banner tone="done" title={words.resent} live /> : null}
      <p>{isLive ? words.sent(maskedPhone) : words.again(maskedPhone)}</p>
      {isLive ? (
        <form class="stack" method="post" action={`/liff/account/phone/${changeId}`} novalidate>
          <OtpField
            name="otp"
            label={words.otp}
            hint={words.reference(otp.reference)}
            error={refusals.find((refusal) => refusal.field === "otp")?.sentence}
          />
          <ButtonGroup>
            <Button>{words.confirm}</Button>
          </ButtonGroup>
        </form>
      ) : null}
      <form method="post" action={`/liff/account/phone/${changeId}/resend`}>
        <Button kind={isLive ? "secondary" : "primary"}>{words.resend}</Button>
      </form>
      <ButtonLink kind="quiet" href="/liff/account">
        {words.cancel}
      </ButtonLink>
    </Layout>
  );
}
