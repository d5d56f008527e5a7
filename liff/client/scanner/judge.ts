import { parseQrText } from "../../../server/visits/qr-text.ts";
import { sendToken } from "./send-token.ts";
import { say, type ScanPage } from "./scan-page.ts";

/** The same refused QR is not sent again so soon, while the camera still looks at it. */
const refusedAgainMs = 4_000;

/**
 * Judges texts that a reader found: sends our token to our server and goes where it says; says why not otherwise.
 * Answers true when the page is left. One at a time: whatever comes meanwhile is dropped.
 */
export function makeJudge(page: ScanPage): (texts: readonly string[]) => Promise<boolean> {
  let busy = false;
  let refused = { text: "", at: -refusedAgainMs };
  // Somebody came back to the page, which the browser kept as it was.
  addEventListener("pageshow", () => (busy = false));
  return async (texts) => {
    const [text] = [...texts].sort((one) => (parseQrText(one, page.host).ok ? -1 : 1));
    if (text === undefined || busy) return false;
    if (refused.text === text && performance.now() - refused.at < refusedAgainMs) return false;
    busy = true;
    const left = await judge(page, text);
    // A page that is left reads nothing more: a second way out would cut the first one short.
    busy = left;
    if (!left) refused = { text, at: performance.now() };
    return left;
  };
}

/** A short buzz where the phone can: read, hands may sink. */
function buzz(): void {
  const phone: { vibrate?: (milliseconds: number) => boolean } = navigator;
  phone.vibrate?.(60);
}

async function judge(page: ScanPage, text: string): Promise<boolean> {
  const { words } = page;
  const read = parseQrText(text, page.host);
  if (!read.ok) {
    if (read.refusal.kind === "qr_not_ours") say(page, words.notOursTitle, words.notOursNext, "refused");
    else say(page, words.otherHostTitle.replace("{host}", read.refusal.host), words.otherHostNext, "refused");
    return false;
  }
  say(page, words.checking);
  const answer = await sendToken(read.value, page.delegationId);
  switch (answer.kind) {
    case "go":
      buzz();
      location.assign(answer.to);
      return true;
    case "refused":
      say(page, answer.title, answer.next, "refused");
      return false;
    case "signed_out":
      location.reload();
      return true;
    case "unreachable":
      say(page, words.offlineTitle, words.offlineNext, "refused");
      return false;
  }
}
