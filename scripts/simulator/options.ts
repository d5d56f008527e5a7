/** What the simulator is told when it starts. */
export interface SimulatorOptions {
  /** Where people open it; everything but /simulator… is passed to the app. 0: any free port. */
  readonly port: number;
  readonly host?: string;
  /** Where the app finds LINE's and the SMS gateway's paths, at the root. 0: any free port. */
  readonly apiPort: number;
  /** Where the app hands mails over by SMTP. 0, or none: any free port. */
  readonly mailPort?: number;
  /** The app itself; webhooks go to its /line/webhook. */
  readonly inner: { readonly host: string; readonly port: number };
  /** State is kept in its folder `simulator`: the same phones and chats come back after a restart. */
  readonly dataFolder: string;
  readonly channel: Credentials;
  readonly login: Credentials;
  /** Key and secret of each SMS gateway; without them any are taken. */
  readonly sms?: { readonly key: string; readonly secret: string };
  readonly smsMkt?: { readonly key: string; readonly secret: string };
  readonly liffId: string;
  /** The relying party ThaID knows; none: the simulator plays no ThaID. */
  readonly thaId?: Credentials;
  /** The client เป๋าตัง knows; none: the simulator plays no bank. */
  readonly paotang?: Credentials;
  readonly botName: string;
  /** Where another body's system is opened, at which people of the console sign in through Pratu. */
  readonly treasury?: string | null;
  /** Asked when the counter's pane is opened; each path is on the app. */
  readonly counterScreens?: () => Promise<readonly CounterScreen[]>;
  /** Who one can be in the console; asked again whenever their codes change. */
  readonly staff?: () => Promise<readonly DemoStaff[]>;
  readonly now?: () => Date;
  /** Waits before an event that was not answered 2xx is sent again; LINE tells nobody its own. */
  readonly redeliveryWaitsMilliseconds?: readonly number[];
  /** How long a webhook may take; LINE gives 2 seconds. */
  readonly webhookPatienceMilliseconds?: number;
  readonly log?: (line: string) => void;
}

export interface Credentials {
  readonly id: string;
  readonly secret: string;
}

export interface CounterScreen {
  readonly title: string;
  readonly path: string;
}

/** Somebody of the console whom whoever tries the demo may be. */
export interface DemoStaff {
  readonly username: string;
  readonly name: string;
  readonly level: string;
  readonly workplace: string;
  readonly password: string;
  /** What their authenticator shows now, and until when in milliseconds. */
  readonly code: string;
  readonly codeUntil: number;
}
