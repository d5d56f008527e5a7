import type { SeatSession } from "../../../credentials/seat-session.ts";
import type { KeptLostPhone } from "../../../credentials/actions/report-lost-phone.ts";
import type { TypedLoss } from "../../../credentials/typed-loss.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import { Facts } from "../../../http/page/card.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import { LossFields } from "../../../http/page/loss-fields.tsx";
import { requestKeyField } from "../../../http/request-key.ts";
import { formatDay, formatMoment } from "../../../kernel/thai-date.ts";
import { seatNextPath, seatSignInPath } from "../gates.ts";
import { SeatPage } from "../seat-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly seat: SeatSession;
  readonly typed: TypedLoss;
  readonly faults: readonly SummaryItem[];
  readonly requestKey: string;
}

/** One form and one button: everything of this holder's phone stops. */
export function LostPage({ page, seat, typed, faults, requestKey }: Props) {
  const words = page.words.credentials.lost;
  return (
    <SeatPage page={page} seat={seat} title={words.seat.title} faults={faults} back={seatNextPath}>
      <h1>{words.seat.title}</h1>
      <p class="lead">{words.seat.lead(seat.userCode)}</p>
      <Banner tone="info" title={words.safe}>
        <p>{words.liability}</p>
      </Banner>
      <form class="stack" method="post" action="/seat/lost" novalidate>
        <input type="hidden" name={requestKeyField} value={requestKey} />
        <LossFields page={page} typed={typed} faults={faults} />
        <ButtonGroup>
          <Button kind="danger">{words.reportNow}</Button>
        </ButtonGroup>
      </form>
    </SeatPage>
  );
}

/** It is stopped, this machine is out, and what comes next. */
export function LostStoppedPage({
  page,
  lost,
}: {
  readonly page: PageContext;
  readonly lost: KeptLostPhone;
}) {
  const { language, words: all } = page;
  const words = all.credentials.lost;
  const { keys, sessions, challenges } = lost.stopped;
  return (
    <SeatPage page={page} seat={null} title={words.seat.stopped}>
      <h1>{words.seat.stopped}</h1>
      <Banner tone="done" title={words.seat.stoppedNext} live />
      <Facts
        rows={[
          [words.userCode, lost.userCode],
          [words.stoppedAt, formatMoment(lost.stoppedAt, language)],
          [words.stopped, words.stoppedCounts(keys, sessions, challenges)],
          [words.letter, words.letterBy(formatDay(lost.letterDue, language))],
        ]}
      />
      <p>{words.next}</p>
      <ButtonGroup>
        <ButtonLink href={seatSignInPath}>{words.seat.home}</ButtonLink>
      </ButtonGroup>
    </SeatPage>
  );
}
