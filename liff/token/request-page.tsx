import type { PhoneRequest } from "../../server/credentials/actions/see-phone-requests.ts";
import { RefusedCard } from "../../server/http/page/refused-request.tsx";
import { requestFacts, sayStateOf, toneOfState } from "../../server/http/say-request.ts";
import { ThreadCard } from "../../server/http/page/request-thread.tsx";
import { forPhone } from "../../server/credentials/signed-request.ts";
import { encodeBase64url } from "../../server/kernel/base64url.ts";
import { caseNumber } from "../../server/credentials/service-request.ts";
import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup } from "../../server/http/page/button.tsx";
import { Card, Facts } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { OtpField, PinField } from "../../server/http/page/secret-field.tsx";
import { requestKeyField } from "../../server/http/request-key.ts";
import { StatusTag } from "../../server/http/page/status-tag.tsx";
import { KeyTroubles } from "./parts.tsx";
import { phoneRequestsPath } from "./requests-page.tsx";

export const phoneTellings = ["sent", "code", "proven", "said"] as const;

interface Props {
  readonly page: PageContext;
  readonly asked: PhoneRequest;
  readonly told: (typeof phoneTellings)[number] | null;
  readonly faults: readonly SummaryItem[];
  readonly requestKey: string;
  /** A line that was refused. */
  readonly message: string;
}

/** A request on the phone: to be signed word by word, or as it stands, with its thread. */
export function PhoneRequestPage(props: Props) {
  const { page, asked, told, faults } = props;
  const { requests: words, requestPages: more } = page.words.credentials;
  const { seen } = asked;
  const isUnsigned = seen.shown === "unsigned";
  const title = isUnsigned ? more.phone.signTitle : `${words.title} ${seen.number}`;
  return (
    <Layout
      page={page}
      title={title}
      back={phoneRequestsPath}
      wrong={faults.length > 0}
      scripts={isUnsigned ? ["token-key.js"] : []}
    >
      <ErrorSummary page={page} items={faults} />
      {told === null ? null : (
        <Banner tone="done" title={told === "said" ? more.thread.said : words.told[told]} live>
          {told === "sent" ? words.told.sentBody : null}
        </Banner>
      )}
      <h1>{title}</h1>
      <p>
        <StatusTag tone={toneOfState[seen.shown]}>{sayStateOf(words, seen)}</StatusTag>
      </p>
      {isUnsigned ? <SignForm {...props} /> : <Sent {...props} />}
    </Layout>
  );
}

function SignForm({ page, asked, faults }: Props) {
  const words = page.words.credentials.requestPages.phone;
  const { seen, keyId } = asked;
  const { id, sessionId } = seen;
  const path = `${phoneRequestsPath}/${id}`;
  return (
    <>
      <p class="lead">{words.signLead}</p>
      <Card>
        <Facts rows={requestFacts(seen, page.language)} />
      </Card>
      <KeyTroubles page={page} />
      <form
        class="stack"
        method="post"
        action={`${path}/sign`}
        novalidate
        data-signs="request"
        data-key-id={keyId}
        data-parts={JSON.stringify(forPhone(seen, encodeBase64url(seen.signedHash)))}
      >
        <PinField
          page={page}
          name="pin"
          label={words.pin}
          error={faults.find(({ field }) => field === "pin")?.sentence}
        />
        <input type="hidden" name="signature" value="" />
        <ButtonGroup>
          <Button>{words.sign}</Button>
        </ButtonGroup>
      </form>
      <form class="stack" method="post" action={`${path}/drop`}>
        {sessionId === null ? null : <p>{words.notMeHint}</p>}
        <Button kind={sessionId === null ? "quiet" : "danger"}>
          {sessionId === null ? page.words.credentials.requestPages.unsigned.drop : words.notMe}
        </Button>
      </form>
    </>
  );
}

/** As it stands: what the phone shows without a PIN names nobody but what was asked for. */
function Sent(props: Props) {
  const { page, asked, requestKey, message, faults } = props;
  const { requests: words } = page.words.credentials;
  const { seen } = asked;
  const { said, newEmail, userCode } = seen.facts;
  const given = (label: string, value: string) => (value === "" ? [] : [[label, value] as const]);
  return (
    <>
      {seen.shown === "sent" && seen.headSigned === null ? <p>{words.waitHead}</p> : null}
      {seen.shown === "refused" ? (
        <RefusedCard
          page={page}
          reason={seen.office.reason}
          again={`${phoneRequestsPath}/new?from=${seen.id}`}
        />
      ) : null}
      <EmailCard {...props} />
      <Card>
        <Facts
          rows={[
            [words.asked, `${caseNumber(seen.case)}. ${words.cases[seen.case]}`],
            [words.form.userCode, userCode],
            ...given(words.form.said, said),
            ...given(words.form.newEmail, newEmail),
          ]}
        />
      </Card>
      <ThreadCard
        page={page}
        thread={seen.thread}
        action={`${phoneRequestsPath}/${seen.id}/messages`}
        requestKey={[requestKeyField, requestKey]}
        typed={message}
        faults={faults}
      />
    </>
  );
}

/** The code that proves a new address, while it is not proven. */
function EmailCard({ page, asked, faults }: Props) {
  const { email } = page.words.credentials.requests;
  const { seen } = asked;
  if (seen.case !== "email_changed" || seen.shown !== "sent" || seen.emailProvenAt !== null) return null;
  const path = `${phoneRequestsPath}/${seen.id}`;
  const isSent = seen.emailCodeId !== null;
  return (
    <section class="card stack">
      <h2>{email.title}</h2>
      <p>{email.lead(seen.facts.newEmail)}</p>
      {isSent ? (
        <form class="stack" method="post" action={`${path}/confirm`} novalidate>
          <OtpField
            name="code"
            label={email.code}
            error={faults.find(({ field }) => field === "code")?.sentence}
          />
          <Button>{email.confirm}</Button>
        </form>
      ) : null}
      <form method="post" action={`${path}/code`}>
        <Button kind={isSent ? "secondary" : "primary"}>{email.send}</Button>
      </form>
    </section>
  );
}
