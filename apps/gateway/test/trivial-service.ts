import { createServer } from 'node:http';

/** The least that a service can do, for measuring what the gateway adds: `PORT` in the environment. */
const answer = JSON.stringify({
  id: '0197a3c0-0000-7000-8000-000000000001',
  version: 3,
  status: 'DRAFT',
  allowed: ['submit', 'withdraw'],
});

createServer((request, response) => {
  request
    .resume()
    .once('end', () =>
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer),
    );
}).listen(Number(process.env.PORT), '127.0.0.1');
