/** What the scanner says; the server writes it into the page, in the reader's language. */
export interface ScanWords {
  readonly opening: string;
  readonly looking: string;
  readonly checking: string;
  readonly refusedTitle: string;
  readonly refusedNext: string;
  readonly missingTitle: string;
  readonly missingNext: string;
  readonly busyTitle: string;
  readonly busyNext: string;
  /** `{host}` stands for the foreign address. */
  readonly otherHostTitle: string;
  readonly otherHostNext: string;
  readonly notOursTitle: string;
  readonly notOursNext: string;
  readonly nothingFoundTitle: string;
  readonly nothingFoundNext: string;
  readonly offlineTitle: string;
  readonly offlineNext: string;
}

/** The parts of the scan page that the script moves, and what the server tells it. */
export interface ScanPage {
  readonly host: string;
  readonly delegationId: string;
  readonly liffId: string;
  readonly wasmUrl: string;
  readonly workerUrl: string;
  readonly words: ScanWords;
  readonly open: HTMLButtonElement;
  readonly close: HTMLButtonElement;
  readonly torch: HTMLButtonElement;
  readonly line: HTMLButtonElement;
  readonly album: HTMLElement;
  readonly picture: HTMLInputElement;
  readonly explain: HTMLElement;
  readonly view: HTMLElement;
  readonly video: HTMLVideoElement;
  readonly said: HTMLElement;
}

/** Finds the parts. Throws when the page is not the scan page. */
export function findScanPage(): ScanPage {
  const told = document.body.dataset;
  const part = <T extends HTMLElement>(id: string) => {
    const found = document.getElementById(id);
    if (!found) throw new Error(`the scan page has no ${id}`);
    return found as T;
  };
  return {
    host: told["host"] ?? location.host,
    delegationId: told["for"] ?? "",
    liffId: told["liffId"] ?? "",
    wasmUrl: told["wasm"] ?? "",
    workerUrl: told["worker"] ?? "",
    words: JSON.parse(told["words"] ?? "{}") as ScanWords,
    open: part("open-camera"),
    close: part("close-camera"),
    torch: part("torch"),
    line: part("line-scan"),
    album: part("album"),
    picture: part("picture"),
    explain: part("explain"),
    view: part("view"),
    video: part("video"),
    said: part("said"),
  };
}

/** Says something, politely, where screen readers hear it. An empty title says nothing more. */
export function say(page: ScanPage, title: string, next = "", tone: "plain" | "refused" = "plain"): void {
  const [strong, line] = [document.createElement("strong"), document.createElement("span")];
  strong.textContent = title;
  line.textContent = next;
  page.said.className = `said ${tone}`;
  page.said.hidden = title === "";
  page.said.replaceChildren(strong, ...(next ? [line] : []));
}
