import type { OwnRegistration } from "../../../credentials/actions/see-own-registration.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import { formatDay, formatMoment, parseBangkokDay } from "../../../kernel/thai-date.ts";
import { RegisterPage, type RegisterPageProps } from "./register-page.tsx";

type Props = RegisterPageProps & { readonly own: OwnRegistration };

/** Step 4: "รอการอนุมัติ"; the page may be closed. */
export function WaitingPage({ own, ...rest }: Props) {
  const { page } = rest;
  const words = page.words.credentials.registration.waiting;
  return (
    <RegisterPage {...rest} at={4} title={words.title}>
      <Banner
        tone="waiting"
        title={own.sentAt ? words.sent(formatMoment(own.sentAt, page.language)) : words.title}
      >
        {words.body}
      </Banner>
      <p>{words.junk}</p>
      <ButtonGroup>
        <ButtonLink href="/seat">{words.again}</ButtonLink>
      </ButtonGroup>
    </RegisterPage>
  );
}

/** Approved, and the order counts from a later day. */
export function ApprovedPage({ own, ...rest }: Props) {
  const { waiting, home } = rest.page.words.credentials.registration;
  const day = parseBangkokDay(own.startsOn);
  const from = day.ok ? home.approved(formatDay(day.value, rest.page.language)) : waiting.approvedTitle;
  return (
    <RegisterPage {...rest} at={5} title={waiting.approvedTitle}>
      <Banner tone="done" title={from} />
    </RegisterPage>
  );
}

/** Refused: the reason, and the two parts that may be corrected. */
export function RefusedPage({ own, ...rest }: Props) {
  const { page, seat } = rest;
  const words = page.words.credentials.registration.refused;
  return (
    <RegisterPage {...rest} at={3} title={words.title}>
      <Banner tone="refused" title={words.sentence(seat.userCode, own.reason ?? "")}>
        {words.body}
      </Banner>
      <ButtonGroup>
        <ButtonLink kind="primary" href="/seat/register/identity">
          {words.files}
        </ButtonLink>
        <ButtonLink href="/seat/register/data">{words.data}</ButtonLink>
        <ButtonLink href="/seat/register/review">{words.send}</ButtonLink>
      </ButtonGroup>
    </RegisterPage>
  );
}
