import { Button, ButtonGroup } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { otpResendAfterSeconds, secondsToResend } from "../../server/identity/otp.ts";

interface Props {
  readonly page: PageContext;
  readonly action: string;
  /** When the OTP on its way was sent; null: there is none. */
  readonly sentAt: Date | null;
  readonly now: Date;
  /** True where asking for another is the way on, as the last one has expired. */
  readonly main: boolean;
}

/**
 * Asks for another OTP. Without script it may be pressed at once and the server says how long to wait; with script
 * (resend-otp.js) the button waits and the seconds are counted down.
 */
export function ResendOtp({ page, action, sentAt, now, main }: Props) {
  const words = page.words.identity.otp;
  const seconds = sentAt === null ? 0 : secondsToResend(sentAt, now);
  const counted =
    seconds > 0 ? { "data-resend-in": seconds, "data-waiting": words.resendIn("{seconds}") } : {};
  return (
    <form method="post" action={action} {...counted}>
      <ButtonGroup>
        <Button kind={main ? "primary" : "secondary"}>{words.resend}</Button>
        {seconds > 0 ? <small>{words.resendAfter(otpResendAfterSeconds)}</small> : null}
      </ButtonGroup>
    </form>
  );
}
