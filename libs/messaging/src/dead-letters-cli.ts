#!/usr/bin/env node
import { dropDeadLetters, listDeadLetters, replayDeadLetters } from './dead-letters.js';
import { connectKafka } from './kafka.js';

const usage = `usage: dead-letters list [TOPIC] | replay TOPIC | drop TOPIC
KAFKA_BROKERS names the brokers, host:port, comma separated.`;

const quiet = { info() {}, warn() {}, error: (context: object, message: string) => console.error(message, context) };

async function main([verb, topic]: string[]): Promise<number> {
  const brokers = process.env.KAFKA_BROKERS?.split(',').filter(Boolean) ?? [];
  if (brokers.length === 0 || !['list', 'replay', 'drop'].includes(verb ?? '') || (verb !== 'list' && !topic)) {
    console.error(usage);
    return 2;
  }
  const kafka = connectKafka(brokers, 'dead-letters', quiet);
  if (verb === 'list') {
    for (const { message: _message, ...letter } of await listDeadLetters(kafka, topic))
      console.log(JSON.stringify(letter));
  } else if (verb === 'replay') {
    console.log(`${await replayDeadLetters(kafka, topic as string)} replayed`);
  } else {
    await dropDeadLetters(kafka, topic as string);
    console.log('dropped');
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
