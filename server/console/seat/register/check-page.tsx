import type { OwnRegistration } from "../../../credentials/actions/see-own-registration.ts";
import { holderName } from "../../../credentials/holding.ts";
import { isNumbered } from "../../../credentials/seat-order.ts";
import { ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import { formatDay } from "../../../kernel/thai-date.ts";
import { RegisterPage, type RegisterPageProps } from "./register-page.tsx";

/** Before step 1: what to have ready, and whether the name is the one of the order. */
export function CheckPage({ own, ...rest }: RegisterPageProps & { own: OwnRegistration }) {
  const { page } = rest;
  const words = page.words.credentials.registration.check;
  return (
    <RegisterPage {...rest} at={1} title={words.title}>
      <section class="card stack">
        <p>
          <strong>{words.named(holderName(own.named))}</strong>
          <br />
          {own.order && isNumbered(own.order)
            ? words.order(own.order.number, formatDay(own.order.dated, page.language))
            : words.noOrder}
        </p>
        <p>{words.lead}</p>
        <ol class="seat-checks">
          {words.items.map((item) => (
            <li>{item}</li>
          ))}
        </ol>
        <ButtonGroup>
          <ButtonLink kind="primary" href="/seat/register/identity">
            {words.yes}
          </ButtonLink>
        </ButtonGroup>
      </section>
    </RegisterPage>
  );
}
