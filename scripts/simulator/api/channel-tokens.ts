import type { World } from "../world/world.ts";
import { channelTokenSeconds, issueChannelToken } from "../sign-in/channel-token.ts";
import type { ApiContext } from "./answer.ts";

/** POST /oauth2/v3/token: a stateless channel access token for the channel's id and secret. */
export async function giveChannelToken(world: World, context: ApiContext): Promise<Response> {
  const form = new URLSearchParams(await context.req.text());
  const { channel } = world.options;
  const refused = (error: string, error_description: string) =>
    context.json({ error, error_description }, 400);
  if (form.get("grant_type") !== "client_credentials")
    return refused("unsupported_grant_type", "Invalid grant_type");
  if (form.get("client_id") !== channel.id) return refused("invalid_client", "Invalid client_id");
  if (form.get("client_secret") !== channel.secret) return refused("invalid_client", "Invalid client_secret");
  const access_token = await issueChannelToken(channel, world.now());
  return context.json({ token_type: "Bearer", access_token, expires_in: channelTokenSeconds });
}
