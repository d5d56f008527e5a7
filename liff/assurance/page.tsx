import { Banner } from "../../server/http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { StatusTag } from "../../server/http/page/status-tag.tsx";
import type { Ladder } from "../../server/identity/actions/see-ladder.ts";
import { assuranceLevels, isAtLeast, type AssuranceLevel } from "../../server/identity/assurance.ts";
import { assuranceNeeded, climbedRungs, waysUp } from "../../server/identity/ladder.ts";
import { nameIn } from "../../server/visits/names.ts";
import { nextQuery, safeNext } from "../next.ts";

export interface LadderPageProps {
  readonly page: PageContext;
  readonly ladder: Ladder;
  /** What the service needs that led here; null: nobody did. */
  readonly need: AssuranceLevel | null;
  readonly next: string | undefined;
  readonly isRaised: boolean;
}

/** The rungs, where the person stands, and how to climb (N6). */
export function LadderPage(props: LadderPageProps) {
  const { page, ladder, need, next, isRaised } = props;
  const words = page.words.assurance;
  const isEnough = need === null || assuranceNeeded(ladder, { assurance: need }) === null;
  return (
    <Layout page={page} title={words.title} back={next === undefined ? "/liff/account" : safeNext(next)}>
      {isRaised ? <Banner tone="done" title={words.raised} live /> : null}
      <h1>{words.title}</h1>
      {need === null ? <p class="lead">{words.lead}</p> : null}
      {need !== null && !isEnough ? (
        <Banner tone="waiting" title={words.need(words.rungs[need].title)}>
          {words.needNext}
        </Banner>
      ) : null}
      {need !== null && isEnough ? <Banner tone="done" title={words.enough} /> : null}
      {next !== undefined && isEnough ? (
        <ButtonGroup>
          <ButtonLink kind="primary" href={safeNext(next)}>
            {words.goOn}
          </ButtonLink>
        </ButtonGroup>
      ) : null}
      <ol class="ladder">
        {assuranceLevels.toReversed().map((level) => (
          <Rung {...props} level={level} />
        ))}
      </ol>
    </Layout>
  );
}

function Rung(props: LadderPageProps & { readonly level: AssuranceLevel }) {
  const { page, ladder, level } = props;
  const words = page.words.assurance;
  const { title, what } = words.rungs[level];
  const isHere = ladder.assurance === level;
  const isDone = isAtLeast(ladder.assurance, level);
  // A higher rung stands for these two; whether they were ever climbed is not told by it.
  const isCovered = isDone && !isHere && (level === "card_checked" || level === "photo_checked");
  return (
    <li class={isDone ? "ladder-rung done" : "ladder-rung"} {...(isHere ? { "aria-current": "step" } : {})}>
      <h2>{title}</h2>
      <p>{what}</p>
      <div>
        <StatusTag tone={isDone && !isCovered ? "done" : "plain"}>
          {isHere ? words.here : isCovered ? words.covered : isDone ? words.done : words.ahead}
        </StatusTag>
      </div>
      {isDone || !leadsUp(props) ? null : <Climb {...props} />}
    </li>
  );
}

/** A rung that is climbed and lies below what the service needs is no way to it, and is not offered then. */
function leadsUp({ ladder, need, level }: LadderPageProps & { readonly level: AssuranceLevel }): boolean {
  const rung = climbedRungs.find((each) => each === level);
  return rung === undefined || need === null || waysUp(ladder.assurance, need).includes(rung);
}

function Climb({ page, ladder, level, next }: LadderPageProps & { readonly level: AssuranceLevel }) {
  const words = page.words.assurance;
  switch (level) {
    case "line":
    case "phone":
      return null;
    case "card_checked":
      return <p class="hint">{words.atRegistration}</p>;
    case "photo_checked":
      return (
        <ButtonGroup>
          {ladder.agencies.length === 0 ? (
            <ButtonLink kind="secondary" icon="camera" href={`/liff/id-check${nextQuery(next)}`}>
              {words.photosChoose}
            </ButtonLink>
          ) : null}
          {ladder.agencies.map((agency) => (
            <ButtonLink
              kind="secondary"
              icon="camera"
              href={`/liff/id-check/${agency.slug}${nextQuery(next)}`}
            >
              {words.photos(nameIn(agency, page.language))}
            </ButtonLink>
          ))}
        </ButtonGroup>
      );
    case "thaid":
      if (!ladder.offersThaId) return <p class="hint">{words.noThaid}</p>;
      return (
        <>
          <p class="hint">{words.thaidHint}</p>
          <ButtonGroup>
            <ButtonLink kind="primary" icon="shield" href={`/liff/thaid/start${nextQuery(next)}`}>
              {words.thaid}
            </ButtonLink>
            <ButtonLink kind="quiet" href="/liff/thaid">
              {words.code.way}
            </ButtonLink>
          </ButtonGroup>
        </>
      );
  }
}
