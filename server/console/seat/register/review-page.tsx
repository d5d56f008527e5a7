import type { OwnRegistration } from "../../../credentials/actions/see-own-registration.ts";
import { holderName } from "../../../credentials/holding.ts";
import { isNumbered } from "../../../credentials/seat-order.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import { Facts } from "../../../http/page/card.tsx";
import { formatCitizenId, type CitizenId } from "../../../kernel/citizen-id.ts";
import { tidyPhone } from "../../../kernel/phone.ts";
import { formatDay } from "../../../kernel/thai-date.ts";
import { RegisterPage, type RegisterPageProps } from "./register-page.tsx";

/** "ตรวจสอบข้อมูลอีกครั้ง": everything that goes to the central office. */
export function ReviewPage({ own, ...rest }: RegisterPageProps & { own: OwnRegistration }) {
  const { review: words, data, refused } = rest.page.words.credentials.registration;
  const { facts, named, files, order } = own;
  const { keptOrder } = rest.page.words.credentials.naming;
  const orderText =
    order && isNumbered(order) ? keptOrder(order.number, formatDay(order.dated, rest.page.language)) : null;
  return (
    <RegisterPage {...rest} at={3} title={words.title}>
      <p class="lead">{words.lead}</p>
      {own.state === "refused" ? (
        <Banner tone="waiting" title={refused.sureTitle}>
          {refused.sure(own.reason ?? "")}
        </Banner>
      ) : null}
      <form class="card stack" method="post" action="/seat/register/review">
        <Facts
          rows={[
            [words.name, holderName(named)],
            [words.position, named.position],
            [words.citizenId, formatCitizenId((facts.citizenId ?? "") as CitizenId)],
            ...(facts.provenName === null ? [] : [[words.provenName, facts.provenName] as const]),
            [data.address, own.addressText ?? ""],
            [data.email, facts.typed.email],
            [data.mobile, tidyPhone(facts.typed.mobile)],
            ...(orderText === null ? [] : [[words.order, orderText] as const]),
            [words.files, files.map(({ name }) => name).join(", ")],
          ]}
        />
        <ButtonGroup>
          <Button>{words.yes}</Button>
          <ButtonLink href="/seat/register/data">{words.edit}</ButtonLink>
          <ButtonLink href="/seat/register/identity">{words.editOrder}</ButtonLink>
        </ButtonGroup>
      </form>
    </RegisterPage>
  );
}
