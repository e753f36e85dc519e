/** E-mail over SMTP, for the services that write to people. The network is touched here and nowhere else. */

export { type Letter, Mailer, type Outcome } from './mailer.js';
