import { Banner } from "../../server/http/page/banner.tsx";
import { ButtonLink } from "../../server/http/page/button.tsx";
import { OtpField } from "../../server/http/page/secret-field.tsx";
import type { SeenRegistration } from "../../server/identity/actions/see-registration.ts";
import { maskPhone } from "../../server/kernel/phone.ts";
import { ResendOtp } from "../otp/resend-otp.tsx";
import { SentOtp } from "../otp/sent-otp.tsx";
import { StepForm, type StepProps } from "./step-form.tsx";
import { errorAt } from "./typed.ts";

interface Props extends StepProps {
  readonly seen: SeenRegistration;
  /** A new OTP was just sent. */
  readonly resent: boolean;
  readonly now: Date;
}

/** The OTP: where it was sent, its reference, one field, and the ways on when it does not come or is too old. */
export function OtpPage(props: Props) {
  const { page, query, refusals, seen, resent, now } = props;
  const { otp: words, confirm, refusal } = page.words.identity;
  const { phone } = seen.answers;
  const isLive = seen.otp !== null && now < seen.otp.expiresAt;
  const resend = { action: `/liff/register/resend${query}`, sentAt: seen.otp?.sentAt ?? null, now };
  const below = (
    <>
      <ResendOtp page={page} {...resend} main={!isLive} />
      <ButtonLink kind="quiet" href={`/liff/register/phone${query}`}>
        {words.changePhone}
      </ButtonLink>
    </>
  );
  if (!isLive) {
    const items = refusals.map(({ sentence }) => ({ sentence }));
    return (
      <StepForm {...props} refusals={items} step="otp" title={words.title} submit={null} below={below}>
        <h1>{words.title}</h1>
        {items.length === 0 ? <Banner tone="waiting" title={refusal.otp_expired()} /> : null}
      </StepForm>
    );
  }
  return (
    <StepForm {...props} step="otp" title={words.title} submit={confirm} below={below}>
      {resent ? <Banner tone="done" title={words.resent} live /> : null}
      <OtpField
        name="otp"
        label={words.label}
        hint={<SentOtp page={page} maskedPhone={phone && maskPhone(phone)} {...seen.otp} />}
        error={errorAt(refusals, "otp")}
        heading
      />
    </StepForm>
  );
}
