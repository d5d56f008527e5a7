import { wordingIn } from "../../forms/wording.ts";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { Table } from "../../http/page/table.tsx";
import { formatDay, bangkokDay } from "../../kernel/thai-date.ts";
import type { SeenLine } from "../../petitions/actions/see-queue.ts";
import { soonWorkingDays, type QueueOrder } from "../../petitions/queue.ts";
import { nameIn } from "../../visits/names.ts";
import { petitionPath } from "./address.ts";
import { StandingTag } from "./standing-tag.tsx";

/** The petitions of a page, as short as they can be told. Whom they are of shows once one is opened. */
export function QueueTable(props: {
  readonly page: PageContext;
  readonly lines: readonly SeenLine[];
  readonly caption: string;
  readonly order: QueueOrder;
  /** True: lines can be chosen. */
  readonly chooses: boolean;
}) {
  const { page, lines, caption, order, chooses } = props;
  const words = page.words.queue;
  const sorted = order === "newest" ? "descending" : "ascending";
  return (
    <Table
      caption={caption}
      rows={lines}
      columns={[
        ...(chooses
          ? [{ title: words.bulk.choose, cell: (line: SeenLine) => <Choose page={page} line={line} /> }]
          : []),
        { title: words.petition, cell: (line) => <Petition page={page} line={line} /> },
        { title: words.status, cell: (line) => <Status page={page} line={line} /> },
        {
          title: words.due,
          cell: (line) => <DueDay page={page} line={line} />,
          ...(order === "due" ? { sorted } : {}),
        },
        { title: words.has, cell: (line) => <Holder page={page} line={line} /> },
        {
          title: words.submitted,
          cell: (line) => <Filed page={page} line={line} />,
          ...(order === "due" ? {} : { sorted }),
        },
      ]}
    />
  );
}

interface Shown {
  readonly page: PageContext;
  readonly line: SeenLine;
}

/** The id with the version that was seen, as the bulk actions read it. */
function Choose({ page, line }: Shown) {
  return (
    <input
      class="choose"
      type="checkbox"
      name="line"
      value={`${line.id}.${line.version}`}
      aria-label={page.words.queue.choose(line.number)}
    />
  );
}

function Petition({ page, line }: Shown) {
  const words = page.words.queue;
  const service = line.service === null ? words.serviceGone : wordingIn(line.service, page.language);
  return (
    <span class="two-lines">
      <a class="nowrap" href={petitionPath(line.id)} data-row>
        {line.number}
      </a>
      <span>{service}</span>
      {line.telling === null ? null : <small>{wordingIn(line.telling, page.language)}</small>}
      {line.reopened > 0 ? <small>{words.reopened}</small> : null}
      {line.via === "counter" ? <small>{words.atCounter}</small> : null}
    </span>
  );
}

function Status({ page, line }: Shown) {
  return (
    <span class="two-lines">
      <StandingTag page={page} petition={line} />
      {line.word === null ? null : <StatusTag tone="waiting">{page.words.queue.word[line.word]}</StatusTag>}
      {line.pauseReason === null ? null : (
        <StatusTag tone="waiting">{page.words.queue.pause[line.pauseReason]}</StatusTag>
      )}
    </span>
  );
}

function DueDay({ page, line }: Shown) {
  const words = page.words.queue;
  if (line.dueDay === null) return <span>{line.pauseReason === null ? words.noDay : words.stands}</span>;
  const { left } = line;
  return (
    <span class="two-lines">
      <span class="nowrap">{formatDay(line.dueDay, page.language)}</span>
      {left === null ? null : (
        <small class={`nowrap ${left.days < 0 ? "late" : left.days <= soonWorkingDays ? "soon" : ""}`}>
          {words.left(left)}
        </small>
      )}
    </span>
  );
}

function Holder({ page, line }: Shown) {
  const words = page.words.queue;
  return (
    <span class="two-lines">
      <span class="nowrap">{line.unit === null ? words.noUnit : nameIn(line.unit, page.language)}</span>
      <small>{line.officer ?? words.nobody}</small>
    </span>
  );
}

function Filed({ page, line }: Shown) {
  return <span class="nowrap">{formatDay(bangkokDay(line.submittedAt), page.language)}</span>;
}
