import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary } from "../../http/page/error-summary.tsx";
import { fullName } from "../../identity/full-name.ts";
import { formatBirthDate } from "../../kernel/birth-date.ts";
import { formatCitizenId } from "../../kernel/citizen-id.ts";
import { formatPhone } from "../../kernel/phone.ts";
import { formatTime } from "../../kernel/thai-date.ts";
import type { HandedOver } from "../../visits/actions/see-hand-over.ts";
import { nameIn } from "../../visits/names.ts";
import { CardWay, NumberWay } from "../counter/ways.tsx";
import type { Carried } from "../counter/carried.ts";
import { ConsoleLayout } from "../layout.tsx";
import { EntryForm } from "./entry-form.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
}

/** The field by itself, with what was wrong with the number. */
export function EntryPage({
  page,
  staff,
  typed,
  refused,
}: Props & { typed: string; refused: string | null }) {
  const words = page.words.handOver.console;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="counter"
      title={words.title}
      back="/console/counter"
      wrong={refused !== null}
    >
      <ErrorSummary page={page} items={refused === null ? [] : [{ field: "number", sentence: refused }]} />
      <h1>{words.title}</h1>
      <EntryForm page={page} typed={typed} error={refused ?? undefined} />
    </ConsoleLayout>
  );
}

/** What was handed over, to be compared with who stands there; then on by card, or by number and picture. */
export function HandedOverPage(props: Props & { handed: HandedOver; carried: Carried; isOther: boolean }) {
  const { page, staff, handed, carried, isOther } = props;
  const words = page.words.handOver.console;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="counter"
      title={words.title}
      back="/console/counter"
      wrong={isOther}
      scripts={["read-card.js"]}
      data={{ "data-card-words": JSON.stringify(page.words.counter.cardState) }}
    >
      {isOther ? (
        <Banner tone="refused" title={words.other} live>
          {words.otherNext}
        </Banner>
      ) : null}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <section class="card stack">
        <Facts rows={factsOf(page, handed)} />
        {handed.draft === null ? null : <p class="hint">{words.draft}</p>}
      </section>
      <div class="two-ways">
        <CardWay page={page} carried={carried} />
        <NumberWay page={page} carried={carried} citizenId={handed.citizenId ?? ""} />
      </div>
      <ButtonGroup>
        <ButtonLink kind="quiet" href="/console/counter">
          {words.another}
        </ButtonLink>
      </ButtonGroup>
    </ConsoleLayout>
  );
}

function factsOf(page: PageContext, { service, madeAt, citizenId, person, draft }: HandedOver) {
  const { console: words } = page.words.handOver;
  const { counter } = page.words;
  const name = fullName(person) ?? fullName(draft);
  return [
    ...(name === null ? [] : [[counter.name, name] as const]),
    [counter.citizenId, citizenId === null ? words.noNumber : formatCitizenId(citizenId)] as const,
    ...(person?.birth ? [[counter.birth, formatBirthDate(person.birth, page.language)] as const] : []),
    ...(draft?.phone ? [[words.phone, formatPhone(draft.phone)] as const] : []),
    [words.service, nameIn(service, page.language)] as const,
    [words.madeAt, formatTime(madeAt, page.language)] as const,
  ];
}
