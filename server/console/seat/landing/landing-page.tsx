import type { OwnRegistration } from "../../../credentials/actions/see-own-registration.ts";
import { stepOfRegistration } from "../../../credentials/token-registration.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import { registrationPage } from "../register/place.ts";
import { RegisterPage, type RegisterPageProps } from "../register/register-page.tsx";

/** After the password: where the registration stands, and the one button that goes on. */
export function LandingPage({ own, ...rest }: RegisterPageProps & { own: OwnRegistration }) {
  const words = rest.page.words.credentials.registration;
  return (
    <RegisterPage {...rest} at={stepOfRegistration[own.state]} title={words.title}>
      {own.state === "refused" ? <Banner tone="refused" title={words.home.refused} /> : null}
      {own.state === "sent" ? <Banner tone="waiting" title={words.home.waiting} /> : null}
      <p class="lead">{own.state === "begun" ? words.home.begun : words.saved}</p>
      <ButtonGroup>
        <ButtonLink kind="primary" href={registrationPage(own.state)}>
          {words.goOn}
        </ButtonLink>
      </ButtonGroup>
    </RegisterPage>
  );
}
