import type { RegistrationFilter } from "../../../credentials/actions/see-registrations.ts";
import { queuedStates, type QueuedRegistration } from "../../../credentials/queued-registration.ts";
import type { StaffSession } from "../../../http/env.ts";
import { Banner, EmptyState } from "../../../http/page/banner.tsx";
import { Button, ButtonLink } from "../../../http/page/button.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { Field } from "../../../http/page/field.tsx";
import { PageTurns } from "../../../http/page/pagination.tsx";
import { SelectField } from "../../../http/page/select-field.tsx";
import { Table } from "../../../http/page/table.tsx";
import type { TurnedPage } from "../../../kernel/keyset.ts";
import { makeMomentPlace, type MomentPlace } from "../../../kernel/moment-place.ts";
import { formatMoment } from "../../../kernel/thai-date.ts";
import { nameIn } from "../../../visits/names.ts";
import { ConsoleLayout } from "../../layout.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly queue: TurnedPage<QueuedRegistration, MomentPlace>;
  readonly filter: RegistrationFilter;
  readonly isFirst: boolean;
  /** What was decided a moment ago, and whether they were told in LINE too. */
  readonly told: { readonly done: "approved" | "refused" | null; readonly inLine: boolean };
}

const path = "/console/tokens/registrations";

/** Registrations that were sent to the central office, those that wait longest first. Nobody is named here. */
export function RegistrationQueuePage({ page, staff, queue, filter, isFirst, told }: Props) {
  const { queue: words, rights, parts } = page.words.credentials;
  const columns = [
    {
      title: words.sentAt,
      cell: ({ sentAt }: QueuedRegistration) => (
        <span class="nowrap">{formatMoment(sentAt, page.language)}</span>
      ),
      sorted: "ascending" as const,
    },
    {
      title: words.userCode,
      cell: ({ userCode }: QueuedRegistration) => <span class="code-like">{userCode}</span>,
    },
    {
      title: words.right,
      cell: ({ right, part }: QueuedRegistration) => `${rights[right]} · ${parts[part]}`,
    },
    { title: words.agency, cell: ({ agency }: QueuedRegistration) => nameIn(agency, page.language) },
    {
      title: words.open,
      cell: ({ id }: QueuedRegistration) => <ButtonLink href={`${path}/${id}`}>{words.open}</ButtonLink>,
    },
  ];
  const { state, codeBegins } = filter;
  const asked = { state, ...(codeBegins === "" ? {} : { code: codeBegins }) };
  return (
    <ConsoleLayout page={page} staff={staff} current="tokenRegistrations" title={words.title}>
      {told.done ? <Banner tone="done" title={words.done[told.done](told.inLine)} live /> : null}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Filters page={page} filter={filter} />
      {queue.rows.length === 0 ? (
        <EmptyState title={words.empty} icon="shield">
          <p>{words.emptyNext}</p>
        </EmptyState>
      ) : (
        <Table caption={words.states[state]} columns={columns} rows={queue.rows} />
      )}
      <PageTurns
        page={page}
        turned={queue}
        isFirst={isFirst}
        placeText={makeMomentPlace}
        href={(at) => `${path}?${new URLSearchParams({ ...asked, ...at }).toString()}`}
      />
      <p>
        <a href="/console/tokens/passwords">{words.settings}</a>
      </p>
    </ConsoleLayout>
  );
}

function Filters({ page, filter }: Pick<Props, "page" | "filter">) {
  const words = page.words.credentials.queue;
  const options = queuedStates.map((value) => ({ value, label: words.states[value] }));
  return (
    <form class="filters" method="get" action={path}>
      <SelectField name="state" label={words.state} options={options} value={filter.state} />
      <Field name="code" label={words.code} value={filter.codeBegins} maxlength={15} lang="en" />
      <Button kind="secondary">{words.find}</Button>
    </form>
  );
}
