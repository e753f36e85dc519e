import { eventually } from '@hub/testkit';
import { people } from '../review-under-test.js';
import { reasons, Standings, type Thing } from './standings.js';

export const publication = {
  title: { fr: 'Les hémorragies sont rares', en: 'Bleeding is rare' },
  summary: { fr: 'Une personne sur mille.', en: 'One person in a thousand.' },
  links: [],
  publishedOn: '2026-03-01',
};
export const zoe = { personId: 'zoe', organisationId: 'chu', role: 'member' };
export const justification = 'The work takes longer.';

/** Permits, results, the register and sessions brought to where somebody decides. */
export class LaterStandings extends Standings {
  permit = async (): Promise<Thing> => {
    const accepted = await this.granted();
    await this.does('claire', accepted, 'decision/acceptance');
    const permitId = await this.review.permitOf(accepted.root.replace('/cases/', ''));
    const baseId = permitId.replace('-v1', '');
    return this.thing('permit', baseId, `/permits/${baseId}`, 'claire');
  };

  changeAsked = async () => {
    const permit = await this.permit();
    await this.does('claire', permit, 'amendment-requests', { add: [zoe], justification });
    return permit;
  };

  revoked = async () => {
    const permit = await this.permit();
    await this.does('authority', permit, 'revocation', { reasons });
    return permit;
  };

  revocationAppealed = async () => {
    const permit = await this.revoked();
    await this.does('claire', permit, 'appeal', { grounds: 'A mistake.' });
    return permit;
  };

  result = async (): Promise<Thing> => {
    const { root, stream } = await this.permit();
    const awaited = {
      stream: stream.replace('permit', 'result'),
      root,
      read: `${root}/result`,
      reader: 'claire',
    } as const;
    await eventually(async () => expect((await this.review.get('claire', awaited.read)).status).toBe(200));
    return awaited;
  };

  published = async () => {
    const awaited = await this.result();
    const { body } = await this.review.get('claire', awaited.read);
    await this.review.order('claire', `${awaited.root}/result`, publication, body.version);
    return awaited;
  };

  entry = async () => {
    const applicationId = this.name();
    await this.review.opened(applicationId);
    return this.thing('register', applicationId, `/register/${applicationId}`);
  };

  flagged = async () => {
    const sensitive = await this.screening();
    await this.does('officer', sensitive, 'sensitivity', { ground: 'TRADE_SECRET', reasons });
    return sensitive;
  };

  locked = async () => {
    const sensitive = await this.screening();
    await this.does('officer', sensitive, 'lock', { reasons });
    return sensitive;
  };

  session = async () => {
    const officer = await this.review.hub.as(people.officer);
    const { body } = await officer.post('/sessions', { startsAt: '2030-01-08T14:00:00+01:00', place: 'Salle Laennec' });
    return this.thing('session', body.id, `/sessions/${body.id}`);
  };

  opened = async () => {
    const session = await this.session();
    await this.does('president', session, 'opening', { present: ['president-2', 'member-1'] });
    return session;
  };

  minutes = async () => {
    const session = await this.opened();
    await this.does('officer', session, 'minutes');
    return session;
  };

  /** A session, and a case whose reports are filed. */
  forAgenda = async () => {
    const { stream } = await this.reported();
    return { ...(await this.opened()), caseId: stream.replace('case/', '') };
  };

  onAgenda = async () => {
    const session = await this.forAgenda();
    await this.does('officer', session, 'agenda', { caseId: session.caseId });
    return session;
  };

  /** Asked of the session, decided by the case. */
  itemOnAgenda = async () => {
    const { root, caseId } = await this.onAgenda();
    return { ...this.case(caseId), root: `${root}/items/${caseId}` };
  };
}
