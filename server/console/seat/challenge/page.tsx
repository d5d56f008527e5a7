import { encode } from "uqr";
import type { SeenAsked } from "../../../credentials/actions/see-asked.ts";
import type { SigningPurpose } from "../../../credentials/sign-in-challenge.ts";
import type { SeatSession } from "../../../credentials/seat-session.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import { ChallengeDrawing } from "../../../http/page/challenge-picture.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { QrImage } from "../../../http/page/qr-image.tsx";
import { formatMoment } from "../../../kernel/thai-date.ts";
import { sayNotBefore } from "../../../words/not-before.ts";
import { watching } from "../key-parts.tsx";
import { SeatPage } from "../seat-page.tsx";

export interface ChallengePageProps {
  readonly page: PageContext;
  /** Who waits; null: a member of staff, who is not in the seat. */
  readonly session: SeatSession | null;
  readonly asked: SeenAsked;
  /** Where this page, its question and its entering stand, without a query. */
  readonly path: string;
  /** The way on, as a query ("?next=…") or nothing. */
  readonly query: string;
  readonly title: string;
  /** What the phone is asked to sign; a sign-in where nothing is said. */
  readonly purpose?: SigningPurpose;
  /** The phone's own page, for who has no second machine. */
  readonly phoneUrl: string;
}

/** What the phone has to give back: a picture, two digits, and the seconds it waits; or why it is over. */
export function ChallengePage(props: ChallengePageProps) {
  const { state } = props.asked;
  return state === "waiting" || state === "signed" ? (
    <WaitingPage {...props} />
  ) : (
    <OverPage {...props} state={state} />
  );
}

function WaitingPage(props: ChallengePageProps) {
  const { page, session, asked, path, query, title, phoneUrl, purpose = "sign_in" } = props;
  const words = page.words.credentials.challenge;
  return (
    <SeatPage
      page={page}
      seat={session}
      title={title}
      scripts={["watch-phone.js"]}
      data={{ ...watching(path, "waiting"), "data-page": `${path}${query}` }}
    >
      <h1>{title}</h1>
      {asked.quietUntil === null ? (
        <p class="lead">{words.leads[purpose]}</p>
      ) : (
        <Banner tone="info" title={words.quiet}>
          {words.quietHow(sayNotBefore(asked.quietUntil, page.language))}
        </Banner>
      )}
      <div class="riddle">
        <div>
          <p>{words.picture}</p>
          <ChallengeDrawing picture={asked.picture} size={144} />
          <strong>{words.pictures[asked.picture]}</strong>
        </div>
        <div>
          <p>{words.digits}</p>
          <p class="riddle-digits">{asked.digits}</p>
        </div>
      </div>
      <Banner tone="waiting" title={words.waiting} live>
        {`${words.waitingNext} ${words.until(formatMoment(asked.expiresAt, page.language))}`}
      </Banner>
      <form method="post" action={`${path}/enter${query}`} data-enter="">
        <ButtonGroup>
          <Button>{words.check}</Button>
          <ButtonLink kind="line" href={phoneUrl}>
            {words.samePhone}
          </ButtonLink>
        </ButtonGroup>
      </form>
      <section>
        <h2>{words.noMessage}</h2>
        <p>{words.noMessageHow}</p>
        <QrImage modules={encode(phoneUrl, { ecc: "M", border: 0 }).data} label={words.qrLabel} />
        {session === null ? null : (
          <ul class="ways-on">
            <li>
              <a href="/seat/lost">{page.words.credentials.signIn.phoneLost}</a>
            </li>
            <li>
              <a href="/seat/requests">{page.words.credentials.requests.phoneGone}</a>
            </li>
          </ul>
        )}
      </section>
      <AskAgain page={page} path={path} query={query} kind="quiet" />
    </SeatPage>
  );
}

function OverPage({
  page,
  session,
  path,
  query,
  title,
  state,
}: ChallengePageProps & { readonly state: "denied" | "failed" | "expired" | "used" }) {
  const [said, next] = page.words.credentials.challenge.over[state];
  return (
    <SeatPage page={page} seat={session} title={title}>
      <h1>{title}</h1>
      <Banner tone={state === "expired" || state === "used" ? "waiting" : "refused"} title={said ?? ""} live>
        {next}
      </Banner>
      <AskAgain page={page} path={path} query={query} kind="primary" />
    </SeatPage>
  );
}

function AskAgain(
  props: Pick<ChallengePageProps, "page" | "path" | "query"> & { kind: "primary" | "quiet" },
) {
  const { page, path, query, kind } = props;
  const words = page.words.credentials.challenge;
  return (
    <form method="post" action={`${path}${query}`}>
      <Button kind={kind}>{words.again}</Button>
    </form>
  );
}

/** Why the phone is not asked now. */
export function NotAskedPage({
  page,
  session,
  title,
  sentence,
}: Pick<ChallengePageProps, "page" | "session" | "title"> & { readonly sentence: string }) {
  return (
    <SeatPage page={page} seat={session} title={title}>
      <h1>{title}</h1>
      <Banner tone="waiting" title={sentence} live />
      <ButtonGroup>
        <ButtonLink href={session === null ? "/console/second-step" : "/seat"}>
          {page.words.page.back}
        </ButtonLink>
      </ButtonGroup>
    </SeatPage>
  );
}
