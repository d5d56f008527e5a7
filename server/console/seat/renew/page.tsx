import { encode } from "uqr";
import type { BeginRenewalRefusal } from "../../../credentials/actions/begin-renewal.ts";
import type { SeenRenewal } from "../../../credentials/actions/see-renewal.ts";
import type { SeatSession } from "../../../credentials/seat-session.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { QrImage } from "../../../http/page/qr-image.tsx";
import { bangkokDay, formatDay } from "../../../kernel/thai-date.ts";
import { sayNotBefore } from "../../../words/not-before.ts";
import { sayRefusal } from "../../../words/refusal-words.ts";
import { Steps, watching } from "../key-parts.tsx";
import { SeatPage } from "../seat-page.tsx";

export interface RenewPageProps {
  readonly page: PageContext;
  readonly session: SeatSession;
  readonly seen: SeenRenewal;
  /** True once the phone signed in: the old key may be used on. */
  readonly isWhole: boolean;
  readonly next: string;
  readonly query: string;
  readonly phoneUrl: string;
  readonly refusal?: BeginRenewalRefusal;
}

const path = "/seat/renew";

/** The window at sign-in (flows T4): go on or renew; the phone's steps; and that it is done. */
export function RenewPage(props: RenewPageProps) {
  const { page, session, seen } = props;
  const { title } = page.words.credentials.renew;
  const isWaiting = seen.state === "waiting";
  const script = isWaiting
    ? { scripts: ["watch-phone.js"], data: watching(`${path}${props.query}`, "waiting") }
    : {};
  return (
    <SeatPage page={page} seat={session} title={title} {...script}>
      <h1>{title}</h1>
      {seen.state === "done" ? (
        <Done {...props} />
      ) : isWaiting ? (
        <Waiting {...props} />
      ) : (
        <Offer {...props} />
      )}
    </SeatPage>
  );
}

function Offer({ page, seen, isWhole, next, query, refusal }: RenewPageProps) {
  const words = page.words.credentials.renew;
  const { standing, notAfter } = seen;
  const day = notAfter === null ? "" : formatDay(bangkokDay(notAfter), page.language);
  return (
    <>
      {seen.state === "over" ? (
        <Banner tone="waiting" title={words.over} live>
          {words.overBody}
        </Banner>
      ) : null}
      {refusal ? <Banner tone="refused" title={sayRefusal(words.refusal, refusal)} live /> : null}
      {standing?.kind === "ending" ? (
        <Banner tone="waiting" title={words.ending(standing.daysLeft)}>
          {words.endingBody(day)}
        </Banner>
      ) : null}
      {standing?.kind === "expired" ? (
        <Banner tone="refused" title={words.expired}>
          {words.expiredBody}
        </Banner>
      ) : null}
      <form method="post" action={`${path}${query}`}>
        <ButtonGroup>
          <Button>{words.now}</Button>
          {isWhole ? <ButtonLink href={next}>{words.goOn}</ButtonLink> : null}
        </ButtonGroup>
      </form>
      {isWhole ? null : <WithoutPhone page={page} />}
    </>
  );
}

/** The way on for whoever must renew and does not have the phone. */
function WithoutPhone({ page }: Pick<RenewPageProps, "page">) {
  const words = page.words.credentials.renew;
  return (
    <section>
      <h2>{words.phoneGone}</h2>
      <ButtonGroup>
        <ButtonLink href="/seat/lost">{words.lost}</ButtonLink>
        <ButtonLink href="/seat/requests">{words.request}</ButtonLink>
      </ButtonGroup>
    </section>
  );
}

/** Nothing was pushed: the phone finds it by this. */
function Quiet({ page, seen, phoneUrl }: Pick<RenewPageProps, "page" | "seen" | "phoneUrl">) {
  const words = page.words.credentials.renew;
  if (seen.quietUntil === null) return null;
  return (
    <>
      <Banner tone="info" title={words.quiet}>
        {words.quietHow(sayNotBefore(seen.quietUntil, page.language))}
      </Banner>
      <QrImage modules={encode(phoneUrl, { ecc: "M", border: 0 }).data} label={words.qrLabel} />
    </>
  );
}

function Waiting({ page, seen, query, phoneUrl, isWhole, next }: RenewPageProps) {
  const words = page.words.credentials.renew;
  return (
    <>
      <Banner tone="waiting" title={words.waiting} live />
      <Quiet page={page} seen={seen} phoneUrl={phoneUrl} />
      <Steps steps={words.steps} />
      <ButtonGroup>
        <ButtonLink kind="primary" href={`${path}${query}`}>
          {words.check}
        </ButtonLink>
        <ButtonLink kind="line" href={phoneUrl}>
          {words.samePhone}
        </ButtonLink>
        {isWhole ? <ButtonLink href={next}>{words.goOn}</ButtonLink> : null}
      </ButtonGroup>
      {isWhole ? null : <WithoutPhone page={page} />}
    </>
  );
}

function Done({ page, seen, isWhole, next, query }: RenewPageProps) {
  const words = page.words.credentials.renew;
  const day = seen.notAfter === null ? "" : formatDay(bangkokDay(seen.notAfter), page.language);
  return (
    <>
      <Banner tone="done" title={words.done} live>
        {words.doneBody(day)}
      </Banner>
      <ButtonGroup>
        <ButtonLink kind="primary" href={isWhole ? next : `/seat/challenge${query}`}>
          {isWhole ? words.home : words.enter}
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}
