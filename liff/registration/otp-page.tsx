import { Button } from "../../server/http/page/button.tsx";
import { Banner } from "../../server/http/page/banner.tsx";
import { OtpField } from "../../server/http/page/secret-field.tsx";
import type { SeenRegistration } from "../../server/identity/actions/see-registration.ts";
import { otpResendAfterSeconds } from "../../server/identity/otp.ts";
import { maskPhone } from "../../server/kernel/phone.ts";
import { StepForm, type StepProps } from "./step-form.tsx";
import { errorAt } from "./typed.ts";

/** The OTP: where it was sent, its reference, one field, and the ways on when it does not come. */
export function OtpPage(props: StepProps & { readonly seen: SeenRegistration; readonly resent: boolean }) {
  const { page, query, seen, resent } = props;
  const words = page.words.identity.otp;
  const { phone } = seen.answers;
  const below = (
    <div class="stack">
      <form method="post" action={`/liff/register/resend${query}`}>
        <Button kind="secondary">{words.resend}</Button>
      </form>
      <small>{words.resendAfter(otpResendAfterSeconds)}</small>
      <a class="tap" href={`/liff/register/phone${query}`}>
        {words.changePhone}
      </a>
    </div>
  );
  return (
    <StepForm {...props} step="otp" title={words.title} submit={page.words.identity.confirm} below={below}>
      {resent ? <Banner tone="done" title={words.resent} live /> : null}
      <OtpField
        name="otp"
        label={words.label}
        hint={[
          phone ? words.sentTo(maskPhone(phone)) : "",
          seen.otp ? words.reference(seen.otp.reference) : "",
          words.life,
        ].join(" · ")}
        error={errorAt(props.refusals, "otp")}
        heading
      />
    </StepForm>
  );
}
