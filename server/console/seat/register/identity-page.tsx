import type { OwnRegistration } from "../../../credentials/actions/see-own-registration.ts";
import { registrationConsentVersion } from "../../../credentials/registration-facts.ts";
import { isProven } from "../../../credentials/token-registration.ts";
import type { TypedOrderMark } from "../../../credentials/order-mark.ts";
import { EnterButton } from "../../../http/form-page/enter-button.tsx";
import { Banner } from "../../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import { Facts } from "../../../http/page/card.tsx";
import { Field } from "../../../http/page/field.tsx";
import { describedBy, Told } from "../../../http/page/told.tsx";
import { formatCitizenId, type CitizenId } from "../../../kernel/citizen-id.ts";
import { BroughtOrder, OrderFiles } from "./identity-order.tsx";
import { RegisterPage, type RegisterPageProps } from "./register-page.tsx";

/** Step 1 as it stands in the form. */
export interface TypedIdentity {
  readonly citizenId: string;
  readonly consented: boolean;
  readonly mark: TypedOrderMark;
}

/** What was done to the order's files a moment ago. */
export const fileTellings = ["removed", "replaced"] as const;
export type FileTelling = (typeof fileTellings)[number];

interface Props extends RegisterPageProps {
  readonly own: OwnRegistration;
  readonly typed: TypedIdentity;
  readonly told: FileTelling | null;
}

/** Step 1: number, order, consent; afterwards the same page corrects what may still be corrected. */
export function IdentityPage({ own, typed, told, ...rest }: Props) {
  const { page, faults = [] } = rest;
  const all = page.words.credentials.registration;
  const words = all.identity;
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.sentence;
  return (
    <RegisterPage {...rest} at={1} title={words.title} scripts={["keep-typed.js"]}>
      {told ? <Banner tone="done" title={words.told[told]} live /> : null}
      <p class="hint">{all.requiredNote}</p>
      <form
        class="card stack"
        method="post"
        action="/seat/register/identity"
        enctype="multipart/form-data"
        data-keep={`identity:${rest.seat.holdingId}`}
        novalidate
      >
        <EnterButton label={all.next} name="do" value="next" />
        {isProven(own.state) ? (
          <ProvenNumber page={page} own={own} />
        ) : (
          <Field
            name="citizenId"
            label={words.citizenId}
            required={all.required}
            hint={words.citizenIdHint}
            error={errorOf("citizenId")}
            value={typed.citizenId}
            inputmode="numeric"
            maxlength={40}
            figures
          />
        )}
        <OrderFiles page={page} own={own} errorOf={errorOf} />
        {own.order === null || own.order.isBrought ? (
          <BroughtOrder page={page} mark={typed.mark} errorOf={errorOf} />
        ) : null}
        <Consent page={page} consented={typed.consented} error={errorOf("consent")} />
        <ButtonGroup>
          <Button name="do" value="next">
            {all.next}
          </Button>
          {own.state === "begun" ? <ButtonLink href="/seat/register">{all.back}</ButtonLink> : null}
        </ButtonGroup>
      </form>
    </RegisterPage>
  );
}

/** The number once somebody proved that it is theirs: it stays, and the page says why. */
function ProvenNumber({ page, own }: Pick<RegisterPageProps, "page"> & { own: OwnRegistration }) {
  const words = page.words.credentials.registration.identity;
  const number = formatCitizenId((own.facts.citizenId ?? "") as CitizenId);
  return (
    <div class="field wide-facts">
      <Facts rows={[[words.citizenId, number]]} />
      <p class="hint">{words.citizenIdFixed}</p>
    </div>
  );
}

interface ConsentProps extends Pick<RegisterPageProps, "page"> {
  readonly consented: boolean;
  readonly error: string | undefined;
}

function Consent({ page, consented, error }: ConsentProps) {
  const words = page.words.credentials.registration.identity;
  const told = { name: "consent", error };
  return (
    <fieldset class={`field${error ? " refused" : ""}`} {...describedBy(told)}>
      <legend class="label">{words.consentTitle}</legend>
      <div class="seat-terms">
        <p class="hint">{words.consentVersion(registrationConsentVersion)}</p>
        {words.consentText.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </div>
      <Told {...told} />
      <label class="choice">
        <input id="consent" type="checkbox" name="consent" value="yes" checked={consented} />
        <span>{words.consent}</span>
      </label>
    </fieldset>
  );
}
