// A real OpenID Connect provider for the tests. Reads its people and clients from the JSON file it is given, again at
// every question, so that a test can take a group away; says on which port it listens, and stops when stdin closes.
import { readFileSync } from 'node:fs';
import http from 'node:http';

import Provider from 'oidc-provider';

const file = process.argv[2];
const told = () => JSON.parse(readFileSync(file, 'utf8'));

const server = http.createServer();
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const issuer = `http://localhost:${server.address().port}`;

const findAccount = async (ctx, sub) => {
  const person = told().people[sub];
  return person && { accountId: sub, claims: async () => ({ sub, ...person }) };
};

const provider = new Provider(issuer, {
  clients: told().clients,
  findAccount,
  pkce: { required: () => true },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
  scopes: ['openid', 'email', 'profile', 'groups'],
  cookies: { keys: ['only for tests'] },
  features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
});

server.on('request', provider.callback());
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
console.log(issuer);
