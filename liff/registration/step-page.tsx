import type { SeenRegistration } from "../../server/identity/actions/see-registration.ts";
import { consentVersions } from "../../server/identity/consent-versions.ts";
import { consentInForce } from "../../server/identity/consent.ts";
import type { RegistrationStep } from "../../server/identity/registration.ts";
import { formatCitizenId } from "../../server/kernel/citizen-id.ts";
import { formatPhone } from "../../server/kernel/phone.ts";
import { bangkokDay } from "../../server/kernel/thai-date.ts";
import { ConsentPage } from "./consent-page.tsx";
import { OtpPage } from "./otp-page.tsx";
import { ReviewPage } from "./review-page.tsx";
import type { StepProps } from "./step-form.tsx";
import { CardPage, NamePage, NumberPage, PhonePage, PinAgainPage, PinPage } from "./step-pages.tsx";
import type { Typed } from "./typed.ts";

interface Props extends StepProps {
  readonly step: RegistrationStep;
  readonly seen: SeenRegistration;
  readonly now: Date;
  readonly resent: boolean;
}

/** The page of one step, filled with what was typed last, else with what was answered before. */
export function StepPage({ step, seen, now, resent, ...rest }: Props) {
  const props = { ...rest, typed: { ...answeredOf(seen), ...rest.typed } };
  switch (step) {
    case "consent":
      return <ConsentPage {...props} version={consentInForce(consentVersions, bangkokDay(now)).version} />;
    case "number":
      return <NumberPage {...props} />;
    case "name":
      return <NamePage {...props} />;
    case "birth":
      return <CardPage {...props} />;
    case "pin":
      return <PinPage {...props} />;
    case "pin_again":
      return <PinAgainPage {...props} />;
    case "phone":
      return <PhonePage {...props} />;
    case "review":
      return <ReviewPage {...props} answers={seen.answers} />;
    case "otp":
      return <OtpPage {...props} seen={seen} resent={resent} now={now} />;
  }
}

/** What was answered before, as the fields show it: going back keeps it. Secrets are not filled in. */
function answeredOf({ answers }: SeenRegistration): Typed {
  const { citizenId, firstName, lastName, birth, phone } = answers;
  return {
    citizenId: citizenId ? formatCitizenId(citizenId) : "",
    firstName: firstName ?? "",
    lastName: lastName ?? "",
    birthDay: String(birth?.day ?? ""),
    birthMonth: String(birth?.month ?? ""),
    birthYear: String(birth?.yearBe ?? ""),
    phone: phone ? formatPhone(phone) : "",
  };
}
