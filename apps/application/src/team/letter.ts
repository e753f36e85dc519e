import type { TeamRole } from '@hub/contracts';

/** What is sealed until the letter is sent. */
export interface LetterData {
  readonly to: string;
  readonly secret: string;
  readonly role: TeamRole;
  readonly language: 'en' | 'fr';
}

const roles: Readonly<Record<TeamRole, { readonly en: string; readonly fr: string }>> = {
  lead: { en: 'project lead', fr: 'porteur de projet' },
  member: { en: 'member', fr: 'membre' },
  implementer: { en: 'implementer', fr: 'responsable de mise en œuvre' },
};

/** The secret stands behind `#`: a browser does not send that part on, so it is in no server's log. */
export function letterOf({ secret, role, language }: LetterData, publicUrl: string) {
  const link = `${publicUrl.replace(/\/$/, '')}/invitations#${secret}`;
  const as = roles[role][language];
  return language === 'fr'
    ? {
        subject: 'Invitation dans une équipe',
        text: `Bonjour,\n\nVous êtes invité(e) dans l'équipe d'une demande d'accès à des données de santé, comme ${as}.\nPour accepter, connectez-vous avec ce lien, qui sert une seule fois et pendant quatorze jours :\n\n${link}\n\nSi vous ne l'attendiez pas, ignorez cette lettre.\n`,
      }
    : {
        subject: 'Invitation into a team',
        text: `Hello,\n\nYou are invited into the team of an application for access to health data, as ${as}.\nTo accept, sign in with this link, which works once and for a fortnight:\n\n${link}\n\nIf you did not expect it, ignore this letter.\n`,
      };
}
