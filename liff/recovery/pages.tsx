import type { Child } from "hono/jsx";
import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary } from "../../server/http/page/error-summary.tsx";
import { Field } from "../../server/http/page/field.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { OtpField, PinField } from "../../server/http/page/secret-field.tsx";
import { StepProgress } from "../../server/http/page/step-progress.tsx";
import type { SeenRecovery } from "../../server/identity/actions/see-recovery.ts";
import { recoverySteps, type RecoveryStep } from "../../server/identity/recovery.ts";
import { errorAt, type Refusals, type Typed } from "../registration/typed.ts";

interface Props {
  readonly page: PageContext;
  readonly step: RecoveryStep;
  readonly query: string;
  readonly typed: Typed;
  readonly refusals: Refusals;
  readonly otp: SeenRecovery["otp"];
}

/** One step of setting a new PIN. */
export function RecoveryPage(props: Props) {
  const { page, step, query, refusals } = props;
  const { recovery, confirm, next } = page.words.identity;
  const submit: Record<RecoveryStep, string> = {
    card: recovery.send,
    otp: confirm,
    pin: next,
    pin_again: confirm,
  };
  return (
    <Layout
      page={page}
      title={recovery.title}
      wrong={refusals.length > 0}
      back={`/liff/unlock${query}`}
      scripts={["show-secret.js"]}
    >
      <StepProgress page={page} step={recoverySteps.indexOf(step) + 1} of={recoverySteps.length} />
      <ErrorSummary page={page} items={refusals} />
      <form class="stack" method="post" action={`/liff/recover/${step}${query}`} novalidate>
        <Question {...props} />
        <ButtonGroup>
          <Button>{submit[step]}</Button>
        </ButtonGroup>
      </form>
      {step === "otp" ? (
        <ButtonLink kind="quiet" href={`/liff/recover?again=1${query.replace("?", "&")}`}>
          {recovery.again}
        </ButtonLink>
      ) : null}
    </Layout>
  );
}

function Question({ page, step, typed, refusals, otp }: Props): Child {
  const words = page.words.identity;
  const error = (field: string) => errorAt(refusals, field);
  switch (step) {
    case "card":
      return (
        <>
          <h1>{words.recovery.cardHeading}</h1>
          <p class="lead">{words.recovery.cardLead}</p>
          <Field
            name="citizenId"
            label={words.number.label}
            error={error("citizenId")}
            value={typed["citizenId"]}
            inputmode="numeric"
            maxlength={40}
            figures
          />
          <Field
            name="laserCode"
            label={words.card.laser}
            hint={words.card.laserHint}
            error={error("laserCode")}
            value={typed["laserCode"]}
            maxlength={40}
            figures
            lang="en"
          />
        </>
      );
    case "otp":
      return (
        <OtpField
          name="otp"
          label={words.otp.label}
          hint={[otp ? words.otp.reference(otp.reference) : "", words.otp.life].join(" · ")}
          error={error("otp")}
          heading
        />
      );
    case "pin":
      return (
        <PinField
          page={page}
          name="pin"
          label={words.pin.label}
          hint={words.pin.hint}
          error={error("pin")}
          heading
        />
      );
    case "pin_again":
      return <PinField page={page} name="pin" label={words.pinAgain.label} error={error("pin")} heading />;
  }
}

/** The new PIN is set. */
export function RecoveryDonePage({ page, next }: { page: PageContext; next: string }) {
  const { recovery, done } = page.words.identity;
  return (
    <Layout page={page} title={recovery.title}>
      <Banner tone="done" title={recovery.done} live>
        {recovery.doneBody}
      </Banner>
      <ButtonLink kind="primary" href={next}>
        {done.goOn}
      </ButtonLink>
    </Layout>
  );
}
