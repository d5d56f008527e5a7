import { enter } from "../../../liff/client/entry.ts";
import type { SignInPort } from "../../../liff/client/sign-in-port.ts";

/**
 * The stand-in for LINE's SDK: inside the simulated phone's LIFF browser (a frame on the phone's own host) it is
 * signed in as that phone's user; in an ordinary tab nobody is.
 */
function simulatedSignIn(): SignInPort {
  let token: string | null = null;
  const inClient = window.parent !== window;
  return {
    init: async () => {
      const state = new URLSearchParams(location.search).get("liff.state");
      if (state !== null) return goTo(state);
      if (!inClient) return;
      const response = await fetch("/simulator/liff/token");
      if (response.ok) token = ((await response.json()) as { idToken: string }).idToken;
    },
    isInClient: () => inClient,
    isLoggedIn: () => token !== null,
    login: () => location.reload(),
    logout: () => {
      token = null;
    },
    idToken: () => token,
    closeWindow: () => window.parent.postMessage({ type: "liff.closeWindow" }, location.origin),
  };
}

/** The SDK's secondary redirect: the rest of the tapped link, below the endpoint, on this origin only. */
function goTo(state: string): Promise<never> {
  const url = new URL(`${location.origin}/liff${state}`);
  if (url.origin === location.origin) location.replace(url.href);
  return new Promise<never>(() => undefined);
}

void enter(simulatedSignIn());
