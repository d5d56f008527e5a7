import type { PhoneRequests } from "../../server/credentials/actions/see-phone-requests.ts";
import { makeRequestPlace, type RequestLine } from "../../server/credentials/request-line.ts";
import { caseNumber, type RequestState } from "../../server/credentials/service-request.ts";
import { Banner, EmptyState } from "../../server/http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Card, LinkRow } from "../../server/http/page/card.tsx";
import type { IconName } from "../../server/http/page/icon.tsx";
import { sayRequestState } from "../../server/http/say-request.ts";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { PageTurns } from "../../server/http/page/pagination.tsx";
import { formatMoment } from "../../server/kernel/thai-date.ts";
import { tokenPath } from "./parts.tsx";

export const phoneRequestsPath = `${tokenPath}/requests`;

/** Where whoever has no key here goes on, with the password alone. */
const atComputer = `/seat/sign-in?next=${encodeURIComponent("/seat/requests/new?case=phone_changed")}`;

interface Props {
  readonly page: PageContext;
  readonly seen: PhoneRequests;
  readonly isFirst: boolean;
  /** What was thrown away just now. */
  readonly isDropped: boolean;
}

/** What the holders of the keys on this phone asked for; without a key, how to ask all the same. */
export function PhoneRequestsPage(props: Props) {
  const { page, seen, isFirst, isDropped } = props;
  const { requestPages } = page.words.credentials;
  const words = requestPages.phone;
  if (seen.seats.length === 0) return <NoKeyPage page={page} />;
  const { rows } = seen.requests;
  return (
    <Layout page={page} title={words.title} back={tokenPath}>
      {isDropped ? <Banner tone="done" title={requestPages.unsigned.dropped} live /> : null}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ButtonGroup>
        <ButtonLink kind="primary" href={`${phoneRequestsPath}/new`}>
          {page.words.credentials.requests.newOwn}
        </ButtonLink>
      </ButtonGroup>
      {rows.length === 0 ? (
        <EmptyState title={page.words.credentials.requests.empty} icon="shield" />
      ) : (
        <Card>
          {rows.map((line) => (
            <Row page={page} line={line} />
          ))}
        </Card>
      )}
      <PageTurns
        page={page}
        turned={seen.requests}
        isFirst={isFirst}
        placeText={makeRequestPlace}
        href={(at) => `${phoneRequestsPath}?${new URLSearchParams(at).toString()}`}
      />
      <Elsewhere page={page} />
    </Layout>
  );
}

/** Waiting for somebody is a clock; what is over is not. */
const iconOf = {
  unsigned: "shield",
  sent: "clock",
  granted: "check",
  refused: "cross",
  withdrawn: "cross",
} as const satisfies Record<RequestState, IconName>;

function Row({ page, line }: Pick<Props, "page"> & { readonly line: RequestLine }) {
  const { requests: words } = page.words.credentials;
  const state = sayRequestState(words, line);
  const when = formatMoment(line.sentAt, page.language);
  return (
    <LinkRow
      href={`${phoneRequestsPath}/${line.id}`}
      title={`${caseNumber(line.case)}. ${words.cases[line.case]}`}
      detail={`${state} · ${when}`}
      icon={iconOf[line.state]}
    />
  );
}

/** What is begun at the computer, without a request. */
export function Elsewhere({ page }: Pick<Props, "page">) {
  const words = page.words.credentials.requestPages.phone;
  return (
    <section class="stack">
      <h2>{words.elsewhereTitle}</h2>
      {words.elsewhere.map((line) => (
        <p>{line}</p>
      ))}
      <p>
        <a href={`${tokenPath}/lost`}>{words.lost}</a>
      </p>
    </section>
  );
}

function NoKeyPage({ page }: Pick<Props, "page">) {
  const words = page.words.credentials.requestPages.phone;
  const { gone } = words;
  return (
    <Layout page={page} title={words.title} back={tokenPath}>
      <h1>{words.title}</h1>
      <Banner tone="info" title={gone.title}>
        {gone.lead}
      </Banner>
      <Card>
        <LinkRow href={atComputer} title={gone.computer} detail={gone.computerHint} icon="shield" />
        <LinkRow href={`${tokenPath}/lost`} title={gone.lost} detail={gone.lostHint} icon="phone" />
      </Card>
      <Card title={gone.head}>
        <p>{gone.headHint}</p>
      </Card>
      <Card title={gone.office}>
        <p>{gone.officeHint}</p>
      </Card>
    </Layout>
  );
}
