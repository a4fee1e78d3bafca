// A real OpenID Connect provider for the tests. Reads its people from the JSON file it is given, again at every question,
// so that a test can take a group away; says where it is; stops when its standard input closes.
import { readFileSync } from 'node:fs';
import http from 'node:http';

import Provider from 'oidc-provider';

const file = process.argv[2];
const told = () => JSON.parse(readFileSync(file, 'utf8'));

const server = http.createServer();
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
// Another name than Baken's: ports share cookies, and logging out of Baken clears those of its own name.
const issuer = `http://127.0.0.1:${server.address().port}`;
const page = (title, body) => `<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>${title}</title>`
  + `<link rel="icon" href="data:,"></head><body><main><h1>${title}</h1>${body}</main></body></html>`;

const provider = new Provider(issuer, {
  clients: told().clients,
  findAccount: async (ctx, sub) => {
    const person = told().people[sub];
    return person && { accountId: sub, claims: async () => ({ sub, ...person }) };
  },
  pkce: { required: () => true },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
  cookies: { keys: ['only for tests'] },
  interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
  loadExistingGrant: async (ctx) => {
    const grant = new provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope('openid email profile groups'); // people of an organisation are not asked what it may know
    await grant.save();
    return grant;
  },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: async (ctx, form) => {
        const button = '<button type="submit" form="op.logoutForm" name="logout" value="yes">Ja, log mij uit</button>';
        ctx.body = page('Uitloggen bij de gemeente', form + button);
      },
    },
  },
});

const oidc = provider.callback();
server.on('request', async (request, response) => {
  if (!request.url.startsWith('/interaction/')) return oidc(request, response);
  const { uid } = await provider.interactionDetails(request, response);
  if (request.method === 'GET') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    return response.end(page('Inloggen bij de gemeente', `<form method="post" action="/interaction/${uid}">`
      + '<label>Gebruikersnaam <input name="login" autocomplete="off"></label>'
      + '<button name="do" value="in">Inloggen</button><button name="do" value="stop">Annuleren</button></form>'));
  }
  let body = '';
  for await (const piece of request) body += piece;
  const said = new URLSearchParams(body);
  const result = said.get('do') === 'stop' ? { error: 'access_denied' } : { login: { accountId: said.get('login') } };
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
});
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
console.log(issuer);
