import { withClient } from '../direct/clone-tables.js';
import type { BenchHub } from '../hub/start-hub.js';

/** A table that a list reads, where it is, and what makes a row another's: by column, as SQL over `number` and `t`. */
interface Listed {
  readonly database: string;
  readonly table: string;
  readonly key: string;
  readonly varied: Readonly<Record<string, string>>;
}

const people = 5_000;
/** Of a hundred applications, one is the measured person's. */
const someone = `CASE WHEN number % 100 = 0 THEN 'claire' ELSE 'person-' || (number * 7919 % ${people}) END`;
const organisation = `CASE WHEN number % 100 = 0 THEN 'inserm' ELSE 'organisation-' || (number * 31 % 400) END`;
const at = `timestamptz '2024-01-01' + number * interval '9 minutes'`;
const id = `'bench-' || number`;
const member = `to_jsonb(ARRAY[${someone} || '@' || ${organisation}])`;

const listed: readonly Listed[] = [
  {
    database: 'application',
    table: 'application_list',
    key: 'id',
    varied: {
      id: `to_jsonb(${id})`,
      lead_id: `to_jsonb(${someone})`,
      organisation_id: `to_jsonb(${organisation})`,
      members: member,
      updated_at: `to_jsonb(${at})`,
    },
  },
  {
    database: 'review',
    table: 'case_list',
    key: 'id',
    varied: {
      id: `to_jsonb(${id})`,
      application_id: `to_jsonb(${id})`,
      organisation_id: `to_jsonb(${organisation})`,
      members: member,
      people: `to_jsonb(ARRAY[${someone}])`,
      organisations: `to_jsonb(ARRAY[${organisation}])`,
      opened_at: `to_jsonb(${at})`,
      updated_at: `to_jsonb(${at})`,
    },
  },
  {
    database: 'gateway',
    table: 'dossier',
    key: 'application_id',
    varied: {
      application_id: `to_jsonb(${id})`,
      people: `to_jsonb(ARRAY[${someone}])`,
      updated_at: `to_jsonb(${at})`,
      state: `to_jsonb(t.state || jsonb_build_object('applicationId', ${id}, 'leadId', ${someone}, 'organisationId', ${organisation},
        'team', jsonb_build_array(jsonb_build_object('personId', ${someone}, 'organisationId', ${organisation}, 'role', 'lead'))))`,
    },
  },
];

/** The columns of a table but those that Postgres computes, and the same of the row that is made. */
const columnsOf = `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS names,
    string_agg('made.' || quote_ident(attname), ', ' ORDER BY attnum) AS values
  FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`;

/** Multiplies the very rows that real applications left in the lists, whatever columns they have, to so many in all. */
export async function fillLists(hub: BenchHub, applications: number): Promise<void> {
  for (const { database, table, key, varied } of listed) {
    const changes = Object.entries(varied).map(([column, value]) => `'${column}', ${value}`);
    await withClient(hub.databaseUrl(database), async (client) => {
      const { rows } = await client.query<{ names: string; values: string }>(columnsOf, [table]);
      const [{ names, values }] = rows as [{ names: string; values: string }];
      await client.query(`SET session_replication_role = 'replica'`);
      await client.query(
        `WITH template AS (SELECT *, row_number() OVER (ORDER BY ${key}) - 1 AS template_number FROM ${table}),
           known AS (SELECT count(*) AS templates FROM ${table})
         INSERT INTO ${table} (${names})
         SELECT ${values}
         FROM generate_series(1, $1::int) AS number CROSS JOIN known
           JOIN template t ON t.template_number = number % known.templates
           CROSS JOIN LATERAL jsonb_populate_record(NULL::${table}, to_jsonb(t) - 'template_number' || jsonb_build_object(${changes.join(', ')})) AS made`,
        [applications],
      );
      await client.query('VACUUM ANALYZE');
    });
  }
}
