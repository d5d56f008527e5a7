import { Hono } from "hono";
import { wordingIn } from "../../forms/wording.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import { ConfirmPanel } from "../../http/page/confirm-panel.tsx";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { dropDraft } from "../../petitions/actions/begin-version.ts";
import {
  closeService,
  publishService,
  type PublishRefusal,
} from "../../petitions/actions/publish-service.ts";
import { seeVersions } from "../../petitions/actions/see-services.ts";
import type { MadeService } from "../../petitions/service-making.ts";
import { shownAbout } from "../../petitions/shown-definition.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { ConsoleLayout } from "../layout.tsx";
import { AboutPage } from "./about-page.tsx";
import { home, serviceAddress } from "./addresses.ts";
import { madeServiceOf } from "./made-service.ts";
import { seenOf } from "./typed-forms.ts";
import { VersionsPage } from "./versions-page.tsx";

/** Putting a service in use, closing it, dropping its draft. */
export const serviceVersionPages = new Hono<AppEnv>();

const mayMake = requireRight("manage_services");

serviceVersionPages.get("/services/:serviceId/versions", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  return made === null ? notFoundPage(c) : versionsPage(c, made, []);
});

serviceVersionPages.post("/services/:serviceId/publish", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  if (made === null) return notFoundPage(c);
  const form = await readForm(c);
  const input = { serviceId: made.id, seen: seenOf(form), despiteExamples: form.text("despite") === "1" };
  const published = await publishService(c.var.ports, staffOf(c), input);
  const back = serviceAddress(made.id, "versions");
  if (published.ok) return c.redirect(`${back}?published=${published.value.version}`, 303);
  return versionsPage(c, (await madeServiceOf(c)) ?? made, [notPublished(c, published.refusal)]);
});

function notPublished(c: AppContext, refusal: PublishRefusal): SummaryItem {
  const words = pageContext(c).words.services;
  switch (refusal.kind) {
    case "draft_wrong":
      return { sentence: words.faults(refusal.faults.length) };
    case "definition_refused":
      return { sentence: words.rules.versions.refused };
    case "examples_unfit":
      return { field: "despite", sentence: words.rules.versions.examples.notAccepted };
    case "service_missing":
    case "draft_missing":
    case "draft_changed":
      return { sentence: words.changed.moved };
  }
}

async function versionsPage(c: AppContext, made: MadeService, faults: readonly SummaryItem[]) {
  const page = pageContext(c);
  const words = page.words.services.rules.versions;
  const versions = await seeVersions(c.var.ports, staffOf(c), { serviceId: made.id });
  if (!versions.ok) return notFoundPage(c);
  const published = /^\d{1,6}$/.exec(c.req.query("published") ?? "");
  const done = c.req.query("done");
  const sentences = new Map([
    ["closed", words.closed],
    ["opened", words.opened],
    ["taken", page.words.services.packs.taken],
    ["dropped", words.dropped],
  ]);
  const told = published ? words.published(Number(published[0])) : (sentences.get(done ?? "") ?? null);
  const props = {
    page,
    staff: sessionOf(c),
    made,
    versions: versions.value,
    told,
    faults,
    now: c.var.ports.clock.now(),
  };
  return sendPage(c, <VersionsPage {...props} />, { status: faults.length > 0 ? 409 : 200 });
}

serviceVersionPages.get("/services/:serviceId/close", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  if (made === null) return notFoundPage(c);
  const words = pageContext(c).words.services.rules.versions;
  const said = { title: words.closeTitle, body: words.closeBody, yes: words.closeYes, no: words.closeNo };
  return confirm(c, made, "close", said);
});

serviceVersionPages.post("/services/:serviceId/close", mayMake, (c) => close(c, true));
serviceVersionPages.post("/services/:serviceId/open", mayMake, (c) => close(c, false));

async function close(c: AppContext, closed: boolean) {
  const serviceId = c.req.param("serviceId") ?? "";
  const done = await closeService(c.var.ports, staffOf(c), { serviceId, closed });
  if (done.ok)
    return c.redirect(`${serviceAddress(serviceId, "versions")}?done=${closed ? "closed" : "opened"}`, 303);
  const made = done.refusal.kind === "unit_closed" ? await madeServiceOf(c) : null;
  return made === null ? notFoundPage(c) : chooseUnit(c, made);
}

/** The page on which a service is given another unit, and why it is not opened before. */
function chooseUnit(c: AppContext, made: MadeService) {
  const page = pageContext(c);
  const faults = [{ field: "unitId", sentence: page.words.services.rules.versions.unitClosed }];
  const props = { page, staff: sessionOf(c), made, typed: shownAbout(made.definition), faults };
  return sendPage(c, <AboutPage {...props} />, { status: 409 });
}

serviceVersionPages.get("/services/:serviceId/drop", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  if (made === null) return notFoundPage(c);
  const words = pageContext(c).words.services.rules.versions;
  const said = { title: words.dropTitle, body: words.dropBody, yes: words.dropYes, no: words.dropNo };
  return confirm(c, made, "drop", said);
});

serviceVersionPages.post("/services/:serviceId/drop", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  if (made === null) return notFoundPage(c);
  const seen = seenOf(await readForm(c));
  const back = serviceAddress(made.id, "versions");
  // Without a version in use nothing would be left of the service to stand on.
  if (made.version === null) return c.redirect(back, 303);
  const dropped = await dropDraft(c.var.ports, staffOf(c), { serviceId: made.id, seen });
  if (dropped.ok) return c.redirect(`${back}?done=dropped`, 303);
  return versionsPage(c, (await madeServiceOf(c)) ?? made, [
    { sentence: pageContext(c).words.services.changed.moved },
  ]);
});

interface Said {
  readonly title: string;
  readonly body: string;
  readonly yes: string;
  readonly no: string;
}

function confirm(c: AppContext, made: MadeService, what: "close" | "drop", { title, body, yes, no }: Said) {
  const page = pageContext(c);
  const back = serviceAddress(made.id, "versions");
  return sendPage(
    c,
    <ConsoleLayout page={page} staff={sessionOf(c)} current="services" title={title} back={back}>
      <ConfirmPanel
        title={title}
        action={`${home}/${made.id}/${what}`}
        yes={yes}
        no={no}
        noHref={back}
        hidden={{ seen: String(made.draft?.revision ?? 0) }}
      >
        <p>{wordingIn(made.definition.name, page.language)}</p>
        <p>{body}</p>
      </ConfirmPanel>
    </ConsoleLayout>,
  );
}
