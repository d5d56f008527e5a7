import { EmptyState } from "../../server/http/page/banner.tsx";
import { Button, ButtonLink } from "../../server/http/page/button.tsx";
import { Facts } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Field } from "../../server/http/page/field.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { PageTurns } from "../../server/http/page/pagination.tsx";
import { makeMomentPlace } from "../../server/kernel/moment-place.ts";
import { bangkokDay, formatDay, formatMoment } from "../../server/kernel/thai-date.ts";
import type { LicenceList, ListedLicence } from "../../server/petitions/actions/list-licences.ts";
import { templateFields } from "../../server/petitions/document-template.ts";
import type { PublicItem } from "../../server/petitions/public-item.ts";
import { nameIn } from "../../server/visits/names.ts";

interface Props {
  readonly page: PageContext;
  readonly list: LicenceList;
  readonly text: string;
  readonly isFirst: boolean;
  readonly now: Date;
}

/** The licences an agency granted that are good today, to be searched, turned and printed. */
export function LicencesPage({ page, list, text, isFirst, now }: Props) {
  const words = page.words.papers.list;
  const { rows } = list.page;
  const title = words.title(nameIn(list.agency, page.language));
  const here = `/licences/${list.slug}`;
  return (
    <Layout page={page} title={title} look={false} agency={nameIn(list.agency, page.language)}>
      <h1>{title}</h1>
      <p class="lead">{words.lead}</p>
      <form class="stack screen-only" method="get" action={here}>
        <Field
          name="q"
          label={words.search}
          hint={words.searchHint}
          value={text}
          type="search"
          maxlength={100}
        />
        <Button kind="secondary">{words.find}</Button>
        {text === "" ? null : (
          <ButtonLink kind="quiet" href={here}>
            {words.all}
          </ButtonLink>
        )}
      </form>
      {rows.length === 0 ? <EmptyState title={text === "" ? words.empty : words.nothing} /> : null}
      <ul class="licences">
        {rows.map((licence) => (
          <li class="card">
            <LicenceItem page={page} licence={licence} />
          </li>
        ))}
      </ul>
      <PageTurns
        page={page}
        turned={list.page}
        isFirst={isFirst}
        placeText={makeMomentPlace}
        href={(at) =>
          `${here}?${new URLSearchParams({ ...at, ...(text === "" ? {} : { q: text }) }).toString()}`
        }
      />
      <p class="hint">
        {page.words.papers.check.asOf} {formatMoment(now, page.language)}
        <span class="screen-only"> · {words.print}</span>
      </p>
    </Layout>
  );
}

function LicenceItem({ page, licence }: { readonly page: PageContext; readonly licence: ListedLicence }) {
  const words = page.words.papers;
  const { language } = page;
  const { validUntil } = licence;
  return (
    <>
      <h2>{nameIn(licence.title, language)}</h2>
      <Facts
        rows={[
          [words.number, licence.number],
          ...licence.items.map((item) => [labelOf(page, item), item.value] as const),
          [words.issuedAt, formatDay(bangkokDay(licence.issuedAt), language)],
          [words.validUntil, validUntil === null ? words.validForever : formatDay(validUntil, language)],
        ]}
      />
      <a class="screen-only" href={`/check/${licence.code}`}>
        {words.list.check} {licence.number}
      </a>
    </>
  );
}

function labelOf(page: PageContext, { key, labelTh, labelEn }: PublicItem): string {
  const common = templateFields.find((known) => known === key);
  if (common && labelTh === null) return page.words.papers.fields[common];
  return (page.language === "en" ? labelEn : null) ?? labelTh ?? key;
}
