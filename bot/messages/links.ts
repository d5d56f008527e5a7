/** Makes the address of one of our pages, opened inside LINE. `path` begins with a slash, below /liff. */
export type PageLink = (path: string) => string;

/** Links into the console; the query makes LINE open them in the browser of the device, where passkeys work. */
export function consoleLinks(publicUrl: URL): PageLink {
  return outside(publicUrl, "/console");
}

/** Links into the computer's pages of somebody in a seat, opened in the browser of the device. */
export function seatLinks(publicUrl: URL): PageLink {
  return outside(publicUrl, "/seat");
}

function outside(publicUrl: URL, face: string): PageLink {
  return (path) => {
    const address = new URL(`${face}${path}`, publicUrl);
    address.searchParams.set("openExternalBrowser", "1");
    return address.href;
  };
}

/** Links of a LIFF app: always LINE's own address, never the endpoint's, which LINE opens in a lesser browser. */
export function liffLinks(liffId: string): PageLink {
  return (path) => `https://liff.line.me/${liffId}${path}`;
}
