// Docker's question whether the service can do its work; what is missing is said in the answer's body.
const answer = await fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`, { signal: AbortSignal.timeout(3_000) });
if (!answer.ok) console.error(await answer.text());
process.exit(answer.ok ? 0 : 1);
