import { application, hasContent } from '../application/application.js';

/** An application as whoever holds the secret of an invitation reaches it. */
export const applicationBorne: typeof application = {
  ...application,
  relations: (state, actor) => [
    ...application.relations(state, actor),
    ...(hasContent(state) ? ['bearer' as const] : []),
  ],
};
