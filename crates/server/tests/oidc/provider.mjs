// A real provider of OpenID Connect, for as long as a test runs: node provider.mjs <back> <people>
//
// It signs in whom `login_hint` names, without asking anybody. Says its address in the first line.

import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , back, written] = process.argv;
const people = JSON.parse(written);
const library = join(process.env.TANDEM_TEST_OIDC, "node_modules/oidc-provider/lib/index.js");
const { default: Provider } = await import(pathToFileURL(library).href);

/** What is said of each account now, by its name here. */
const said = {};

// The port is known before the provider, which carries it in its name.
const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const client = {
    client_id: "tandem",
    client_secret: "a secret of the client / with: signs",
    redirect_uris: [back],
  };
  const provider = new Provider(issuer, {
    clients: [client],
    cookies: { keys: ["of a test"] },
    claims: { email: ["email", "email_verified"], openid: ["sub"], profile: ["name"] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...said[id] }) }),
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client.clientId,
        accountId: context.oidc.session.accountId,
      });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  server.on("request", async (request, response) => {
    if (!request.url.startsWith("/interaction/")) return callback(request, response);
    const { params } = await provider.interactionDetails(request, response);
    const person = people[params.login_hint];
    const accountId = person.sub ?? params.login_hint;
    said[accountId] = person.claims;
    const result = { login: { accountId } };
    await provider.interactionFinished(request, response, result);
  });
  console.log(issuer);
});
// Whoever started it is gone when nobody writes any more.
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
