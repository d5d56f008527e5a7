import type { Child } from "hono/jsx";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ConsoleLayout } from "../layout.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly title: string;
  /** What the secret is. */
  readonly label: string;
  readonly secret: string;
  readonly facts: readonly (readonly [name: string, value: Child])[];
  /** Where to go once it is kept. */
  readonly next: string;
}

/** A key or a secret, the only time it is shown: as text to select, and with script a button that copies it. */
export function SecretPage({ page, staff, title, label, secret, facts, next }: Props) {
  const words = page.words.systems.once;
  return (
    <ConsoleLayout page={page} staff={staff} current="systems" title={title} scripts={["copy-text.js"]}>
      <Banner tone="done" title={title} live />
      <h1>{words.title}</h1>
      <p class="lead">{words.body}</p>
      <section class="card stack" aria-labelledby="secret-label">
        <h2 id="secret-label">{label}</h2>
        <code class="secret" id="secret" tabindex={0} translate="no">
          {secret}
        </code>
        <p class="copy" hidden data-copies="secret" data-copied={words.copied}>
          <Button kind="secondary" type="button">
            {words.copy}
          </Button>
          <span role="status"></span>
        </p>
        <Facts rows={facts} />
      </section>
      <ButtonGroup>
        <ButtonLink kind="primary" href={next}>
          {words.kept}
        </ButtonLink>
      </ButtonGroup>
    </ConsoleLayout>
  );
}
