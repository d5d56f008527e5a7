import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { isAtLeast } from "../../server/identity/assurance.ts";
import type { OwnIdCheck } from "../../server/identity/own-id-check.ts";
import { formatMoment } from "../../server/kernel/thai-date.ts";
import { nameIn } from "../../server/visits/names.ts";
import { nextQuery, safeNext } from "../next.ts";
import { SlotCard } from "./slot-card.tsx";
import { WrongName } from "./wrong-name.tsx";

export interface IdCheckPageProps {
  readonly page: PageContext;
  readonly own: OwnIdCheck;
  /** Where somebody came from and goes on to; undefined: from nowhere. */
  readonly next: string | undefined;
  readonly refusals: readonly SummaryItem[];
}

/** Somebody's ID pictures at an agency (E1.3): what is asked for, what was sent, and where the check stands (E1.4). */
export function IdCheckPage(props: IdCheckPageProps) {
  const { page, own, refusals } = props;
  const words = page.words.idCheck;
  const isOver = isAtLeast(own.assurance, "photo_checked") || own.state === "waiting";
  return (
    <Layout
      page={page}
      title={words.title}
      wrong={refusals.length > 0}
      back="/liff/home"
      agency={nameIn(own.agency, page.language)}
      {...(isOver ? {} : { scripts: ["id-check.js"] })}
    >
      <ErrorSummary page={page} items={refusals} />
      <h1>{words.title}</h1>
      <Standing {...props} />
      {isOver ? <WayOn {...props} /> : <Pictures {...props} />}
    </Layout>
  );
}

/** Approved, being checked, or sent back; nothing before anything was sent. */
function Standing({ page, own }: IdCheckPageProps) {
  const { states } = page.words.idCheck;
  if (isAtLeast(own.assurance, "photo_checked")) {
    return (
      <Banner tone="done" title={states.approved} live>
        {states.approvedNext}
      </Banner>
    );
  }
  if (own.state === "waiting") {
    return (
      <Banner tone="waiting" title={states.waiting} live>
        {own.madeAt ? `${states.sentAt} ${formatMoment(own.madeAt, page.language)} ` : ""}
        {states.waitingNext}
      </Banner>
    );
  }
  if (own.state !== "sent_back") return null;
  return (
    <Banner tone="refused" title={states.sentBack} live>
      {states.sentBackNext}
      {own.said === null ? null : (
        <>
          <br />
          {`${states.said}: “${own.said}”`}
        </>
      )}
    </Banner>
  );
}

function WayOn({ page, next }: IdCheckPageProps) {
  const words = page.words.idCheck;
  return (
    <ButtonGroup>
      <ButtonLink kind="primary" href={safeNext(next)}>
        {next === undefined ? words.account : words.goOn}
      </ButtonLink>
      <ButtonLink kind="secondary" href={`/liff/assurance${nextQuery(next)}`}>
        {words.climb}
      </ButtonLink>
    </ButtonGroup>
  );
}

function Pictures({ page, own, next, refusals }: IdCheckPageProps) {
  const words = page.words.idCheck;
  const here = `/liff/id-check/${own.agency.slug}`;
  const missing = own.pictures.filter(({ pictureId }) => pictureId === null).length;
  if (own.pictures.length === 0) return <Banner tone="info" title={words.none} />;
  return (
    <>
      <WrongName page={page} own={own} next={next} />
      <p class="lead">{words.lead(nameIn(own.agency, page.language))}</p>
      <Banner tone="info" title={words.crossOut}>
        <span lang="th">{own.words}</span>
      </Banner>
      {own.pictures.map((picture) => (
        <SlotCard
          page={page}
          own={own}
          picture={picture}
          action={`${here}/${picture.slot}${nextQuery(next)}`}
          error={refusals.find(({ field }) => field === `picture-${picture.slot}`)?.sentence}
        />
      ))}
      <form id="id-check-send" class="stack" method="post" action={`${here}${nextQuery(next)}`}>
        <p class="hint" role="status">
          {missing > 0 ? words.left(missing) : words.submitLead}
        </p>
        <ButtonGroup>
          <Button kind={missing > 0 ? "secondary" : "primary"}>{words.submit}</Button>
        </ButtonGroup>
      </form>
      <p class="hint">
        {words.profile} <a href="/liff/account">{words.profileLater}</a>
      </p>
    </>
  );
}
