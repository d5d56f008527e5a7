import { encode } from "uqr";
import { CounterScreen } from "../http/page/counter-screen.tsx";
import type { PageContext } from "../http/page/context.ts";
import { Icon } from "../http/page/icon.tsx";
import { Layout } from "../http/page/layout.tsx";
import { QrImage } from "../http/page/qr-image.tsx";
import type { Screen } from "../visits/actions/see-screen.ts";
import { nameIn } from "../visits/names.ts";
import { stepSeconds } from "../visits/screen-step.ts";
import { stepAt, type ScreenState } from "../visits/screen-state.ts";

interface Props {
  readonly page: PageContext;
  readonly screen: Screen;
  readonly state: ScreenState;
}

/** The counter's screen: its first step and arrivals are in the page, the rest is the script's. */
export function ScreenPage({ page, screen, state }: Props) {
  const words = page.words.console.screen;
  const { place } = screen;
  const now = stepAt(state.steps, state.now, stepSeconds);
  if (!now) throw new Error("the first step of a screen has begun");
  const { step, secondsLeft } = now;
  return (
    <Layout
      page={page}
      title={words.title}
      kind="screen"
      scripts={["screen.js"]}
      data={{
        "data-state": JSON.stringify(state),
        "data-source": `/console/screen/${place.qrId}/state`,
        "data-words": JSON.stringify(words),
      }}
    >
      <CounterScreen
        facility={nameIn(place.facility, page.language)}
        service={nameIn(place.service, page.language)}
        invitation={words.how}
        qr={<QrImage modules={encode(step.text, { ecc: "M", border: 0 }).data} label={words.scan} />}
        shortCode={step.shortCode}
        shortCodeLabel={words.typed}
        remaining={{
          seconds: secondsLeft,
          of: stepSeconds,
          label: `${words.changesIn} ${secondsLeft} ${words.seconds}`,
        }}
      >
        <p class="counter-offline" id="screen-offline" role="status" hidden></p>
        <noscript>
          <p class="counter-offline over">{words.noScript}</p>
        </noscript>
        <p class="counter-figure">
          {words.today} <strong id="screen-count">{state.count}</strong>
        </p>
        <ArrivalList page={page} state={state} />
        <p class="counter-moves">
          <a class="button" href="/console/qr">
            <Icon name="back" size={20} />
            {words.back}
          </a>
          <button class="button" type="button" id="screen-full" hidden>
            {words.fullScreen}
          </button>
        </p>
      </CounterScreen>
    </Layout>
  );
}

function ArrivalList({ page, state }: { page: PageContext; state: ScreenState }) {
  const words = page.words.console.screen;
  return (
    <ul class="arrivals" id="screen-latest" aria-label={words.latest}>
      {state.latest.length === 0 ? <li>{words.nobody}</li> : null}
      {state.latest.map(({ code, time, name, isCancelled }) => (
        <li class={isCancelled ? "is-cancelled" : ""}>
          <span>
            {time} {name}
          </span>
          <span>{code}</span>
        </li>
      ))}
    </ul>
  );
}
