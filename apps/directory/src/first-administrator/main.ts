import { isRefusal } from '@hub/decider';
import { Database } from '@hub/event-store';
import { SystemClock, SystemIds } from '@hub/http-edge';
import { migrations } from '../migrations/index.js';
import { refusals } from '../refusals.js';
import { readAppointment, usage } from './appointment.js';
import { FirstAdministrator } from './first-administrator.store.js';

async function main(words: readonly string[], url: string | undefined): Promise<number> {
  const appointment = readAppointment(words);
  if (!appointment || !url) {
    console.error(usage);
    return 2;
  }
  const onTrouble = (error: Error) => {
    console.error(`the database cannot be reached: ${error.message}`);
    process.exit(1);
  };
  const database = new Database({ url, migrations, onTrouble });
  await database.connect();
  try {
    const outcome = await new FirstAdministrator(database, new SystemClock(), new SystemIds()).appoint(appointment);
    if (isRefusal(outcome)) {
      console.error(`refused (${outcome.refused}): ${refusals[outcome.refused as keyof typeof refusals]?.en ?? ''}`);
      return 1;
    }
    console.log(`${outcome.personId} administers the directory from now on (mandate ${outcome.mandateId})`);
    return 0;
  } finally {
    await database.close();
  }
}

process.exitCode = await main(process.argv.slice(2), process.env.DATABASE_URL);
