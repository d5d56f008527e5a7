import { wordingIn } from "../../forms/wording.ts";
import type { StaffSession } from "../../http/env.ts";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { FileField } from "../../http/page/file-field.tsx";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { servicePacks } from "../../petitions/packs/index.ts";
import type { ServicePack } from "../../petitions/service-pack.ts";
import { ConsoleLayout } from "../layout.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  /** The slugs of services the agency has. */
  readonly slugs: ReadonlySet<string>;
  readonly faults: readonly SummaryItem[];
}

/** The services that come with the product by category, and the way in for a file of another town. */
export function GalleryPage({ page, staff, slugs, faults }: Props) {
  const words = page.words.services.packs;
  const groups = Map.groupBy(servicePacks, ({ category }) => wordingIn(category, page.language));
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="services"
      title={words.title}
      back="/console/services"
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {[...groups].map(([name, packs]) => (
        <section class="stack">
          <h2>{name}</h2>
          <div class="pack-cards">
            {packs.map((pack) => (
              <PackCard page={page} pack={pack} isThere={slugs.has(pack.slug)} />
            ))}
          </div>
        </section>
      ))}
      <form class="card stack" method="post" action="/console/packs" enctype="multipart/form-data">
        <h2>{words.byFile}</h2>
        <FileField
          name="file"
          label={words.file}
          hint={words.byFileLead}
          accept=".json,application/json"
          error={faults.find(({ field }) => field === "file")?.sentence}
        />
        <ButtonGroup>
          <Button kind="secondary">{words.check}</Button>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}

function PackCard({ page, pack, isThere }: { page: PageContext; pack: ServicePack; isThere: boolean }) {
  const words = page.words.services.packs;
  return (
    <article class="pack-card">
      <h3>{wordingIn(pack.definition.name, page.language)}</h3>
      {isThere ? <StatusTag tone="done">{words.hasIt}</StatusTag> : null}
      <p>{wordingIn(pack.definition.summary, page.language)}</p>
      <p class="pack-facts">{sayPack(page, pack)}</p>
      <ButtonGroup>
        <ButtonLink href={`/console/packs/${pack.slug}`}>{words.look}</ButtonLink>
      </ButtonGroup>
    </article>
  );
}

/** How large a pack is, in one line. */
export function sayPack(page: PageContext, { definition }: ServicePack): string {
  const words = page.words.services.packs;
  const { promised, form, templates } = definition;
  const days = promised === null ? words.noDays : words.days[promised.unit](promised.days);
  return [words.questions(form.fields.length), words.papers(templates.length), days].join(" · ");
}
