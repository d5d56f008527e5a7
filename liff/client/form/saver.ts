import type { Form } from "../../../server/forms/form.ts";
import { answersOn } from "./fields.ts";
import { post } from "./post-draft.ts";
import { keepForReturn } from "./waiting-answers.ts";

const waitMs = 1_200;
/** Whoever types on and on is kept all the same. */
const longestWaitMs = 5_000;
/** What a page that is left may still send, by the browsers' own rule. */
const mostWhileLeaving = 60_000;
const againMs = 8_000;

/** Keeps a draft as it is typed: one request at a time, so that each says over which version it goes. */
export interface Saver {
  /** Something was typed: it is kept a moment later. */
  touched(): void;
  /** Does something that changes the draft, after what is under way; what it answers is the draft's version. */
  inTurn(work: () => Promise<number | null>): Promise<void>;
  /** Keeps what is not kept yet. False: the page was locked meanwhile, and what is on it waits for it to be open again. */
  settle(): Promise<boolean>;
}

interface Saved {
  readonly version?: number;
  readonly at?: string;
}

export function startSaver(form: HTMLFormElement, definition: Form): Saver {
  const seen = form.elements.namedItem("seen") as HTMLInputElement;
  const state = form.querySelector<HTMLElement>("[data-state]");
  const say = (words: string) => {
    if (state && state.textContent !== words) state.textContent = words;
  };
  const words = (name: string) => form.dataset[name] ?? "";
  let turn: Promise<unknown> = Promise.resolve();
  let timer = 0;
  let waitingSince = 0;
  let isChanged = false;
  let kept = JSON.stringify(answersOn(form, definition));

  let isLocked = false;
  const save = async (): Promise<void> => {
    waitingSince = 0;
    if (isChanged) return;
    const text = JSON.stringify(answersOn(form, definition));
    if (text === kept) return;
    say(words("saving"));
    const body = `{"seen":${Number(seen.value)},"answers":${text}}`;
    const answer = await post(form, body);
    isLocked = answer?.type === "opaqueredirect";
    if (isLocked) keepForReturn(form, body);
    if (answer?.status === 200) {
      const { version, at } = (await answer.json()) as Saved;
      kept = text;
      seen.value = String(version ?? seen.value);
      return say(words("saved").replace("{time}", at ?? ""));
    }
    if (answer?.status === 409) tellChanged(await (answer.json() as Promise<Saved>));
    else if (answer?.status === 413) say(words("large"));
    else say(words(isForLater(answer) ? "notSaved" : "locked"));
    if (isForLater(answer)) timer = window.setTimeout(later, againMs);
  };

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work, work);
    turn = next.catch(() => undefined);
    return next;
  };
  const later = () => void inTurn(save);

  /** Both stand: what was saved elsewhere, and what is on this page. The person says which. */
  function tellChanged({ version, at }: Saved): void {
    const template = document.getElementById("draft-changed");
    if (!(template instanceof HTMLTemplateElement) || isChanged) return;
    isChanged = true;
    const told = template.content.firstElementChild?.cloneNode(true) as HTMLElement;
    told.innerHTML = told.innerHTML.replace("{at}", at ?? "");
    told.querySelector("button[name=keep]")?.addEventListener("click", () => {
      seen.value = String(version);
      isChanged = false;
      told.remove();
      later();
    });
    form.before(told);
    told.scrollIntoView({ block: "center" });
  }

  /** A page that is left keeps what it can: the answer is not waited for. */
  const leave = () => {
    const text = JSON.stringify(answersOn(form, definition));
    if (isChanged || text === kept || text.length > mostWhileLeaving / 3) return;
    void post(form, `{"seen":${Number(seen.value)},"answers":${text}}`, true);
  };
  addEventListener("pagehide", leave);

  return {
    touched: () => {
      clearTimeout(timer);
      const now = Date.now();
      if (waitingSince === 0) waitingSince = now;
      timer = window.setTimeout(later, Math.max(0, Math.min(waitMs, waitingSince + longestWaitMs - now)));
    },
    inTurn: (work) =>
      inTurn(async () => {
        const version = await work();
        if (version !== null) seen.value = String(version);
      }),
    settle: async () => {
      clearTimeout(timer);
      await inTurn(save);
      return !isLocked;
    },
  };
}

/** Nobody answered, or not now: the same is sent again a little later. */
function isForLater(answer: Response | null): boolean {
  return answer === null || answer.status >= 500 || answer.status === 429;
}
