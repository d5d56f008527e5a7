import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { PageTurns } from "../../http/page/pagination.tsx";
import { StatusTag, type Tone } from "../../http/page/status-tag.tsx";
import { Table, type Column } from "../../http/page/table.tsx";
import { makeMomentPlace } from "../../kernel/moment-place.ts";
import { formatMoment, formatTime } from "../../kernel/thai-date.ts";
import type { SeenWebhook } from "../../systems/actions/see-systems.ts";
import type { DeliveryState } from "../../systems/webhook.ts";
import { ConsoleLayout } from "../layout.tsx";
import { endpointAddress, home } from "./addresses.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenWebhook;
  readonly isFirst: boolean;
  /** How many were made due again a moment ago; null: none. */
  readonly replayed: number | null;
  /** What it is told of was changed a moment ago. */
  readonly chosen: boolean;
}

type Delivery = SeenWebhook["deliveries"][number];

/** One endpoint: how it stands, what was sent and how that went, and sending again. */
export function EndpointPage({ page, staff, seen, isFirst, replayed, chosen }: Props) {
  const words = page.words.systems;
  const { endpoint, dead } = seen;
  const base = endpointAddress(endpoint.id);
  const moment = (at: Date) => formatMoment(at, page.language);
  return (
    <ConsoleLayout page={page} staff={staff} current="systems" title={words.hooks.title} back={home}>
      {replayed === null ? null : <Banner tone="done" title={words.hooks.replayed(replayed)} live />}
      {chosen ? <Banner tone="done" title={words.hooks.chosen} live /> : null}
      {endpoint.pausedAt ? (
        <Banner tone="waiting" title={words.hooks.pausedSince(moment(endpoint.pausedAt))} />
      ) : null}
      <h1>{words.hooks.title}</h1>
      <section class="card stack">
        <Facts
          rows={[
            [words.hooks.url, <span class="address">{endpoint.url}</span>],
            [words.hooks.events, endpoint.events.map((event) => words.hooks.event[event]).join(" · ")],
            [words.hooks.madeAt, moment(endpoint.madeAt)],
          ]}
        />
        <ButtonGroup>
          <form method="post" action={`${base}/${endpoint.pausedAt ? "resume" : "pause"}`}>
            <Button kind={endpoint.pausedAt ? "primary" : "secondary"}>
              {endpoint.pausedAt ? words.hooks.resume : words.hooks.pause}
            </Button>
          </form>
          <ButtonLink href={`${base}/events`}>{words.hooks.choose}</ButtonLink>
          <ButtonLink href={`${base}/rotate`}>{words.hooks.rotate}</ButtonLink>
          <ButtonLink kind="danger" href={`${base}/end`}>
            {words.hooks.end}
          </ButtonLink>
        </ButtonGroup>
      </section>
      {dead > 0 ? (
        <form method="post" action={`${base}/replay`}>
          <Button kind="secondary">{words.hooks.replayDead(dead)}</Button>
        </form>
      ) : null}
      <Deliveries page={page} seen={seen} />
      <PageTurns
        page={page}
        turned={seen}
        isFirst={isFirst}
        placeText={makeMomentPlace}
        href={(at) => `${base}?${new URLSearchParams(at).toString()}`}
      />
    </ConsoleLayout>
  );
}

function Deliveries({ page, seen }: Pick<Props, "page" | "seen">) {
  const words = page.words.systems.hooks;
  if (seen.deliveries.length === 0) return <p class="lead">{words.noDeliveries}</p>;
  const columns = columnsOf(page, endpointAddress(seen.endpoint.id));
  return <Table caption={words.deliveries} rows={seen.deliveries} columns={columns} />;
}

const tones: Record<DeliveryState, Tone> = {
  waiting: "waiting",
  claimed: "waiting",
  delivered: "done",
  dead: "refused",
};

function columnsOf(page: PageContext, base: string): Column<Delivery>[] {
  const words = page.words.systems;
  const answered = (text: string | null) =>
    text === null ? words.hooks.noAnswer : (words.hooks.answers[text] ?? text);
  return [
    { title: words.hooks.happenedAt, cell: ({ happenedAt }) => formatMoment(happenedAt, page.language) },
    { title: words.hooks.what, cell: ({ event }) => words.hooks.event[event] },
    {
      title: words.state,
      cell: ({ state, dueAt }) => (
        <>
          <StatusTag tone={tones[state]}>{words.hooks.deliveryStates[state]}</StatusTag>
          {state === "waiting" ? (
            <small class="key-line">{words.hooks.due(formatTime(dueAt, page.language))}</small>
          ) : null}
        </>
      ),
    },
    { title: words.hooks.attempts, cell: ({ attempts }) => attempts, figures: true },
    { title: words.hooks.answer, cell: ({ lastAnswer }) => answered(lastAnswer) },
    { title: words.hooks.messageId, cell: ({ id }) => <code class="key-text">{id}</code> },
    {
      title: words.actions,
      cell: ({ id, state }) =>
        state === "claimed" ? null : (
          <form class="one-line" method="post" action={`${base}/replay`}>
            <input type="hidden" name="deliveryId" value={id} />
            <Button kind="secondary">{words.hooks.replay}</Button>
          </form>
        ),
    },
  ];
}
