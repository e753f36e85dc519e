const text = (description: string, more: object = {}) => ({ type: 'string', description, ...more });

/** The headers of every message: CloudEvents 1.0 in binary mode on Kafka, with the hub's extensions. */
export const headers = {
  type: 'object',
  required: [
    'content-type',
    'ce_specversion',
    'ce_id',
    'ce_type',
    'ce_source',
    'ce_subject',
    'ce_time',
    'ce_version',
    'ce_actor',
    'ce_correlationid',
  ],
  properties: {
    'content-type': text('Of the value.', { const: 'application/json' }),
    ce_specversion: text('Version of CloudEvents.', { const: '1.0' }),
    ce_id: text('Identifies the event: whoever has handled it once must not do so again.'),
    ce_type: text('Wire name of the event and its version.'),
    ce_source: text('The service that announced it, /hub/<service>.'),
    ce_subject: text('Id of the thing that it happened to; also the key of the message.'),
    ce_time: text('When it happened, UTC.', { format: 'date-time' }),
    ce_version: text('The version that the event made of its subject: gapless.', { pattern: '^[1-9][0-9]*$' }),
    ce_actor: text('Who did it: id of a person, or service:<name>.'),
    ce_correlationid: text('Ties together all that one request set off.'),
    ce_causationid: text('Id of the event that was reacted to.'),
    ce_organisation: text('The organisation that the person acted for.'),
    ce_roles: text('The roles that the person had there, comma separated.'),
    ce_assurance: text('How strongly the person had signed in.'),
    ce_traceparent: text('W3C trace context.'),
  },
} as const;
