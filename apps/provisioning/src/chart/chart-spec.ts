/**
 * The part of Vega-Lite that a chart may use: marks and encodings over the columns of one result.
 * Everything that could load (`data`, `url`, images, links) or run (`expr`, `transform`, `params`,
 * signals) has no place in it, so an accepted specification can only draw.
 */
const MARKS = ['bar', 'line', 'area', 'point', 'circle', 'square', 'tick', 'rect', 'arc', 'rule'];
const CHANNELS = [
  'x',
  'y',
  'color',
  'size',
  'shape',
  'opacity',
  'theta',
  'row',
  'column',
  'detail',
  'order',
  'text',
  'xOffset',
  'yOffset',
];
const TOP = ['mark', 'encoding', 'title', 'description', 'width', 'height'];
const FIELD = ['field', 'type', 'aggregate', 'bin', 'timeUnit', 'title', 'sort', 'stack', 'value'];
const TYPES = ['quantitative', 'nominal', 'ordinal', 'temporal'];
const AGGREGATES = ['count', 'sum', 'mean', 'median', 'min', 'max', 'distinct'];
const MAX_SIDE = 2_000;

type Json = { readonly [key: string]: unknown };

/** Everything that is wrong with a specification over these columns; nothing when it can be drawn. */
export function chartFaults(spec: unknown, columns: readonly string[]): string[] {
  if (!isRecord(spec)) return ['a specification is an object with mark and encoding'];
  const faults = unknownKeys(spec, TOP, '');
  const mark = isRecord(spec['mark']) ? spec['mark']['type'] : spec['mark'];
  if (!MARKS.includes(String(mark))) faults.push(`mark is one of ${MARKS.join(', ')}`);
  if (isRecord(spec['mark']))
    faults.push(...unknownKeys(spec['mark'], ['type', 'point', 'interpolate', 'innerRadius'], 'mark.'));
  for (const side of ['width', 'height']) {
    const value = spec[side];
    if (value !== undefined && !(typeof value === 'number' && value >= 20 && value <= MAX_SIDE))
      faults.push(`${side} is a number from 20 to ${MAX_SIDE}`);
  }
  for (const text of ['title', 'description'])
    if (spec[text] !== undefined && typeof spec[text] !== 'string') faults.push(`${text} is a text`);
  const { encoding } = spec;
  if (!isRecord(encoding) || Object.keys(encoding).length === 0)
    return [...faults, 'encoding has at least one channel'];
  for (const [channel, definition] of Object.entries(encoding))
    faults.push(...channelFaults(channel, definition, columns));
  return faults;
}

function channelFaults(channel: string, definition: unknown, columns: readonly string[]): string[] {
  if (!CHANNELS.includes(channel)) return [`encoding.${channel} is not offered`];
  if (!isRecord(definition)) return [`encoding.${channel} is an object`];
  const faults = unknownKeys(definition, FIELD, `encoding.${channel}.`);
  const { field, type, aggregate, value, sort, bin, timeUnit, stack, title } = definition;
  if (field !== undefined && !(typeof field === 'string' && columns.includes(field)))
    faults.push(`encoding.${channel}.field is not a column of the result`);
  if (type !== undefined && !TYPES.includes(String(type)))
    faults.push(`encoding.${channel}.type is one of ${TYPES.join(', ')}`);
  if (aggregate !== undefined && !AGGREGATES.includes(String(aggregate)))
    faults.push(`encoding.${channel}.aggregate is one of ${AGGREGATES.join(', ')}`);
  if (value !== undefined && typeof value !== 'number' && !/^#?[\w-]{1,30}$/.test(String(value)))
    faults.push(`encoding.${channel}.value is a number or a colour`);
  if (sort !== undefined && sort !== null && !['ascending', 'descending', 'x', 'y', '-x', '-y'].includes(String(sort)))
    faults.push(`encoding.${channel}.sort is not offered`);
  if (bin !== undefined && typeof bin !== 'boolean') faults.push(`encoding.${channel}.bin is true or false`);
  if (timeUnit !== undefined && !/^[a-z]{3,40}$/.test(String(timeUnit)))
    faults.push(`encoding.${channel}.timeUnit is not offered`);
  if (
    stack !== undefined &&
    stack !== null &&
    !['zero', 'normalize', 'center', 'true', 'false'].includes(String(stack))
  )
    faults.push(`encoding.${channel}.stack is not offered`);
  if (title !== undefined && title !== null && typeof title !== 'string')
    faults.push(`encoding.${channel}.title is a text`);
  return faults;
}

const unknownKeys = (object: Json, known: readonly string[], path: string): string[] =>
  Object.keys(object)
    .filter((key) => !known.includes(key))
    .map((key) => `${path}${key.slice(0, 40)} is not offered`);

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
