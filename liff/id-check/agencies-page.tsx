import { EmptyState } from "../../server/http/page/banner.tsx";
import { ButtonLink } from "../../server/http/page/button.tsx";
import { Card, LinkRow } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import type { Town } from "../../server/petitions/catalogue.ts";
import { nameIn } from "../../server/visits/names.ts";
import { SearchForm } from "../e-service/towns-page.tsx";
import { nextQuery, safeNext } from "../next.ts";

interface Props {
  readonly page: PageContext;
  readonly towns: readonly Town[];
  readonly query: string;
  /** Where somebody came from and goes on to; undefined: from nowhere. */
  readonly next: string | undefined;
}

/** Which local government's officers are to look at the pictures, where several stand and none was named. */
export function AgenciesPage({ page, towns, query, next }: Props) {
  const words = page.words.idCheck.agencies;
  const { towns: shared } = page.words.eService;
  const way = nextQuery(next);
  return (
    <Layout page={page} title={words.title} back="/liff/welcome">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <SearchForm
        action="/liff/id-check"
        label={shared.search}
        submit={shared.go}
        query={query}
        {...(way === "" ? {} : { next: safeNext(next) })}
      />
      {towns.length > 0 ? (
        <Card>
          {towns.map((town) => (
            <LinkRow
              href={`/liff/id-check/${town.slug}${way}`}
              icon="camera"
              title={nameIn(town, page.language)}
            />
          ))}
        </Card>
      ) : (
        <EmptyState title={query === "" ? shared.empty : shared.none}>
          {query === "" ? null : (
            <>
              <p>{shared.noneNext}</p>
              <ButtonLink href={`/liff/id-check${way}`}>{shared.all}</ButtonLink>
            </>
          )}
        </EmptyState>
      )}
      <ButtonLink kind="quiet" href={`/liff/assurance${way}`}>
        {words.other}
      </ButtonLink>
    </Layout>
  );
}
