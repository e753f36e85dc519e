import type { Actor } from '@hub/decider';
import { actorId } from '@hub/decider';

/** What others are told, ready for the wire: CloudEvents 1.0, binary mode. Serialised once. */
export interface Announcement {
  readonly topic: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string;
}

/** As much of an event's contract as announcing it takes. */
export interface Announceable<Data = unknown> {
  readonly type: string;
  readonly topic: string;
  readonly data: Data;
}

export interface Circumstances {
  readonly eventId: string;
  /** The aggregate's id; the message's key. */
  readonly subject: string;
  /** The aggregate's version that this event made: gapless per subject. */
  readonly version: number;
  readonly at: Date;
  readonly actor: Actor;
  readonly correlationId: string;
  readonly causationId?: string | undefined;
  readonly traceparent?: string | undefined;
}

export function announcement({ type, topic, data }: Announceable, about: Circumstances): Announcement {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: about.eventId,
    ce_type: type,
    ce_source: `/hub/${type.slice(0, type.indexOf('.'))}`,
    ce_subject: about.subject,
    ce_time: about.at.toISOString(),
    ce_version: String(about.version),
    ce_actor: actorId(about.actor),
    ce_correlationid: about.correlationId,
  };
  if (about.actor.kind === 'person') {
    headers.ce_organisation = about.actor.organisation;
    headers.ce_roles = about.actor.roles.join(',');
    headers.ce_assurance = about.actor.assurance;
    const instead = new Set(about.actor.delegated?.map(({ by }) => by));
    if (instead.size > 0) headers.ce_onbehalfof = [...instead].join(',');
  }
  if (about.causationId) headers.ce_causationid = about.causationId;
  if (about.traceparent) headers.ce_traceparent = about.traceparent;
  return { topic, key: about.subject, headers, value: JSON.stringify(data) };
}
