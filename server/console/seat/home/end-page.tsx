import { ownEnds, type OwnEnd } from "../../../credentials/own-end.ts";
import type { ServiceCase } from "../../../credentials/service-request.ts";
import type { WholeSeatSession } from "../../../credentials/seat-session.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import { ChoiceGroup } from "../../../http/page/choice-group.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import { PasswordField } from "../../../http/page/secret-field.tsx";
import { Steps } from "../key-parts.tsx";
import { SeatPage } from "../seat-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly session: WholeSeatSession;
}

const path = "/seat/end";

/** Why the Soft Token ends: one of five. */
export function EndPage({ page, session, isMissing }: Props & { readonly isMissing: boolean }) {
  const words = page.words.credentials.home.end;
  const faults = isMissing ? [{ field: "reason", sentence: words.missing }] : [];
  return (
    <SeatPage page={page} seat={session} title={words.title} back="/seat/home" faults={faults}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form class="stack" method="post" action={path} novalidate>
        <ChoiceGroup
          name="reason"
          legend={words.reason}
          type="radio"
          choices={ownEnds.map((value) => ({ value, label: words.reasons[value] }))}
          chosen={[]}
          hint={words.gives}
          error={isMissing ? words.missing : undefined}
        />
        <ButtonGroup>
          <Button>{words.next}</Button>
        </ButtonGroup>
      </form>
    </SeatPage>
  );
}

/** The last look before it cannot be taken back, and the password again: an open computer must not be enough. */
export function EndSurePage(
  props: Props & { readonly reason: OwnEnd; readonly faults?: readonly SummaryItem[] },
) {
  const { page, session, reason, faults = [] } = props;
  const words = page.words.credentials.home.end;
  const error = faults.find(({ field }) => field === "password")?.sentence;
  return (
    <SeatPage page={page} seat={session} title={words.sure} back={path} faults={faults}>
      <h1>{words.sure}</h1>
      <Banner tone="waiting" title={words.sureBody(words.reasons[reason])}>
        {words.lead}
      </Banner>
      <form class="stack" method="post" action={`${path}/confirm`} novalidate>
        <input type="hidden" name="reason" value={reason} />
        <input type="hidden" name="username" value={session.userCode} autocomplete="username" />
        <PasswordField
          page={page}
          name="password"
          label={words.password}
          hint={words.passwordHint}
          error={error}
          autocomplete="current-password"
        />
        <ButtonGroup>
          <Button kind="danger">{words.yes}</Button>
          <ButtonLink href="/seat/home">{words.no}</ButtonLink>
        </ButtonGroup>
      </form>
    </SeatPage>
  );
}

/** Where whoever still holds the right asks for the Soft Token back. */
const requestOf: Partial<Record<OwnEnd, ServiceCase>> = {
  email_changed: "email_changed",
  other: "phone_changed",
};

/** It is ended; nobody is signed in any more. What comes next depends on why. */
export function EndedPage(
  props: Pick<Props, "page"> & { readonly userCode: string; readonly reason: OwnEnd },
) {
  const { page, userCode, reason } = props;
  const words = page.words.credentials.home.end;
  const request = requestOf[reason];
  const asks = encodeURIComponent(`/seat/requests/new?case=${request ?? ""}`);
  return (
    <SeatPage page={page} seat={null} title={words.done}>
      <h1>{words.title}</h1>
      <Banner tone="done" title={words.done} live>
        {words.doneBody(userCode)}
      </Banner>
      <h2>{words.nextTitle}</h2>
      <Steps steps={words.nextSteps[reason]} />
      <ButtonGroup>
        {request === undefined ? null : (
          <ButtonLink kind="primary" href={`/seat/sign-in?next=${asks}`}>
            {words.request}
          </ButtonLink>
        )}
        <ButtonLink href="/seat/sign-in">{words.enter}</ButtonLink>
      </ButtonGroup>
    </SeatPage>
  );
}
