import { wordingIn } from "../../forms/wording.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner, EmptyState } from "../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { Table, type Column } from "../../http/page/table.tsx";
import { WholeName } from "../../http/page/whole-name.tsx";
import type { SeenServices } from "../../petitions/actions/see-services.ts";
import { serviceState, type ServiceLine } from "../../petitions/service-making.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { home, serviceAddress } from "./addresses.ts";
import { stateTones } from "./service-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenServices;
  readonly told: string | null;
}

/** Every service by category, with how each stands. */
export function ServicesPage({ page, staff, seen, told }: Props) {
  const words = page.words.services;
  const { services } = seen;
  return (
    <ConsoleLayout page={page} staff={staff} current="services" title={words.title}>
      {told === null ? null : <Banner tone="done" title={told} live />}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ButtonGroup>
        <ButtonLink kind="primary" href={`${home}/new`}>
          {words.make}
        </ButtonLink>
        <ButtonLink href="/console/packs">{words.gallery}</ButtonLink>
        <ButtonLink href={`${home}/categories`}>{words.categories}</ButtonLink>
        <ButtonLink href={`${home}/replies`}>{words.replies}</ButtonLink>
      </ButtonGroup>
      {services.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyNext}</p>
        </EmptyState>
      ) : null}
      <div class="service-list stack">
        {groupsOf(page, seen).map(({ name, lines }) =>
          lines.length === 0 ? null : <Table caption={name} rows={lines} columns={columnsOf(page)} />,
        )}
      </div>
    </ConsoleLayout>
  );
}

/** Categories in their order, each sub-menu after its category and under both names. */
function groupsOf(page: PageContext, { categories, services }: SeenServices) {
  const tops = categories.filter(({ parentId }) => parentId === null);
  const ordered = tops.flatMap((top) => [
    { category: top, name: nameIn(top, page.language) },
    ...categories
      .filter(({ parentId }) => parentId === top.id)
      .map((inner) => ({
        category: inner,
        name: `${nameIn(top, page.language)} › ${nameIn(inner, page.language)}`,
      })),
  ]);
  return ordered.map(({ category, name }) => ({
    name,
    lines: services.filter(({ categoryId }) => categoryId === category.id),
  }));
}

function columnsOf(page: PageContext): Column<ServiceLine>[] {
  const words = page.words.services;
  return [
    {
      title: words.name,
      cell: ({ id, name }) => (
        <a href={serviceAddress(id)}>
          <WholeName>{wordingIn(name, page.language)}</WholeName>
        </a>
      ),
    },
    {
      title: words.state,
      cell: (line) => {
        const state = serviceState(line);
        return <StatusTag tone={stateTones[state]}>{words.states[state]}</StatusTag>;
      },
    },
    {
      title: words.version,
      cell: ({ version, draft }) => (
        <span class="two-lines">
          {version === null ? null : <span>{words.inUse(version)}</span>}
          {draft === null ? null : <small>{words.drafting(draft)}</small>}
        </span>
      ),
    },
  ];
}
