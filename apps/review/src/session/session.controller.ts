import { isRefusal, type Person, refuse } from '@hub/decider';
import { ApiTags, Caller, For, OrderAnew, OrderOnSeen, type PersonalOrder } from '@hub/http-edge';
import { pdfOf } from '@hub/pdf';
import { Body, Controller, Get, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { CaseStore } from '../case/case.store.js';
import { openVote } from '../case/open-vote.js';
import { Command } from '../command.controller.js';
import { seatZone as zone } from '../seat.js';
import { minutesFacts } from './cases-of-session.js';
import { addItem, admitItem, removeItem } from './change-agenda.js';
import { closeSession, draftMinutes } from './draw-up-minutes.js';
import { cancelSession, openItem, openSession } from './hold-session.js';
import { minutesDocument } from './minutes-document.js';
import { placeAfter, placeIn } from './page-place.js';
import { planSession } from './plan-session.js';
import * as input from './session.inputs.js';
import { SessionStore } from './session.store.js';
import { minutesFor, viewOf } from './session.view.js';

@ApiTags('sessions')
@Controller('sessions')
export class SessionController {
  constructor(
    @Inject(SessionStore) private readonly sessions: SessionStore,
    @Inject(CaseStore) private readonly cases: CaseStore,
  ) {}

  @For('committee_member', 'committee_president', 'hub_officer', 'auditor')
  @Get()
  async list(@Query() { limit, after }: input.SessionListInput) {
    const items = await this.sessions.list({ limit, after: after === undefined ? undefined : placeIn(after) });
    const last = items.length === limit ? items.at(-1) : undefined;
    return { items, ...(last && { next: placeAfter(last) }) };
  }

  @Get(':id')
  async read(@Caller() person: Person, @Param('id') id: string) {
    const found = await this.sessions.read(id, person);
    if (isRefusal(found)) return found;
    const { state, version } = found;
    if (state.status === 'ABSENT') return refuse('not-found');
    const caseIds = state.agenda.map(({ caseId }) => caseId);
    const [{ cases }, readable] = await Promise.all([
      this.sessions.agendaFacts(caseIds, person),
      this.sessions.readable(caseIds, person),
    ]);
    return viewOf(state, person, { id, version, allowed: this.sessions.allowed(state, person), cases, readable });
  }

  @Get(':id/minutes.pdf')
  async minutes(@Caller() person: Person, @Param('id') id: string, @Query() { lang }: input.LanguageInput) {
    const found = await this.sessions.read(id, person);
    if (isRefusal(found)) return found;
    const { state } = found;
    if (!('minutes' in state)) return refuse('minutes-not-drafted');
    const readable = await this.sessions.readable(
      state.minutes.items.map(({ caseId }) => caseId),
      person,
    );
    const locked = await this.sessions.copyRefused(readable);
    if (locked) return locked;
    const minutes = minutesFor(state.minutes, readable);
    const document = minutesDocument({ ...state, minutes, approved: state.status === 'CLOSED', zone }, lang);
    return new StreamableFile(await pdfOf(document), {
      type: 'application/pdf',
      disposition: `inline; filename="minutes-${state.plan.startsAt.slice(0, 10)}.pdf"`,
    });
  }

  @Command('')
  plan(@OrderAnew() order: PersonalOrder, @Body() { startsAt, place, link }: input.SessionInput) {
    const plan = { startsAt, ...(place && { place }), ...(link && { link }) };
    return this.sessions.execute(planSession, this.sessions.idBegunBy(order), plan, order);
  }

  @Command(':id/agenda')
  async addItem(
    @OrderOnSeen() order: PersonalOrder,
    @Param('id') id: string,
    @Body() { caseId, admit }: input.AgendaInput,
  ) {
    const facts = await this.sessions.agendaFacts([caseId], order.actor);
    return this.sessions.execute(admit ? admitItem : addItem, id, { caseId }, order, facts);
  }

  @Command(':id/agenda/removal')
  async removeItem(
    @OrderOnSeen() order: PersonalOrder,
    @Param('id') id: string,
    @Body() { caseId }: input.RemovalInput,
  ) {
    const facts = await this.sessions.agendaFacts([caseId], order.actor);
    return this.sessions.execute(removeItem, id, { caseId }, order, facts);
  }

  @Command(':id/opening')
  open(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() { present }: input.PresenceInput) {
    return this.sessions.execute(openSession, id, { present }, order);
  }

  /** Asked of the session, decided by the case; the session then records what the case announces. */
  @Command(':id/items/:caseId/opening')
  async openItem(@OrderAnew() order: PersonalOrder, @Param('id') id: string, @Param('caseId') caseId: string) {
    const facts = await this.sessions.agendaFacts([caseId], order.actor);
    const refused = await this.sessions.execute(openItem, id, { caseId }, { ...order, once: undefined }, facts);
    if (isRefusal(refused)) return refused;
    const { state } = await this.sessions.load(id);
    const present = 'present' in state ? state.present : [];
    return this.cases.execute(openVote, caseId, { present, sessionId: id }, order);
  }

  @Command(':id/minutes')
  async draftMinutes(
    @OrderOnSeen() order: PersonalOrder,
    @Param('id') id: string,
    @Body() { remarks }: input.MinutesInput,
  ) {
    const { state } = await this.sessions.load(id);
    const held = 'opened' in state ? state : { agenda: [], present: [], opened: {} };
    const states = await this.sessions.statesOf(held.agenda.map(({ caseId }) => caseId));
    return this.sessions.execute(draftMinutes, id, { remarks }, order, minutesFacts(states, held));
  }

  @Command(':id/closing')
  close(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string) {
    return this.sessions.execute(closeSession, id, {}, order);
  }

  @Command(':id/cancellation')
  cancel(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() { reason }: input.CancellationInput) {
    return this.sessions.execute(cancelSession, id, { reason }, order);
  }
}
