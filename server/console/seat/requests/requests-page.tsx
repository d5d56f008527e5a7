import type { RequestLine, RequestPlace } from "../../../credentials/request-line.ts";
import type { SeatSession } from "../../../credentials/seat-session.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import type { TurnedPage } from "../../../kernel/keyset.ts";
import { RequestsTable } from "../../service-requests/requests-table.tsx";
import { SeatPage } from "../seat-page.tsx";

export const ownRequestsPath = "/seat/requests";

interface Props {
  readonly page: PageContext;
  readonly seat: SeatSession;
  readonly turned: TurnedPage<RequestLine, RequestPlace>;
  readonly isFirst: boolean;
  /** The phone signed too: everything of before is shown. */
  readonly isWhole: boolean;
  /** A form that was not sent was thrown away just now. */
  readonly isDropped: boolean;
}

/** What somebody in a seat asked the central office for, with the password alone too: the phone may be gone. */
export function OwnRequestsPage({ page, seat, turned, isFirst, isWhole, isDropped }: Props) {
  const { requests: words, requestPages: more } = page.words.credentials;
  return (
    <SeatPage page={page} seat={seat} title={words.title} back="/seat">
      {isDropped ? <Banner tone="done" title={more.unsigned.dropped} live /> : null}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead.own}</p>
      <ButtonGroup>
        <ButtonLink kind="primary" href={`${ownRequestsPath}/new`}>
          {words.newOwn}
        </ButtonLink>
        {isWhole ? null : (
          <ButtonLink kind="quiet" href={`/seat/challenge?next=${encodeURIComponent(ownRequestsPath)}`}>
            {more.whole}
          </ButtonLink>
        )}
      </ButtonGroup>
      {isWhole ? null : <p>{more.halfList}</p>}
      <RequestsTable page={page} turned={turned} isFirst={isFirst} path={ownRequestsPath} />
    </SeatPage>
  );
}
