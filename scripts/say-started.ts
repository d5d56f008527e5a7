import type { Config } from "../server/config.ts";

/** One short block for the person at the terminal: where to open, who to be, how to stop and start over. */
export function sayStarted(config: Config, database: string, stands: Stands): void {
  console.log(config.demo ? demoBlock(config, stands) : channelBlock(config, database));
}

/** What stands beside a demo. */
interface Stands {
  /** Null: its port is taken. */
  readonly cardAgentPort: number | null;
  readonly treasury: string | null;
}

function demoBlock({ port }: Config, { cardAgentPort, treasury }: Stands): string {
  const cards =
    cardAgentPort === null
      ? "port 8189 is in use by another program, so the counter has no synthetic cards"
      : `http://localhost:${cardAgentPort} puts synthetic ID cards into the counter's reader`;
  return `
  ประตู · Pratu is open (demo: synthetic people, nothing leaves this machine)

    Open      http://phone1.localhost:${port}/simulator
    Be        a new citizen: any 13-digit number with a right checksum, such as 1-1016-00000-01-8,
              and any laser code (JT0-1234567-89). SMS and the counter's QR are beside the phone.
    Cards     ${cards}
    Console   http://localhost:${port}/console/sign-in (who to be, with password and live code: "เจ้าหน้าที่" in the simulator)
    Treasury  ${treasury} is another body's system, where seats sign in through Pratu
    Another   http://phone2.localhost:${port}/simulator is somebody else's phone
    Stop      Ctrl-C          Start over    npm start -- --fresh
`;
}

function channelBlock({ publicUrl, port, host }: Config, database: string): string {
  return `
  ประตู · Pratu serves the LINE channel at ${publicUrl.origin} (listening on ${host}:${port}, database ${database})

    Webhook   ${publicUrl.origin}/line/webhook      LIFF endpoint   ${publicUrl.origin}/liff
    Facility  npm run admin -- facility add …       Stop            Ctrl-C
`;
}
