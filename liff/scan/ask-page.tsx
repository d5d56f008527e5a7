import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Card } from "../../server/http/page/card.tsx";
import { ChoiceGroup } from "../../server/http/page/choice-group.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { WholeName } from "../../server/http/page/whole-name.tsx";
import type { Asking } from "../../server/visits/actions/see-asking.ts";
import { nameIn } from "../../server/visits/names.ts";
import { forQuery } from "../code/code-row.tsx";

interface Props {
  readonly page: PageContext;
  readonly ticket: string;
  readonly asking: Asking;
  /** Whom the citizen came to ask for; null: themselves. */
  readonly delegationId: string | null;
}

/** Facility and service by name, for whom, and one tap. */
export function AskPage({ page, ticket, asking, delegationId }: Props) {
  const { place, evidence } = asking;
  const words = page.words.visits.ask;
  return (
    <Layout page={page} title={words.title} back="/liff/home">
      <h1>{words.title}</h1>
      <form class="stack" method="post" action={`/liff/ask/${ticket}`}>
        <Card>
          <p class="place-facility">
            <small>{words.facility}</small>
            <strong>
              <WholeName>{nameIn(place.facility, page.language)}</WholeName>
            </strong>
          </p>
          <p class="place-service">
            <small>{words.service}</small>
            <strong>{nameIn(place.service, page.language)}</strong>
          </p>
        </Card>
        <ForWhom page={page} asking={asking} delegationId={delegationId} />
        {evidence === "screen" ? <p class="lead">{words.lead}</p> : <Banner tone="info" title={words.weak} />}
        <ButtonGroup>
          <Button icon="check">{words.submit}</Button>
          <ButtonLink kind="quiet" href={`/liff/scan${forQuery(delegationId)}`}>
            {words.no}
          </ButtonLink>
          <ButtonLink
            kind="quiet"
            icon="people"
            href={`/liff/hand-over/new/${ticket}${forQuery(delegationId)}`}
          >
            {page.words.handOver.link}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </Layout>
  );
}

/** For whom the code is to be; nothing where nobody else said yes. */
export function ForWhom({ page, asking, delegationId }: Pick<Props, "page" | "asking" | "delegationId">) {
  const { people } = asking;
  const words = page.words.visits.ask;
  if (people.length === 0) return null;
  const chosen = people.some((person) => person.id === delegationId) ? delegationId : null;
  return (
    <ChoiceGroup
      name="for"
      legend={words.forWhom}
      type="radio"
      chosen={[chosen ?? ""]}
      choices={[
        { value: "", label: words.me },
        ...people.map(({ id, name, maskedCitizenId }) => ({
          value: id,
          label: words.forName(name ?? maskedCitizenId),
          ...(name === null ? {} : { hint: maskedCitizenId }),
        })),
      ]}
    />
  );
}
