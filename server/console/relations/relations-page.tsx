import type { StaffSession } from "../../http/env.ts";
import { Banner, EmptyState } from "../../http/page/banner.tsx";
import { Button, ButtonGroup } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import type { RelationDesk, WaitingRelation } from "../../identity/actions/see-relations.ts";
import { fullName } from "../../identity/full-name.ts";
import { relationPapers } from "../../identity/relation-paper.ts";
import { formatCitizenId, type CitizenId } from "../../kernel/citizen-id.ts";
import { formatDay, formatMoment } from "../../kernel/thai-date.ts";
import { ConsoleLayout } from "../layout.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  /** Null: nobody was searched for yet. */
  readonly desk: RelationDesk | null;
  readonly citizenId: string;
  readonly faults: readonly SummaryItem[];
  readonly done: "agreed" | "refused" | null;
}

/** A clerk checks relations by word against papers: find the asker, see what waits, judge each (N5). */
export function RelationsPage({ page, staff, desk, citizenId, faults, done }: Props) {
  const words = page.words.relations;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="relations"
      title={words.title}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      {done === null ? null : <Banner tone="done" title={words[done]} live />}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form class="filters" method="post" action="/console/relations">
        <Field
          name="citizenId"
          label={words.citizenId}
          hint={words.citizenIdHint}
          error={faults.find(({ field }) => field === "citizenId")?.sentence}
          value={citizenId}
          inputmode="numeric"
          maxlength={40}
          figures
        />
        <Button kind="secondary" icon="person">
          {words.find}
        </Button>
      </form>
      {desk === null ? null : <Found page={page} desk={desk} />}
    </ConsoleLayout>
  );
}

function Found({ page, desk }: { page: PageContext; desk: RelationDesk }) {
  const words = page.words.relations;
  if (desk.asker === null) return <EmptyState title={words.unknown} icon="people" />;
  return (
    <>
      <Facts
        rows={[
          [words.asker, fullName(desk.asker) ?? words.unnamed],
          [words.citizenId, formatCitizenId(desk.citizenId)],
        ]}
      />
      {desk.waiting.length === 0 ? (
        <EmptyState title={words.empty} icon="people">
          <p>{words.emptyNext}</p>
        </EmptyState>
      ) : (
        desk.waiting.map((waiting, at) => (
          <JudgeForm page={page} askerCitizenId={desk.citizenId} waiting={waiting} name={`paper${at}`} />
        ))
      )}
    </>
  );
}

function JudgeForm(props: {
  page: PageContext;
  askerCitizenId: CitizenId;
  waiting: WaitingRelation;
  name: string;
}) {
  const { page, askerCitizenId, waiting, name } = props;
  const words = page.words.relations;
  return (
    <form class="card stack" method="post" action={`/console/relations/${waiting.delegationId}`}>
      <input type="hidden" name="citizenId" value={askerCitizenId} />
      <input type="hidden" name="paperField" value={name} />
      <Facts
        rows={[
          [words.represented, waiting.forName ?? words.unnamed],
          [page.words.counter.citizenId, formatCitizenId(waiting.forCitizenId)],
          [words.relation, words.relations[waiting.relation]],
          [words.services, waiting.services?.join(", ") ?? words.everyService],
          [words.until, formatDay(waiting.untilDay, page.language)],
          [words.asked, formatMoment(waiting.askedAt, page.language)],
        ]}
      />
      <ChoiceGroup
        name={name}
        legend={words.paper}
        type="radio"
        chosen={[]}
        choices={relationPapers.map((paper) => ({ value: paper, label: words.papers[paper] }))}
      />
      <ButtonGroup>
        <Button name="judgement" value="agreed" icon="check">
          {words.confirm}
        </Button>
        <Button kind="danger" name="judgement" value="refused">
          {words.refuse}
        </Button>
      </ButtonGroup>
    </form>
  );
}
