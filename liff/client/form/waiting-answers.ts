import { post } from "./post-draft.ts";

/**
 * What was typed on a page that was locked meanwhile: it waits in this tab alone, until the PIN or the password has opened
 * the page again, and is gone with the tab.
 */
export function keepForReturn(form: HTMLFormElement, body: string): void {
  try {
    sessionStorage.setItem(keyOf(form), body);
  } catch {
    // A browser that keeps nothing for a page: what was typed stands on it still.
  }
}

/** Saves what waited for this form. True: it is saved, and the page shows it when it is loaded again. */
export async function takeUpWaiting(form: HTMLFormElement): Promise<boolean> {
  const body = form.dataset["save"] === undefined ? null : waiting(form);
  if (body === null) return false;
  const answer = await post(form, body);
  const isForLater = answer === null || answer.type === "opaqueredirect" || answer.status >= 500;
  if (!isForLater) sessionStorage.removeItem(keyOf(form));
  return answer?.status === 200;
}

/** Where the form is asked for: it may stand on the answer to a post. */
export function pageOf(form: HTMLFormElement): string {
  return (form.dataset["save"] ?? "").replace(/\/save$/, "");
}

function waiting(form: HTMLFormElement): string | null {
  try {
    return sessionStorage.getItem(keyOf(form));
  } catch {
    return null;
  }
}

function keyOf(form: HTMLFormElement): string {
  return `answers ${form.dataset["save"] ?? ""}`;
}
