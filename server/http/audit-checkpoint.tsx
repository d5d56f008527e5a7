import { Hono } from "hono";
import { seeCheckpoint } from "../audit/actions/see-checkpoint.ts";
import { readCheckpoints } from "../audit/checkpoint.ts";
import { encodeBase64url } from "../kernel/base64url.ts";
import type { SystemActor } from "../kernel/actor.ts";
import { formatMoment } from "../kernel/thai-date.ts";
import type { AppContext, AppEnv } from "./env.ts";
import { Banner } from "./page/banner.tsx";
import { ButtonGroup, ButtonLink } from "./page/button.tsx";
import { Card, Facts } from "./page/card.tsx";
import type { PageContext } from "./page/context.ts";
import { Layout } from "./page/layout.tsx";
import { pageContext, sendPage } from "./send-page.ts";

export const checkpointPath = "/audit/checkpoint";

/** A checkpoint comes every half minute where something happened; a copy may be this old. */
const freshSeconds = 60;
const reader: SystemActor = { kind: "system", job: "audit_checkpoint" };

/**
 * The newest signed checkpoint of the audit, so that people outside keep copies which no operator can reach: as a page, as
 * the note itself and as JSON. It holds a number, a hash and a signature; nothing in it is of anybody.
 */
export const auditCheckpoint = new Hono<AppEnv>();

auditCheckpoint.get(checkpointPath, async (c) => {
  const note = await seeCheckpoint(c.var.ports, reader);
  c.header("cache-control", `private, max-age=${freshSeconds}`);
  return sendPage(c, <CheckpointPage page={pageContext(c)} note={note} keys={keysOf(c)} />);
});

auditCheckpoint.get(`${checkpointPath}.txt`, async (c) => {
  const note = await seeCheckpoint(c.var.ports, reader);
  return note === null ? c.notFound() : forAnybody(c).text(note);
});

auditCheckpoint.get(`${checkpointPath}.json`, async (c) => {
  const note = await seeCheckpoint(c.var.ports, reader);
  const [read] = note === null ? [] : (readCheckpoints(note) ?? []);
  if (!read) return c.notFound();
  const { number, size, at, keyId } = read;
  const [root, signature] = [read.root, read.signature].map(encodeBase64url);
  return forAnybody(c).json({ number, size, root, at, keyId, signature, note, publicKeys: keysOf(c) });
});

function keysOf(c: AppContext): readonly string[] {
  return c.var.ports.keys.auditPublicKeys;
}

function forAnybody(c: AppContext): AppContext {
  c.header("cache-control", `public, max-age=${freshSeconds}`);
  c.header("access-control-allow-origin", "*");
  c.header("cross-origin-resource-policy", "cross-origin");
  return c;
}

interface Props {
  readonly page: PageContext;
  /** Null: nothing was sealed yet. */
  readonly note: string | null;
  readonly keys: readonly string[];
}

function CheckpointPage({ page, note, keys }: Props) {
  const words = page.words.oversight.checkpoint;
  const [read] = note === null ? [] : (readCheckpoints(note) ?? []);
  return (
    <Layout page={page} title={words.title} kind="citizen" look={false}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {note === null || !read ? (
        <Banner tone="waiting" title={words.none}>
          {words.noneNext}
        </Banner>
      ) : (
        <Card title={words.newest}>
          <Facts
            rows={[
              [words.number, String(read.number)],
              [words.size, read.size.toLocaleString("en")],
              [words.at, formatMoment(read.at, page.language)],
            ]}
          />
          <pre class="note-text" lang="en" tabindex={0}>
            {note.trimEnd()}
          </pre>
          <ButtonGroup>
            <ButtonLink href={`${checkpointPath}.txt`}>{words.text}</ButtonLink>
            <ButtonLink kind="quiet" href={`${checkpointPath}.json`}>
              {words.json}
            </ButtonLink>
          </ButtonGroup>
        </Card>
      )}
      <Card title={words.how}>
        <ol class="key-steps">
          {words.steps.map((each) => (
            <li>{each}</li>
          ))}
        </ol>
        <p class="hint">{words.nobody}</p>
      </Card>
      <Card title={words.key}>
        <p>{words.keyHint}</p>
        {keys.map((key) => (
          <pre class="note-text" lang="en" tabindex={0}>
            {key}
          </pre>
        ))}
      </Card>
    </Layout>
  );
}
