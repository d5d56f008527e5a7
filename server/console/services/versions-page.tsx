import { wordingIn } from "../../forms/wording.ts";
import { fieldOf } from "../../forms/form-edit.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag, type Tone } from "../../http/page/status-tag.tsx";
import { Table, type Column } from "../../http/page/table.tsx";
import { formatMoment } from "../../kernel/thai-date.ts";
import { definitionFaults, type DefinitionFault } from "../../petitions/definition-faults.ts";
import { unfitExamples, type UnfitExample } from "../../petitions/pack-example.ts";
import type { MadeService, MadeVersion } from "../../petitions/service-making.ts";
import type { ServiceVersionState } from "../../petitions/service-version.ts";
import { unnamedLabels } from "../../words/services/unnamed.ts";
import { serviceAddress } from "./addresses.ts";
import { sayUnfit } from "./say-path.ts";
import { Seen, ServicePage, type ServicePageProps } from "./service-page.tsx";

interface Props extends ServicePageProps {
  readonly versions: readonly MadeVersion[];
  readonly now: Date;
}

/** What keeps a draft from being used, putting it in use, and every version there was. */
export function VersionsPage({ versions, ...props }: Props) {
  const { page, made } = props;
  const words = page.words.services.rules.versions;
  const base = serviceAddress(made.id);
  return (
    <ServicePage {...props} tab="versions" title={words.title}>
      {made.draft === null ? null : <Publish {...props} />}
      <Table caption={words.list} rows={versions} columns={columnsOf(page)} />
      <section class="card stack">
        <Facts rows={[[words.slug, <code class="key-text">{made.slug}</code>]]} />
        <ButtonGroup>
          <ButtonLink href={`${base}/pack`} icon="download">
            {words.pack}
          </ButtonLink>
          {made.version === null ? null : made.closedAt === null ? (
            <ButtonLink kind="danger" href={`${base}/close`}>
              {words.close}
            </ButtonLink>
          ) : (
            <OpenAgain page={page} made={made} />
          )}
        </ButtonGroup>
        <p class="hint">{words.packHint}</p>
      </section>
    </ServicePage>
  );
}

function OpenAgain({ page, made }: { page: PageContext; made: MadeService }) {
  return (
    <form method="post" action={`${serviceAddress(made.id)}/open`}>
      <Button kind="secondary">{page.words.services.rules.versions.open}</Button>
    </form>
  );
}

function Publish({ page, made, now, faults: told = [] }: ServicePageProps & { readonly now: Date }) {
  const words = page.words.services;
  const faults = definitionFaults(made.definition, unnamedLabels);
  const base = serviceAddress(made.id);
  const notes = made.draft?.notes ?? null;
  const { examples, definition } = made;
  const unfit = faults.length > 0 ? [] : unfitExamples(definition.form, examples, now);
  return (
    <section class="card stack">
      {notes === null ? null : (
        <Banner tone="info" title={words.rules.versions.notes}>
          {wordingIn(notes, page.language)}
        </Banner>
      )}
      {faults.length > 0 ? (
        <>
          <h2>{words.faults(faults.length)}</h2>
          <ul class="faults">
            {faults.map((fault) => (
              <li>
                <a href={placeOf(made, fault)}>{sayFault(page, made, fault)}</a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <h2>{words.rules.versions.ready}</h2>
          <p>{words.rules.versions.readyBody}</p>
        </>
      )}
      {faults.length > 0 && made.version === null ? null : (
        <form class="stack" method="post" action={`${base}/publish`}>
          <Seen made={made} />
          <UnfitExamples
            page={page}
            made={made}
            unfit={unfit}
            refused={told.some(({ field }) => field === "despite")}
          />
          <ButtonGroup>
            {faults.length > 0 ? null : <Button>{words.rules.versions.publish}</Button>}
            {made.version === null ? null : (
              <ButtonLink kind="danger" href={`${base}/drop`}>
                {words.rules.versions.drop}
              </ButtonLink>
            )}
          </ButtonGroup>
        </form>
      )}
    </section>
  );
}

/** Examples that no longer fit, by name and question; a tick publishes all the same. */
function UnfitExamples(props: {
  readonly page: PageContext;
  readonly made: MadeService;
  readonly unfit: readonly UnfitExample[];
  readonly refused: boolean;
}) {
  const { page, made, unfit, refused } = props;
  const words = page.words.services.rules.versions.examples;
  if (unfit.length === 0) return null;
  return (
    <div class="stack">
      <Banner tone="waiting" title={words.title(unfit.length)}>
        {words.next}
      </Banner>
      <ul class="faults">
        {unfit.map((example) => (
          <li>
            <a href={`${serviceAddress(made.id, "try")}#examples`}>
              {sayUnfit(page, made.definition.form, example)}
            </a>
          </li>
        ))}
      </ul>
      {refused ? <p class="refusal">{words.notAccepted}</p> : null}
      <label class="tick">
        <input type="checkbox" id="despite" name="despite" value="1" />
        <span>{words.despite}</span>
      </label>
    </div>
  );
}

/** Where a fault is mended. */
function placeOf({ id }: MadeService, { part, at }: DefinitionFault): string {
  const page = serviceAddress(id, part);
  const key = at.split(".").at(-1) ?? "";
  if (part === "about" || part === "rules") return `${page}#${at}`;
  return key === "" ? page : `${page}/${key}`;
}

function sayFault(page: PageContext, made: MadeService, { part, at, kind }: DefinitionFault): string {
  const words = page.words.services;
  const field = part === "form" ? fieldOf(made.definition.form, at.split(".").at(-1) ?? "") : null;
  const template = made.definition.templates.find(({ key }) => part === "documents" && key === at);
  const named = field?.label ?? template?.title ?? null;
  const where = named === null ? words.tabs[part] : wordingIn(named, page.language);
  return `${where}: ${words.builder.fault[kind]}`;
}

const tones: Record<ServiceVersionState, Tone> = { draft: "waiting", published: "done", retired: "plain" };

function columnsOf(page: PageContext): Column<MadeVersion>[] {
  const words = page.words.services.rules.versions;
  const when = (moment: Date | null, name: string | null) =>
    moment === null ? (
      page.words.services.none
    ) : (
      <span class="two-lines">
        <span>{formatMoment(moment, page.language)}</span>
        {name === null ? null : <small>{name}</small>}
      </span>
    );
  return [
    { title: words.version, cell: ({ version }) => version, figures: true },
    {
      title: words.state,
      cell: ({ state }) => <StatusTag tone={tones[state]}>{words.stateOf[state]}</StatusTag>,
    },
    { title: words.made, cell: ({ madeAt, madeBy }) => when(madeAt, madeBy) },
    { title: words.changed, cell: ({ changedAt, changedBy }) => when(changedAt, changedBy) },
    { title: words.publishedAt, cell: ({ publishedAt }) => when(publishedAt, null) },
  ];
}
