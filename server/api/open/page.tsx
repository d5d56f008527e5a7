import { EmptyState } from "../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Card, Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { Layout } from "../../http/page/layout.tsx";
import { formatMonth } from "../../kernel/thai-date.ts";
import type { OpenPetitions } from "../../petitions/actions/see-open-data.ts";
import { openColumns } from "../../petitions/open-sheet.ts";

interface Props {
  readonly page: PageContext;
  readonly seen: OpenPetitions;
}

/** What the open data is, how it may be used, what its columns mean, and its latest month. */
export function OpenPage({ page, seen }: Props) {
  const words = page.words.open;
  const { agency, months } = seen;
  const name = page.language === "th" ? agency.nameTh : agency.nameEn;
  const month = (text: typeof months.first) => formatMonth(text, page.language);
  return (
    <Layout page={page} title={words.title(name)} agency={name} look={false}>
      <h1>{words.title(name)}</h1>
      <p class="lead">{words.lead}</p>
      <p>{words.span(month(months.first), month(months.last))}</p>
      <ButtonGroup>
        <ButtonLink kind="primary" href={`/open/${agency.slug}/petitions.csv`}>
          {words.csv}
        </ButtonLink>
        <ButtonLink href={`/open/${agency.slug}/petitions.json`}>{words.json}</ButtonLink>
      </ButtonGroup>
      <p class="hint">{words.small}</p>
      <Latest page={page} seen={seen} />
      <Card title={words.licenceTitle}>
        <p>{words.licence}</p>
      </Card>
      <Card title={words.dictionaryTitle}>
        <Facts
          rows={openColumns.map(({ name, type }) => [name, `${words.columns[name]} (${words.types[type]})`])}
        />
      </Card>
      <p>
        <a href={`/open311/v2/requests.json?jurisdiction_id=${agency.slug}`}>{words.open311}</a>
      </p>
    </Layout>
  );
}

function Latest({ page, seen }: Props) {
  const words = page.words.open;
  const latest = seen.rows[0]?.month;
  if (latest === undefined) return <EmptyState title={words.empty} icon="history" />;
  const nameOf = (id: string | null) => {
    const service = seen.services.find((one) => one.id === id);
    if (!service) return words.several;
    return page.language === "th" ? service.nameTh : service.nameEn;
  };
  return (
    <section class="stack">
      <h2>
        {words.tableTitle}: {formatMonth(latest, page.language)}
      </h2>
      <Card>
        <Facts
          rows={seen.rows
            .filter(({ month }) => month === latest)
            .map(({ serviceId, standing, count, medianDays }) => [
              `${nameOf(serviceId)} · ${standing === null ? words.severalStandings : words.standing[standing]}`,
              [
                count === null ? words.fewer : words.counted(count),
                medianDays === null ? "" : words.took(medianDays),
              ]
                .filter((said) => said !== "")
                .join(" · "),
            ])}
        />
      </Card>
    </section>
  );
}
