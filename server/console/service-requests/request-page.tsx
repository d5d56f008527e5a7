import { mayStaff } from "../../agencies/role.ts";
import { needsCall } from "../../credentials/service-request.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Card, Facts } from "../../http/page/card.tsx";
import { ErrorSummary } from "../../http/page/error-summary.tsx";
import { RefusedCard } from "../../http/page/refused-request.tsx";
import { ThreadCard } from "../../http/page/request-thread.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { TextArea } from "../../http/page/text-area.tsx";
import { formatDay, formatMoment } from "../../kernel/thai-date.ts";
import { ConsoleLayout } from "../layout.tsx";
import { lostPhonesPath } from "../lost-phones/lost-phones-page.tsx";
import { Calls } from "./calls.tsx";
import { HeadSigns } from "./head-signs.tsx";
import { requestsPath } from "./list-page.tsx";
import { errorAt, type FormProps, type RequestPageProps } from "./request-props.ts";
import { personFacts, requestFacts, sayStateOf, toneOfState } from "../../http/say-request.ts";

/** One request: what was asked, who signed, and what its reader may do: sign, call back, decide (T6). */
export function RequestPage(props: RequestPageProps) {
  const { page, staff, seen, told, faults } = props;
  const { requests: words, requestPages: more } = page.words.credentials;
  const isOffice = mayStaff(staff.level, "register_tokens");
  const isHead = mayStaff(staff.level, "name_holders");
  const isOpen = seen.shown === "sent";
  const isUnsigned = seen.shown === "unsigned";
  const isOwnPaper = seen.requester === "office" && seen.requesterId === staff.staffId;
  const title = isUnsigned ? more.unsigned.title : `${words.title} ${seen.number}`;
  const tellings = { ...words.told, said: more.thread.said, written: more.unsigned.written };
  const path = `${requestsPath}/${seen.id}`;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="serviceRequests"
      title={title}
      back={requestsPath}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      {told === null ? null : <Banner tone="done" title={tellings[told]} live />}
      <h1>{title}</h1>
      <p>
        <StatusTag tone={toneOfState[seen.shown]}>{sayStateOf(words, seen)}</StatusTag>
      </p>
      <Card>
        <Facts
          rows={[...requestFacts(seen, page.language), ...(isOffice ? personFacts(seen, page.language) : [])]}
        />
      </Card>
      <ButtonGroup>
        <ButtonLink kind="secondary" href={`${path}/form.pdf`} target="_blank">
          {words.pdf}
        </ButtonLink>
        {seen.fileKey === null ? null : (
          <ButtonLink kind="secondary" href={`${path}/paper`} target="_blank">
            {words.openPaper.requester}
          </ButtonLink>
        )}
        {seen.headFileKey === null ? null : (
          <ButtonLink kind="secondary" href={`${path}/head-paper`} target="_blank">
            {words.openPaper.head}
          </ButtonLink>
        )}
        {isOffice ? (
          <ButtonLink kind="quiet" href={`/console/petitions/${seen.petitionId}`}>
            {words.thread}
          </ButtonLink>
        ) : null}
      </ButtonGroup>
      {seen.shown === "refused" && isHead ? (
        <RefusedCard page={page} reason={seen.office.reason} again={`${requestsPath}/new?from=${seen.id}`} />
      ) : null}
      {isOffice && needsCall(seen.case) ? <Calls {...props} path={path} /> : null}
      {isOpen && isOffice && isOwnPaper ? <Banner tone="waiting" title={more.enteredByYou} /> : null}
      {isOpen && isOffice && !isOwnPaper ? <DecideForms {...props} path={path} /> : null}
      {isHead && (isUnsigned || (isOpen && seen.headSigned === null)) ? (
        <HeadSigns {...props} path={path} />
      ) : null}
      {seen.petitionId === null ? null : (
        <ThreadCard
          page={page}
          thread={seen.thread}
          action={`${path}/messages`}
          requestKey={[requestKeyField, props.requestKey]}
          typed={props.typed.message}
          faults={faults}
          isOffice={isOffice}
        />
      )}
    </ConsoleLayout>
  );
}

function DecideForms(props: FormProps) {
  const { page, path, typed, seen } = props;
  const words = page.words.credentials.requests;
  return (
    <section class="card stack" aria-labelledby="decide">
      <h2 id="decide">{words.decide.title}</h2>
      {seen.headSigned === null ? <Banner tone="waiting" title={words.unsigned} /> : null}
      <p>{words.decide.effects[seen.case]}</p>
      {seen.case === "phone_lost" ? <LostReport page={page} lost={seen.lost} /> : null}
      <form method="post" action={`${path}/grant`}>
        <Button>{words.decide.grant}</Button>
      </form>
      <form class="stack" method="post" action={`${path}/refuse`} novalidate>
        <TextArea
          name="reason"
          label={words.decide.reason}
          hint={words.decide.reasonHint}
          error={errorAt(props, "reason")}
          value={typed.reason}
          maxlength={500}
        />
        <ButtonGroup>
          <Button kind="danger">{words.decide.refuse}</Button>
        </ButtonGroup>
      </form>
    </section>
  );
}

/** Whether the loss was reported, which a grant hangs on, and the report itself. */
function LostReport({ page, lost }: { page: FormProps["page"]; lost: FormProps["seen"]["lost"] }) {
  const { decide, lostReport } = page.words.credentials.requests;
  if (lost === null) return <Banner tone="waiting" title={decide.notReported} />;
  const moment = formatMoment(lost.stoppedAt, page.language);
  return (
    <p>
      {decide.reported(moment, formatDay(lost.lostOn, page.language))}{" "}
      <a href={`${lostPhonesPath}/${lost.id}`}>{lostReport}</a>
    </p>
  );
}
