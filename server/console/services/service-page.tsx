import type { Child } from "hono/jsx";
import { wordingIn } from "../../forms/wording.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { StatusTag, type Tone } from "../../http/page/status-tag.tsx";
import { WholeName } from "../../http/page/whole-name.tsx";
import { formatMoment } from "../../kernel/thai-date.ts";
import { definitionFaults } from "../../petitions/definition-faults.ts";
import { serviceState, type MadeService, type ServiceState } from "../../petitions/service-making.ts";
import { ConsoleLayout } from "../layout.tsx";
import { unnamedLabels } from "../../words/services/unnamed.ts";
import { home, serviceAddress, serviceTabs, type ServiceTab } from "./addresses.ts";

export interface ServicePageProps {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly made: MadeService;
  /** What was done a moment ago, in words. */
  readonly told?: string | null;
  /** Somebody else saved meanwhile: what was typed stands on the page, not kept. */
  readonly isStale?: boolean;
  readonly faults?: readonly SummaryItem[];
}

interface ShellProps extends ServicePageProps {
  readonly tab: ServiceTab;
  readonly title: string;
  readonly scripts?: readonly string[];
  readonly children?: Child;
}

export const stateTones: Record<ServiceState, Tone> = {
  open: "done",
  unpublished: "waiting",
  closed: "plain",
};

/** What every page of a service has: its name and state, the draft, the tabs, and what went wrong. */
export function ServicePage(props: ShellProps) {
  const {
    page,
    staff,
    made,
    tab,
    title,
    told = null,
    isStale = false,
    faults = [],
    scripts,
    children,
  } = props;
  const words = page.words.services;
  const name = wordingIn(made.definition.name, page.language);
  const state = serviceState({ isClosed: made.closedAt !== null, version: made.version });
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="services"
      title={`${title} · ${name}`}
      back={home}
      wrong={faults.length > 0}
      {...(scripts ? { scripts } : {})}
    >
      {told === null ? null : <Banner tone="done" title={told} live />}
      {isStale ? (
        <Banner tone="waiting" title={words.changed.title} live>
          {words.changed.body}
        </Banner>
      ) : null}
      <ErrorSummary page={page} items={faults} />
      <header class="service-head">
        <h1>
          <WholeName>{name}</WholeName>
        </h1>
        <StatusTag tone={stateTones[state]}>{words.states[state]}</StatusTag>
      </header>
      <Tabs page={page} made={made} tab={tab} />
      <DraftLine page={page} made={made} />
      {children}
    </ConsoleLayout>
  );
}

function Tabs({ page, made, tab }: { page: PageContext; made: MadeService; tab: ServiceTab }) {
  const words = page.words.services;
  const faults = made.draft === null ? [] : definitionFaults(made.definition, unnamedLabels);
  return (
    <nav class="tabs" aria-label={words.tabsLabel}>
      {serviceTabs.map((one) => {
        const wrong = faults.filter(({ part }) => part === one).length;
        return (
          <a
            href={serviceAddress(made.id, one)}
            {...(one === tab ? { "aria-current": "page" as const } : {})}
          >
            {words.tabs[one]}
            {wrong > 0 ? <span class="count">{wrong}</span> : null}
          </a>
        );
      })}
    </nav>
  );
}

/** Which version stands on the page: a draft and who saved it, or one in use with the way to change it. */
function DraftLine({ page, made }: { page: PageContext; made: MadeService }) {
  const words = page.words.services;
  const { draft, shownVersion } = made;
  if (draft === null)
    return (
      <form class="draft-line" method="post" action={`${serviceAddress(made.id)}/begin`}>
        <p>
          <strong>{words.readOnly(shownVersion)}</strong> {words.readOnlyNext}
        </p>
        <Button kind="secondary">{words.edit}</Button>
      </form>
    );
  const saved =
    draft.changedAt === null
      ? words.notYetSaved
      : words.savedBy(formatMoment(draft.changedAt, page.language), draft.changedBy);
  return (
    <p class="draft-line">
      <span>
        <strong>{words.draftOf(shownVersion)}</strong> · {saved}
      </span>
    </p>
  );
}

/** The hidden field by which a form says which state of the draft it was made from. */
export function Seen({ made }: { made: MadeService }) {
  return <input type="hidden" name="seen" value={String(made.draft?.revision ?? 0)} />;
}
