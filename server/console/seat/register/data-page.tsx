import type { OwnRegistration } from "../../../credentials/actions/see-own-registration.ts";
import { AddressFields } from "../../../http/form-page/address-fields.tsx";
import { EnterButton } from "../../../http/form-page/enter-button.tsx";
import type { AddressChoices } from "../../../http/form-page/form-view.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { Button, ButtonGroup } from "../../../http/page/button.tsx";
import { Field } from "../../../http/page/field.tsx";
import { OtpField } from "../../../http/page/secret-field.tsx";
import { RegisterPage, type RegisterPageProps } from "./register-page.tsx";

interface Props extends RegisterPageProps {
  readonly own: OwnRegistration;
  readonly choices: AddressChoices;
}

/** Step 3: address, the e-mail with its code, mobile. Every button keeps what is typed. */
export function DataPage({ own, choices, ...rest }: Props) {
  const { page, faults = [] } = rest;
  const all = page.words.credentials.registration;
  const words = all.data;
  const { typed } = own.facts;
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.sentence;
  const ofAddress = faults.filter(({ field }) => field?.startsWith("address"));
  const addressError = ofAddress.map(({ sentence }) => sentence).join(" · ") || undefined;
  return (
    <RegisterPage {...rest} at={3} title={words.title} scripts={["address.js", "keep-typed.js"]}>
      <p class="lead">{words.lead}</p>
      <p class="hint">{all.requiredNote}</p>
      <form
        class="stack"
        method="post"
        action="/seat/register/data"
        data-keep={`data:${rest.seat.holdingId}`}
        novalidate
      >
        <EnterButton label={all.next} name="step" value={own.codeSentAt ? "confirm" : "next"} />
        <section class="card stack">
          <AddressFields
            page={page}
            name="address"
            legend={`${words.address} *`}
            error={addressError}
            answers={{ address: typed }}
            choices={choices}
          />
          <noscript>
            <Button kind="secondary" name="step" value="places">
              {words.places}
            </Button>
          </noscript>
        </section>
        <EmailCard {...rest} own={own} />
        <section class="card stack">
          <Field
            name="mobile"
            label={words.mobile}
            required={all.required}
            hint={words.mobileHint}
            error={errorOf("mobile")}
            value={typed.mobile}
            type="tel"
            inputmode="tel"
            autocomplete="tel-national"
            maxlength={40}
            figures
          />
        </section>
        <p class="hint">{all.keptByNext}</p>
        <ButtonGroup>
          <Button name="step" value="next">
            {all.next}
          </Button>
          <Button kind="secondary" name="step" value="back">
            {all.back}
          </Button>
        </ButtonGroup>
      </form>
    </RegisterPage>
  );
}

function EmailCard({ page, own, faults = [] }: RegisterPageProps & { own: OwnRegistration }) {
  const all = page.words.credentials.registration;
  const words = all.data;
  const { email } = own.facts.typed;
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.sentence;
  if (own.isEmailProven || own.codeSentAt) {
    return (
      <section class="card stack" id="email">
        <input type="hidden" name="email" value={email} />
        {own.isEmailProven ? (
          <Banner tone="done" title={words.proven}>
            {email}
          </Banner>
        ) : (
          <>
            <Banner tone="info" title={words.codeSent(email)} live>
              {words.codeSentBody}
            </Banner>
            <OtpField name="code" label={words.code} required={all.required} error={errorOf("code")} />
          </>
        )}
        <div class="buttons">
          {own.isEmailProven ? null : (
            <>
              <Button name="step" value="confirm">
                {words.confirm}
              </Button>
              <Button kind="secondary" name="step" value="code">
                {words.resend}
              </Button>
            </>
          )}
          <Button kind="secondary" name="step" value="change">
            {words.change}
          </Button>
        </div>
      </section>
    );
  }
  return (
    <section class="card stack">
      <Field
        name="email"
        label={words.email}
        required={all.required}
        hint={words.emailHint}
        error={errorOf("email")}
        value={email}
        inputmode="email"
        autocomplete="email"
        maxlength={254}
        lang="en"
      />
      <div class="buttons">
        <Button kind="secondary" name="step" value="code">
          {words.sendCode}
        </Button>
      </div>
    </section>
  );
}
