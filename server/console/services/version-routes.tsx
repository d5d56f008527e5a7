import { Hono } from "hono";
import { judgeAnswers } from "../../forms/answers.ts";
import { fieldOf } from "../../forms/form-edit.ts";
import { typedAnswers } from "../../forms/typed-form.ts";
import { wordingIn } from "../../forms/wording.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { formView } from "../../http/form-page/form-view.ts";
import { readForm } from "../../http/form.ts";
import { ConfirmPanel } from "../../http/page/confirm-panel.tsx";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { dropDraft } from "../../petitions/actions/begin-version.ts";
import { closeService, publishService } from "../../petitions/actions/publish-service.ts";
import { seeVersions } from "../../petitions/actions/see-services.ts";
import type { MadeService } from "../../petitions/service-making.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { ConsoleLayout } from "../layout.tsx";
import { home, serviceAddress } from "./addresses.ts";
import { madeServiceOf } from "./made-service.ts";
import { sentFields, withTrialFiles } from "./trial-answers.ts";
import { TryPage } from "./try-page.tsx";
import { seenOf } from "./typed-forms.ts";
import { VersionsPage } from "./versions-page.tsx";

/** Trying a service, putting it in use, closing it. */
export const serviceVersionPages = new Hono<AppEnv>();

const mayMake = requireRight("manage_services");

serviceVersionPages.get("/services/:serviceId/try", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  if (made === null) return notFoundPage(c);
  const example = made.examples[Number(/^\d{1,3}$/.exec(c.req.query("example") ?? "")?.[0] ?? -1)];
  return tryPage(c, made, example?.answers ?? {}, false);
});

serviceVersionPages.post("/services/:serviceId/try", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  if (made === null) return notFoundPage(c);
  return tryPage(c, made, typedAnswers(made.definition.form, await sentFields(c)), true);
});

async function tryPage(
  c: AppContext,
  made: MadeService,
  typed: Readonly<Record<string, unknown>>,
  isJudged: boolean,
) {
  const page = pageContext(c);
  const { ports } = c.var;
  const now = ports.clock.now();
  const { form } = made.definition;
  const answers = isJudged ? withTrialFiles(form, typed, now) : typed;
  const judged = judgeAnswers(form, answers, now);
  const problems = isJudged && !judged.ok ? judged.refusal.problems : [];
  const view = await formView(ports.gazetteer, { page, form, answers, now, problems });
  const dropped = judged.ok && isJudged ? judged.value.dropped : [];
  const labels = dropped.map((path) => {
    const field = fieldOf(form, path.split(".").at(-1) ?? "");
    return field ? wordingIn(field.label, page.language) : path;
  });
  const props = { page, staff: sessionOf(c), made, view, now, dropped: labels };
  return sendPage(c, <TryPage {...props} isGood={isJudged && judged.ok} />, {
    status: problems.length > 0 ? 422 : 200,
  });
}

serviceVersionPages.get("/services/:serviceId/versions", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  return made === null ? notFoundPage(c) : versionsPage(c, made, []);
});

serviceVersionPages.post("/services/:serviceId/publish", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  if (made === null) return notFoundPage(c);
  const seen = seenOf(await readForm(c));
  const published = await publishService(c.var.ports, staffOf(c), { serviceId: made.id, seen });
  const back = serviceAddress(made.id, "versions");
  if (published.ok) return c.redirect(`${back}?published=${published.value.version}`, 303);
  const words = pageContext(c).words.services;
  const { kind } = published.refusal;
  const count = kind === "draft_wrong" ? published.refusal.faults.length : 0;
  const sentence =
    kind === "draft_wrong"
      ? words.faults(count)
      : kind === "definition_refused"
        ? words.rules.versions.refused
        : words.changed.moved;
  return versionsPage(c, (await madeServiceOf(c)) ?? made, [{ sentence }]);
});

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
  const props = { page, staff: sessionOf(c), made, versions: versions.value, told, faults };
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
  if (!done.ok) return notFoundPage(c);
  return c.redirect(`${serviceAddress(serviceId, "versions")}?done=${closed ? "closed" : "opened"}`, 303);
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
