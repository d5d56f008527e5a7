import type { Child } from "hono/jsx";
import { Banner } from "../../server/http/page/banner.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Field } from "../../server/http/page/field.tsx";
import { OtpField, PinField } from "../../server/http/page/secret-field.tsx";
import type { SeenRecoveryOtp } from "../../server/identity/actions/see-recovery.ts";
import type { RecoveryStep } from "../../server/identity/recovery.ts";
import { SentOtp } from "../otp/sent-otp.tsx";
import { errorAt, type Refusals, type Typed } from "../registration/typed.ts";

/** What the page of every step is given. */
export interface RecoveryProps {
  readonly page: PageContext;
  readonly step: RecoveryStep;
  /** Where to go when all is done, as a query ("?next=…") or nothing. */
  readonly query: string;
  readonly typed: Typed;
  readonly refusals: Refusals;
  readonly otp: SeenRecoveryOtp | null;
  readonly now: Date;
  readonly canSendSms: boolean;
  /** A new OTP was just sent. */
  readonly resent: boolean;
}

/** True while the OTP that was sent can still be answered. */
export function isLive({ otp, now }: RecoveryProps): boolean {
  return otp !== null && now < otp.expiresAt;
}

/** What is asked at each step. */
export function Question(props: RecoveryProps): Child {
  const { page, step, refusals } = props;
  const words = page.words.identity;
  const error = errorAt(refusals, "pin");
  switch (step) {
    case "card":
      return <CardQuestion {...props} />;
    case "otp":
      return <OtpQuestion {...props} />;
    case "pin":
      return (
        <PinField
          page={page}
          name="pin"
          label={words.pin.label}
          hint={words.pin.hint}
          error={error}
          heading
        />
      );
    case "pin_again":
      return <PinField page={page} name="pin" label={words.pinAgain.label} error={error} heading />;
  }
}

function CardQuestion({ page, typed, refusals }: RecoveryProps) {
  const { recovery, number, card } = page.words.identity;
  return (
    <>
      <h1>{recovery.cardHeading}</h1>
      <p class="lead">{recovery.cardLead}</p>
      <Field
        name="citizenId"
        label={number.label}
        error={errorAt(refusals, "citizenId")}
        value={typed["citizenId"]}
        inputmode="numeric"
        maxlength={40}
        figures
      />
      <Field
        name="laserCode"
        label={card.laser}
        hint={card.laserHint}
        error={errorAt(refusals, "laserCode")}
        value={typed["laserCode"]}
        maxlength={40}
        figures
        lang="en"
      />
    </>
  );
}

function OtpQuestion({ page, refusals, otp, resent }: RecoveryProps) {
  const words = page.words.identity.otp;
  return (
    <>
      {resent ? <Banner tone="done" title={words.resent} live /> : null}
      <OtpField
        name="otp"
        label={words.label}
        hint={otp ? <SentOtp page={page} {...otp} /> : null}
        error={errorAt(refusals, "otp")}
        heading
      />
    </>
  );
}
