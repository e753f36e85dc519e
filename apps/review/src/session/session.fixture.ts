import { tell } from '@hub/decider';
import { at } from '../case/case.fixture.js';
import { commands } from './commands.js';
import type { Minutes } from './minutes.js';
import { type SessionEvent, session } from './session.js';

/** Past events from which the stories of a session begin. */

export const { given } = tell(session, commands);
export const plan = { startsAt: '2026-03-24T13:00:00.000Z', place: 'Salle Laennec', link: 'https://visio.example/s' };
export const planned: SessionEvent = { type: 'planned', plan };
export const added = (caseId: string, admitted = false): SessionEvent => ({ type: 'item-added', caseId, admitted });
export const opened: SessionEvent = { type: 'opened', at, present: ['president', 'anne', 'mehdi', 'sylvie'] };
export const itemOpened: SessionEvent = {
  type: 'item-opened',
  caseId: 'case-1',
  present: ['president', 'anne', 'mehdi'],
  quorum: 3,
};
export const underReview = { status: 'COMMITTEE_REVIEW', reported: true };
export const minutes: Minutes = {
  draftedAt: at,
  draftedBy: 'officer',
  remarks: 'La séance est publique.',
  items: [
    {
      caseId: 'case-1',
      applicationId: 'app-1',
      rapporteurs: ['anne', 'mehdi'],
      left: ['sylvie'],
      vote: { present: ['president', 'anne', 'mehdi'], quorum: 3, tally: { FAVOURABLE: 2, RESERVED: 1 } },
      opinion: {
        opinion: 'FAVOURABLE_WITH_RECOMMENDATIONS',
        grounds: {
          methodology: 'Cohorte bien décrite.',
          necessityOfPersonalData: 'Démontrée.',
          scientificAndEthicalRelevance: 'Élevée.',
          publicInterest: 'Manifeste.',
        },
        recommendations: 'Réduire la profondeur historique.',
      },
    },
    { caseId: 'case-2', applicationId: 'app-2', rapporteurs: ['sylvie'], left: [] },
  ],
};
export const drafted: SessionEvent = { type: 'minutes-drafted', minutes };
