import type { SeenRequest } from "../../../credentials/actions/see-requests.ts";
import type { SeatSession } from "../../../credentials/seat-session.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import { Card, Facts } from "../../../http/page/card.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import { OtpField } from "../../../http/page/secret-field.tsx";
import { requestKeyField } from "../../../http/request-key.ts";
import { StatusTag } from "../../../http/page/status-tag.tsx";
import { RefusedCard } from "../../../http/page/refused-request.tsx";
import { requestFacts, sayStateOf, toneOfState } from "../../../http/say-request.ts";
import { ThreadCard } from "../../../http/page/request-thread.tsx";
import { SeatPage } from "../seat-page.tsx";
import { ownRequestsPath } from "./requests-page.tsx";
import { SignCards } from "./sign-cards.tsx";

export const ownTellings = ["sent", "code", "proven", "said", "written"] as const;

interface Props {
  readonly page: PageContext;
  readonly seat: SeatSession;
  readonly seen: SeenRequest;
  readonly told: (typeof ownTellings)[number] | null;
  readonly faults: readonly SummaryItem[];
  readonly phoneUrl: string;
  readonly requestKey: string;
  /** A line that was refused. */
  readonly message: string;
}

/** One's own request: what was asked, how it stands, how it is signed, and for a new address the code that proves it. */
export function OwnRequestPage(props: Props) {
  const { page, seat, seen, faults } = props;
  const { requests: words, requestPages: more } = page.words.credentials;
  const isUnsigned = seen.shown === "unsigned";
  const title = isUnsigned ? more.unsigned.title : `${words.title} ${seen.number}`;
  const waitsForHead = seen.shown === "sent" && seen.headSigned === null;
  const wantsCode = seen.case === "email_changed" && seen.shown === "sent" && seen.emailProvenAt === null;
  const path = `${ownRequestsPath}/${seen.id}`;
  const watching = isUnsigned ? { scripts: ["watch-phone.js"], data: watchOf(path) } : {};
  return (
    <SeatPage page={page} seat={seat} title={title} back={ownRequestsPath} faults={faults} {...watching}>
      <Told {...props} />
      <h1>{title}</h1>
      <p>
        <StatusTag tone={toneOfState[seen.shown]}>{sayStateOf(words, seen)}</StatusTag>
      </p>
      {isUnsigned ? <p class="lead">{more.unsigned.lead}</p> : null}
      {waitsForHead ? <p>{words.waitHead}</p> : null}
      {seen.shown === "refused" ? (
        <RefusedCard
          page={page}
          reason={seen.office.reason}
          again={`${ownRequestsPath}/new?from=${seen.id}`}
        />
      ) : null}
      {wantsCode ? <EmailCard {...props} /> : null}
      <Card>
        <Facts rows={requestFacts(seen, page.language)} />
      </Card>
      {isUnsigned ? <SignCards {...props} path={path} phoneUrl={phoneUrlOf(props)} /> : <Sent {...props} />}
    </SeatPage>
  );
}

function watchOf(path: string) {
  return { "data-watch": `${path}/state`, "data-state": "unsigned", "data-page": `${path}?told=sent` };
}

function phoneUrlOf({ seat, phoneUrl }: Props): string | null {
  return seat.holdingState === "live" ? phoneUrl : null;
}

function Told({ page, told }: Props) {
  const { requests: words, requestPages: more } = page.words.credentials;
  if (told === null) return null;
  const titles = { ...words.told, said: more.thread.said, written: more.unsigned.written };
  return (
    <Banner tone="done" title={titles[told]} live>
      {told === "sent" ? words.told.sentBody : null}
    </Banner>
  );
}

function Sent({ page, seen, requestKey, message, faults }: Props) {
  const words = page.words.credentials.requests;
  const path = `${ownRequestsPath}/${seen.id}`;
  return (
    <>
      <ThreadCard
        page={page}
        thread={seen.thread}
        action={`${path}/messages`}
        requestKey={[requestKeyField, requestKey]}
        typed={message}
        faults={faults}
      />
      <ButtonGroup>
        <ButtonLink kind="secondary" href={`${path}/form.pdf`} target="_blank">
          {words.pdf}
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}

function EmailCard({ page, seen, faults }: Props) {
  const { email } = page.words.credentials.requests;
  const path = `${ownRequestsPath}/${seen.id}`;
  const error = faults.find(({ field }) => field === "code")?.sentence;
  return (
    <section class="card stack">
      <h2>{email.title}</h2>
      <p>{email.lead(seen.facts.newEmail)}</p>
      {seen.emailCodeId === null ? null : (
        <form class="stack" method="post" action={`${path}/confirm`} novalidate>
          <OtpField name="code" label={email.code} error={error} />
          <Button>{email.confirm}</Button>
        </form>
      )}
      <form method="post" action={`${path}/code`}>
        <Button kind={seen.emailCodeId === null ? "primary" : "secondary"}>{email.send}</Button>
      </form>
    </section>
  );
}
