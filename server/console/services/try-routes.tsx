import { Hono } from "hono";
import { judgeAnswers } from "../../forms/answers.ts";
import { typedAnswers } from "../../forms/typed-form.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import { formView } from "../../http/form-page/form-view.ts";
import { readPostedForm, type PostedForm } from "../../http/form-page/posted-form.ts";
import { pressedItem, withPressedItem } from "../../http/form-page/pressed-item.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { keepExample, removeExample, type KeepExampleRefusal } from "../../petitions/actions/keep-example.ts";
import type { MadeService } from "../../petitions/service-making.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { serviceAddress } from "./addresses.ts";
import { exampleSeen, exampleTitle } from "./keep-example.tsx";
import { madeServiceOf } from "./made-service.ts";
import { sayPath } from "./say-path.ts";
import { withTrialFiles } from "./trial-answers.ts";
import { TryPage } from "./try-page.tsx";
import { seenOf } from "./typed-forms.ts";

/** Filling a service's form as a citizen would, and keeping what was answered as its examples (E5.6, N18). */
export const tryPages = new Hono<AppEnv>();

const mayMake = requireRight("manage_services");

interface Trial {
  readonly answers: Readonly<Record<string, unknown>>;
  /** The answers are judged, and what is wrong is told. */
  readonly isJudged: boolean;
  /** What the example is to be called, as it was typed or as it was called before. */
  readonly title?: string;
  /** Why it was not kept. */
  readonly refused?: string;
  readonly isStale?: boolean;
}

tryPages.get("/services/:serviceId/try", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  if (made === null) return notFoundPage(c);
  const example = made.examples[Number(/^\d{1,3}$/.exec(c.req.query("example") ?? "")?.[0] ?? -1)];
  if (!example) return tryPage(c, made, { answers: {}, isJudged: false });
  return tryPage(c, made, { answers: example.answers, isJudged: false, title: example.title.th });
});

tryPages.post("/services/:serviceId/try", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  if (made === null) return notFoundPage(c);
  const posted = await readPostedForm(c);
  return tryPage(c, made, { ...trialOf(c, made, posted), isJudged: pressedItem(posted) === "" });
});

tryPages.post("/services/:serviceId/try/keep", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  if (made === null) return notFoundPage(c);
  const posted = await readPostedForm(c);
  const trial = { ...trialOf(c, made, posted), isJudged: true };
  const seen = /^\d{1,9}$/.test(posted.text(exampleSeen)) ? Number(posted.text(exampleSeen)) : -1;
  const { title, answers } = trial;
  const kept = await keepExample(c.var.ports, staffOf(c), { serviceId: made.id, seen, title, answers });
  if (kept.ok) return c.redirect(`${serviceAddress(made.id, "try")}?done=kept#examples`, 303);
  if (kept.refusal.kind.startsWith("draft")) {
    return tryPage(c, (await madeServiceOf(c)) ?? made, { ...trial, isStale: true });
  }
  return tryPage(c, made, { ...trial, refused: sayNotKept(c, kept.refusal) });
});

tryPages.post("/services/:serviceId/try/remove", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  if (made === null) return notFoundPage(c);
  const form = await readForm(c);
  const at = /^\d{1,3}$/.test(form.text("at")) ? Number(form.text("at")) : -1;
  const removed = await removeExample(c.var.ports, staffOf(c), {
    serviceId: made.id,
    seen: seenOf(form),
    at,
  });
  const done = removed.ok ? "removed" : "stale";
  return c.redirect(`${serviceAddress(made.id, "try")}?done=${done}#examples`, 303);
});

function trialOf(c: AppContext, made: MadeService, posted: PostedForm) {
  const { form } = made.definition;
  const answers = withPressedItem(posted, typedAnswers(form, posted.texts));
  const isMoved = pressedItem(posted) !== "";
  const filled = isMoved ? answers : withTrialFiles(form, answers, c.var.ports.clock.now());
  return { answers: filled, title: posted.text(exampleTitle) };
}

function sayNotKept(c: AppContext, refusal: KeepExampleRefusal): string {
  const words = pageContext(c).words.services.rules.trial.keep.refusal;
  switch (refusal.kind) {
    case "example_title_empty":
      return words.title;
    case "example_large":
      return words.large;
    case "examples_full":
      return words.full(refusal.most);
    case "service_missing":
    case "draft_missing":
    case "draft_changed":
      return pageContext(c).words.services.changed.moved;
  }
}

async function tryPage(c: AppContext, made: MadeService, trial: Trial): Promise<Response> {
  const { answers, isJudged, title = "", refused, isStale = false } = trial;
  const page = pageContext(c);
  const { ports } = c.var;
  const now = ports.clock.now();
  const { form } = made.definition;
  const judged = judgeAnswers(form, answers, now);
  const problems = isJudged && !judged.ok ? judged.refusal.problems : [];
  const view = await formView(ports.gazetteer, { page, form, answers, now, problems });
  const hidden = judged.ok && isJudged ? judged.value.dropped : [];
  const words = page.words.services;
  const done = c.req.query("done");
  const told =
    done === "kept" ? words.rules.trial.keep.kept : done === "removed" ? words.rules.trial.removed : null;
  const props = {
    ...{ page, staff: sessionOf(c), made, view, now, told, title, isJudged, isStale },
    dropped: hidden.map((path) => sayPath(page, form, path)),
    isGood: isJudged && judged.ok,
    refused: refused ?? null,
    faults: done === "stale" ? [{ sentence: words.changed.moved }] : [],
  };
  const status = isStale ? 409 : problems.length > 0 || refused !== undefined ? 422 : 200;
  return sendPage(c, <TryPage {...props} />, { status });
}
