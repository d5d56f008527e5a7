import { chromium, type Browser, type BrowserContext } from "playwright-core";
import { findBrowser } from "../../scripts/browser.ts";

/** A y4m or mjpeg file that the browser's fake camera plays in a loop. */
export interface Camera {
  readonly clip: string;
}

/** Starts Chromium, headless, with nothing going out; with a fake camera when one is given. */
export function openBrowser(camera?: Camera): Promise<Browser> {
  const { path } = findBrowser();
  return chromium.launch({
    executablePath: path,
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-gpu",
      ...(camera
        ? [
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            `--use-file-for-fake-video-capture=${camera.clip}`,
          ]
        : []),
    ],
  });
}

/** A phone of the size most citizens hold. */
export async function openPhone(
  browser: Browser,
  size = { width: 390, height: 844 },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: size,
    locale: "th-TH",
    timezoneId: "Asia/Bangkok",
    hasTouch: true,
  });
  context.setDefaultTimeout(15_000);
  return context;
}
