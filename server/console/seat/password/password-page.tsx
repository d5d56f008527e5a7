import type { SeatSession } from "../../../credentials/seat-session.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import { Facts } from "../../../http/page/card.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import { PasswordField } from "../../../http/page/secret-field.tsx";
import { SeatPage } from "../seat-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly faults: readonly SummaryItem[];
}

/** One's own new password: old, new, new again, the rules, and whether it is to be saved. */
export function SeatPasswordPage(props: Props & { seat: SeatSession; why: "first" | "old" | null }) {
  const { page, seat, faults, why } = props;
  const words = page.words.credentials.passwords;
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.sentence;
  return (
    <SeatPage
      page={page}
      seat={seat}
      title={words.title}
      faults={faults}
      {...(why ? {} : { back: "/seat/home" })}
    >
      {why ? (
        <Banner tone="info" title={words.why[why]}>
          {words.whyBody[why]}
        </Banner>
      ) : null}
      <form class="card stack" method="post" action="/seat/password" novalidate>
        <h1>{words.title}</h1>
        <input type="hidden" name="username" value={seat.userCode} autocomplete="username" />
        <PasswordField
          page={page}
          name="old"
          label={words.old}
          error={errorOf("old")}
          autocomplete="current-password"
        />
        <Rules page={page} />
        <NewPassword page={page} faults={faults} />
        <details class="seat-sure">
          <summary class="button primary">{words.save}</summary>
          <div class="stack" role="group" aria-labelledby="sure">
            <p id="sure">
              <strong>{words.sure}</strong>
            </p>
            <p>{words.sureBody}</p>
            <ButtonGroup>
              <Button>{words.yes}</Button>
              <ButtonLink href="#password">{words.no}</ButtonLink>
            </ButtonGroup>
          </div>
        </details>
      </form>
    </SeatPage>
  );
}

/** The page of a link: whose password it sets, and the new one twice. */
export function SetSeatPasswordPage(props: Props & { token: string; userCode: string }) {
  const { page, faults, token, userCode } = props;
  const { set } = page.words.credentials.passwords;
  return (
    <SeatPage page={page} seat={null} title={set.title} faults={faults}>
      <form class="card stack" method="post" action={`/seat/set-password/${token}`} novalidate>
        <h1>{set.title}</h1>
        <p>{set.lead}</p>
        <Facts rows={[[set.userCode, <span class="code-like">{userCode}</span>]]} />
        <input type="hidden" name="username" value={userCode} autocomplete="username" />
        <Rules page={page} />
        <NewPassword page={page} faults={faults} />
        <ButtonGroup>
          <Button>{set.yes}</Button>
        </ButtonGroup>
      </form>
    </SeatPage>
  );
}

/** The link was used, replaced, or its time is over: what to do instead. */
export function DeadSeatLinkPage({ page }: { page: PageContext }) {
  const { set } = page.words.credentials.passwords;
  return (
    <SeatPage page={page} seat={null} title={set.title}>
      <h1>{set.title}</h1>
      <Banner tone="refused" title={set.deadTitle}>
        {set.deadBody}
      </Banner>
      <ButtonLink kind="primary" href="/seat/sign-in">
        {set.toSignIn}
      </ButtonLink>
    </SeatPage>
  );
}

function NewPassword({ page, faults }: Props) {
  const words = page.words.credentials.passwords;
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.sentence;
  return (
    <>
      <PasswordField
        page={page}
        name="password"
        label={words.password}
        error={errorOf("password")}
        autocomplete="new-password"
      />
      <PasswordField
        page={page}
        name="again"
        label={words.again}
        error={errorOf("again")}
        autocomplete="new-password"
      />
    </>
  );
}

function Rules({ page }: { page: PageContext }) {
  const words = page.words.credentials.passwords;
  return (
    <div class="seat-rules">
      <h2>{words.rulesTitle}</h2>
      <ul>
        {words.rules.map((rule) => (
          <li>{rule}</li>
        ))}
      </ul>
    </div>
  );
}
