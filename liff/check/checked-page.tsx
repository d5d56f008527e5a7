import type { Child } from "hono/jsx";
import { Banner, type BannerTone } from "../../server/http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Card, Facts } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { bangkokDay, formatDay, formatMoment, formatTime } from "../../server/kernel/thai-date.ts";
import type { CheckedDocument } from "../../server/petitions/actions/check-document.ts";
import { formatDocumentCode } from "../../server/petitions/document-code.ts";
import type { DocumentStanding } from "../../server/petitions/document-standing.ts";
import type { Shown } from "../../server/petitions/showing.ts";
import { nameIn } from "../../server/visits/names.ts";

interface Props {
  readonly page: PageContext;
  readonly checked: CheckedDocument;
  readonly now: Date;
}

const tones: Readonly<Record<DocumentStanding, BannerTone>> = {
  genuine: "done",
  replaced: "waiting",
  revoked: "refused",
  expired: "waiting",
};

/** The verdict over a document, in words and a shape, then what to compare with the paper. */
export function CheckedPage({ page, checked, now }: Props) {
  const words = page.words.papers.check;
  const { standing, newCode, slug } = checked;
  return (
    <Layout
      page={page}
      title={words.verdicts[standing]}
      look={false}
      agency={nameIn(checked.agency, page.language)}
    >
      <h1 class="visually-hidden">{words.title}</h1>
      <Banner tone={tones[standing]} title={words.verdicts[standing]}>
        {words.verdictNext[standing]}
      </Banner>
      <ShownNote page={page} shown={checked.shown} />
      <Card title={nameIn(checked.title, page.language)}>
        <Facts rows={factsOf(page, checked)} />
      </Card>
      <p class="hint">
        {words.asOf} {formatMoment(now, page.language)}
      </p>
      <ButtonGroup>
        {newCode === null ? null : (
          <ButtonLink kind="primary" href={`/check/${newCode}`}>
            {words.newOne}
          </ButtonLink>
        )}
        <ButtonLink href="/check">{words.again}</ButtonLink>
        {slug === null ? null : (
          <ButtonLink kind="quiet" href={`/licences/${slug}`}>
            {words.list}
          </ButtonLink>
        )}
      </ButtonGroup>
    </Layout>
  );
}

/** What the QR said of its moment: only the holder's own page draws one of now. */
function ShownNote({ page, shown }: { readonly page: PageContext; readonly shown: Shown | null }) {
  const words = page.words.papers.check;
  if (shown === null) return null;
  switch (shown.kind) {
    case "live":
      return <Banner tone="done" title={words.shownLive(formatTime(shown.at, page.language))} />;
    case "old":
      return <Banner tone="waiting" title={words.shownOld(formatMoment(shown.at, page.language))} />;
    case "forged":
      return <Banner tone="refused" title={words.shownForged} />;
  }
}

function factsOf(page: PageContext, checked: CheckedDocument): readonly (readonly [string, Child])[] {
  const words = page.words.papers;
  const { language } = page;
  const day = (at: Date) => formatDay(bangkokDay(at), language);
  const { validUntil, endedAt } = checked;
  return [
    [words.number, <strong>{checked.number}</strong>],
    [words.kind, words.kinds[checked.kind]],
    [words.holder, checked.holder],
    [words.agency, nameIn(checked.agency, language)],
    [words.issuedAt, day(checked.issuedAt)],
    [words.validUntil, validUntil === null ? words.validForever : formatDay(validUntil, language)],
    ...(endedAt === null ? [] : [[words.endedAt, day(endedAt)] as const]),
    [
      words.checkCode,
      <span class="figures" lang="en">
        {formatDocumentCode(checked.code)}
      </span>,
    ],
  ];
}
