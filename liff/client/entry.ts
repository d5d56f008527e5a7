import type { SignInPort } from "./sign-in-port.ts";

const triedAgain = "pratu.entry.tried-again";
const signedInAt = "pratu.entry.signed-in-at";
/** The entry page this soon after signing in: the browser did not keep the session. */
const soonMilliseconds = 5_000;

/** How far signing in came; the entry page's <body> carries it as `data-entry` so that its words can follow. */
export const entryStates = ["waiting", "browser", "failed"] as const;
export type EntryState = (typeof entryStates)[number];

/**
 * Exchanges LINE's ID token for a session of ours and loads the page again, now signed in. Outside LINE nobody is
 * signed in by this: the page's own button goes to LINE Login. A token the server does not take (an old one the SDK
 * had kept) is thrown away and fetched anew once, through the LIFF link. A browser that keeps no cookies is told so once
 * instead of being loaded for ever.
 */
export async function enter(port: SignInPort): Promise<void> {
  show("waiting");
  try {
    await port.init();
    if (Date.now() - Number(sessionStorage.getItem(signedInAt) ?? 0) < soonMilliseconds)
      return show("failed");
    const idToken = port.isLoggedIn() ? port.idToken() : null;
    if (idToken === null) return show(port.isInClient() ? "failed" : "browser");
    const response = await fetch("/liff/session", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ idToken }),
    });
    if (response.status === 204) return again();
    if (response.status === 401 && sessionStorage.getItem(triedAgain) === null) return anew(port);
    show("failed");
  } catch {
    show("failed");
  }
}

function show(state: EntryState): void {
  document.body.dataset["entry"] = state;
}

function again(): void {
  sessionStorage.removeItem(triedAgain);
  sessionStorage.setItem(signedInAt, String(Date.now()));
  location.reload();
}

function anew(port: SignInPort): void {
  sessionStorage.setItem(triedAgain, "1");
  port.logout();
  const path = location.pathname.replace(/^\/liff/, "");
  location.replace(`https://liff.line.me/${document.body.dataset["liffId"] ?? ""}${path}${location.search}`);
}
