import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Card, Facts } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { wordingIn } from "../../server/forms/wording.ts";
import type { Wording } from "../../server/forms/field.ts";
import type { AssuranceLevel } from "../../server/identity/assurance.ts";
import type { IdCheckState } from "../../server/identity/id-check.ts";
import { assurancePath } from "../../server/identity/ladder.ts";
import { formatMoment } from "../../server/kernel/thai-date.ts";
import type { SeenService } from "../../server/petitions/actions/see-service.ts";
import type { Fee } from "../../server/petitions/service-definition.ts";
import { nameIn } from "../../server/visits/names.ts";

interface Props {
  readonly page: PageContext;
  readonly seen: SeenService;
}

/** One service: who it is for, what to have at hand, fee, days, law, proof of identity, and the way in. */
export function ServicePage({ page, seen }: Props) {
  const { town, service, definition, own } = seen;
  const words = page.words.eService.service;
  const { language } = page;
  const base = `/liff/e-service/${town.slug}`;
  const name = wordingIn(definition.name, language);
  return (
    <Layout page={page} title={name} back={base}>
      <p class="lead">{nameIn(town, language)}</p>
      <h1>{name}</h1>
      <p>{wordingIn(definition.summary, language)}</p>
      {own && !own.isHighEnough ? (
        <Proof page={page} needed={definition.assurance} check={own.check} />
      ) : null}
      <Card>
        <Facts rows={factsOf(page, definition)} />
      </Card>
      <Card title={words.documents}>
        {definition.documents.length === 0 ? (
          <p>{words.noDocuments}</p>
        ) : (
          <>
            <WordingList page={page} list={definition.documents} />
            <p class="hint">{words.noCopies}</p>
          </>
        )}
      </Card>
      {definition.law.length === 0 ? null : (
        <Card title={words.law}>
          <WordingList page={page} list={definition.law} />
        </Card>
      )}
      {own?.draft ? <p>{words.draft(formatMoment(own.draft.savedAt, language))}</p> : null}
      <form method="post" action={`${base}/${service.slug}/start`}>
        <ButtonGroup>
          <Button>{own?.draft ? words.goOn : words.start}</Button>
          {own && !own.isHighEnough && !isBeingChecked(definition.assurance, own.check) ? (
            <ButtonLink href={assurancePath(definition.assurance, town.slug, `${base}/${service.slug}`)}>
              {words.climb}
            </ButtonLink>
          ) : null}
        </ButtonGroup>
      </form>
    </Layout>
  );
}

/** What is missing before it can be sent; pictures that were sent are not asked for again. */
function Proof(props: { page: PageContext; needed: AssuranceLevel; check: IdCheckState | null }) {
  const { page, needed, check } = props;
  const { proof } = page.words.eService.service;
  if (isBeingChecked(needed, check)) {
    return (
      <Banner tone="waiting" title={proof.waiting}>
        {proof.waitingNext}
      </Banner>
    );
  }
  const isBack = needed === "photo_checked" && check === "sent_back";
  return (
    <Banner tone="waiting" title={isBack ? proof.sentBack : proof.needed}>
      {proof.how[needed]}
    </Banner>
  );
}

function isBeingChecked(needed: AssuranceLevel, check: IdCheckState | null): boolean {
  return needed === "photo_checked" && check === "waiting";
}

function factsOf(page: PageContext, { audience, fee, promised, assurance }: SeenService["definition"]) {
  const words = page.words.eService.service;
  return [
    [words.audience, audience === null ? words.everybody : wordingIn(audience, page.language)],
    [words.fee, feeText(page, fee)],
    [words.days, promised === null ? words.noPromise : words.promised(promised.days, promised.unit)],
    [words.rung, page.words.eService.rungs[assurance]],
  ] as const;
}

function feeText(page: PageContext, { satang, words }: Fee): string {
  const amount = satang === null || satang === 0 ? null : page.words.forms.money(satang);
  const said = words === null ? null : wordingIn(words, page.language);
  return [amount, said].filter((part) => part !== null).join(" · ") || page.words.eService.service.free;
}

function WordingList({ page, list }: { page: PageContext; list: readonly Wording[] }) {
  return (
    <ul class="plain-list">
      {list.map((each) => (
        <li>{wordingIn(each, page.language)}</li>
      ))}
    </ul>
  );
}

/** A service that is not offered (any more). */
export function ClosedPage({ page }: { page: PageContext }) {
  const words = page.words.eService;
  return (
    <Layout page={page} title={words.service.closed} back="/liff/e-service">
      <h1>{words.service.closed}</h1>
      <p>{words.service.closedNext}</p>
      <ButtonGroup>
        <ButtonLink kind="primary" href="/liff/e-service">
          {words.towns.title}
        </ButtonLink>
      </ButtonGroup>
    </Layout>
  );
}
