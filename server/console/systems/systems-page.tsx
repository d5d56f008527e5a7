import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag, type Tone } from "../../http/page/status-tag.tsx";
import { Table, type Column } from "../../http/page/table.tsx";
import { formatMoment } from "../../kernel/thai-date.ts";
import type { SeenSystems } from "../../systems/actions/see-systems.ts";
import { endsSoon, keyState, opens, type KeyState } from "../../systems/api-key.ts";
import { ConsoleLayout } from "../layout.tsx";
import { endpointAddress, home } from "./addresses.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenSystems;
  readonly now: Date;
  /** What was done a moment ago: "revoked" (a key), "ended" (an endpoint). */
  readonly done: string | null;
}

type Key = SeenSystems["keys"][number];
type Endpoint = SeenSystems["endpoints"][number];

/** The keys and the webhook endpoints of the facility. */
export function SystemsPage({ page, staff, seen, now, done }: Props) {
  const words = page.words.systems;
  return (
    <ConsoleLayout page={page} staff={staff} current="systems" title={words.title}>
      {done === "revoked" ? <Banner tone="done" title={words.keys.revoked} live /> : null}
      {done === "ended" ? <Banner tone="done" title={words.hooks.ended} live /> : null}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ButtonGroup>
        <ButtonLink kind="primary" href={`${home}/keys/new`}>
          {words.keys.make}
        </ButtonLink>
        <ButtonLink href={`${home}/webhooks/new`}>{words.hooks.make}</ButtonLink>
        <ButtonLink href={`${home}/try`}>{words.tryIt}</ButtonLink>
        <ButtonLink kind="quiet" href="/api/v1/openapi.json">
          {words.description}
        </ButtonLink>
      </ButtonGroup>
      <Rows
        caption={words.keys.title}
        empty={words.keys.empty}
        rows={seen.keys}
        columns={keyColumns(page, now)}
      />
      <Rows
        caption={words.hooks.title}
        empty={words.hooks.empty}
        rows={seen.endpoints}
        columns={endpointColumns(page)}
      />
    </ConsoleLayout>
  );
}

function Rows<Row>(props: {
  caption: string;
  empty: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
}) {
  const { caption, empty, rows, columns } = props;
  if (rows.length > 0) return <Table caption={caption} rows={rows} columns={columns} />;
  return (
    <section class="stack">
      <h2>{caption}</h2>
      <p class="lead">{empty}</p>
    </section>
  );
}

const keyTones: Record<KeyState, Tone> = {
  live: "done",
  replaced: "waiting",
  expired: "plain",
  revoked: "refused",
};

function keyColumns(page: PageContext, now: Date): Column<Key>[] {
  const words = page.words.systems;
  const moment = (at: Date) => formatMoment(at, page.language);
  return [
    {
      title: words.name,
      cell: ({ name, prefix }) => (
        <span>
          {name} <code class="key-text key-line">{prefix}…</code>
        </span>
      ),
    },
    {
      title: words.keys.scopes,
      cell: ({ scopes }) => scopes.map((scope) => words.keys.scope[scope]).join(" · "),
    },
    {
      title: words.state,
      cell: (key) => {
        const state = keyState(key, now);
        if (endsSoon(key, now)) return <StatusTag tone="waiting">{words.keys.endsSoon}</StatusTag>;
        return <StatusTag tone={keyTones[state]}>{words.keys.states[state]}</StatusTag>;
      },
    },
    {
      title: words.keys.lastUsed,
      cell: ({ lastUsedAt }) => (lastUsedAt ? moment(lastUsedAt) : words.never),
    },
    { title: words.keys.expires, cell: ({ expiresAt }) => moment(expiresAt) },
    { title: words.actions, cell: (key) => <KeyMoves page={page} of={key} now={now} /> },
  ];
}

function KeyMoves({ page, of: key, now }: { page: PageContext; of: Key; now: Date }) {
  const words = page.words.systems.keys;
  const state = keyState(key, now);
  if (!opens(state)) return null;
  return (
    <span class="row-moves one-line">
      {state === "live" ? (
        <ButtonLink href={`${home}/keys/${key.id}/rotate`}>{words.rotate}</ButtonLink>
      ) : null}
      <ButtonLink kind="danger" href={`${home}/keys/${key.id}/revoke`}>
        {words.revoke}
      </ButtonLink>
    </span>
  );
}

function endpointColumns(page: PageContext): Column<Endpoint>[] {
  const words = page.words.systems;
  return [
    { title: words.hooks.url, cell: ({ url }) => <span class="address">{url}</span> },
    {
      title: words.hooks.events,
      cell: ({ events }) => events.map((event) => words.hooks.event[event]).join(" · "),
    },
    {
      title: words.state,
      cell: ({ pausedAt }) =>
        pausedAt ? (
          <StatusTag tone="waiting">{words.hooks.paused}</StatusTag>
        ) : (
          <StatusTag tone="done">{words.hooks.live}</StatusTag>
        ),
    },
    { title: words.hooks.waiting, cell: ({ waiting }) => waiting, figures: true },
    { title: words.hooks.dead, cell: ({ dead }) => dead, figures: true },
    {
      title: words.actions,
      cell: ({ id }) => (
        <span class="one-line">
          <ButtonLink href={endpointAddress(id)}>{words.hooks.open}</ButtonLink>
        </span>
      ),
    },
  ];
}
