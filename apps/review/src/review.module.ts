import type { ServiceDefinition } from '@hub/http-edge';
import { Procedures } from '@hub/procedures';
import { type DynamicModule, Module } from '@nestjs/common';
import { CaseController } from './case/case.controller.js';
import { CaseListRow } from './case/case.entity.js';
import { CaseStore } from './case/case.store.js';
import { CaseListsController } from './case/case-lists.controller.js';
import { CaseLists } from './case/case-lists.store.js';
import { CommitteeController } from './case/committee.controller.js';
import { RapporteurSlots } from './case/rapporteur-slots.store.js';
import { RapporteursController } from './case/rapporteurs.controller.js';
import { KnownHolders } from './catalogue/known-holders.store.js';
import { Deadlines } from './clocks/deadlines.consumer.js';
import { Post } from './clocks/post.client.js';
import { DataUseController } from './datause/data-use.controller.js';
import { DataUseStore } from './datause/data-use.store.js';
import { KnowDataUse } from './datause/know-data-use.consumer.js';
import { DecisionController } from './decision/decision.controller.js';
import { FindingController } from './finding/finding.controller.js';
import { InterestsController } from './interests/interests.controller.js';
import { InterestsRow } from './interests/interests.entity.js';
import { InterestsStore } from './interests/interests.store.js';
import { AwaitPublications1764117000000 } from './migrations/await-publications.js';
import { CreateCommittee1760000020000 } from './migrations/create-committee.js';
import { CreateDataUse1760000002600 } from './migrations/create-data-use.js';
import { CreateRegister1760000002500 } from './migrations/create-register.js';
import { CreateReports1760000002400 } from './migrations/create-reports.js';
import { CreateReview1760000002000 } from './migrations/create-review.js';
import { FollowProcedures1764104400000 } from './migrations/follow-procedures.js';
import { KeepCategories1764115000000 } from './migrations/keep-categories.js';
import { ListDeliveryTerms1764116000000 } from './migrations/list-delivery-terms.js';
import { MatchSponsors1764113000000 } from './migrations/match-sponsors.js';
import { PermitChanges1764000001000 } from './migrations/permit-changes.js';
import { ShowDelays1764105000000 } from './migrations/show-delays.js';
import { ChangeController } from './permit/change.controller.js';
import { PermitController } from './permit/permit.controller.js';
import { PermitKeyRow, PermitRow } from './permit/permit.entity.js';
import { PermitStore } from './permit/permit.store.js';
import { PermitKey } from './permit/permit-key.config.js';
import { FollowApplication } from './reactions/follow-application.consumer.js';
import { GrantPermitWhenAuthorised } from './reactions/grant-permit-when-authorised.consumer.js';
import { KnowHolders } from './reactions/know-holders.consumer.js';
import { RecordItemWhenVoteOpened } from './reactions/record-item-when-vote-opened.consumer.js';
import { refusals } from './refusals.js';
import { KnowConfidential } from './register/know-confidential.consumer.js';
import { RegisterController } from './register/register.controller.js';
import { RegisterStore } from './register/register.store.js';
import { DelayStore } from './reports/delays.store.js';
import { FollowWorkspace } from './reports/follow-workspace.consumer.js';
import { ReportsController } from './reports/reports.controller.js';
import { AwaitResults } from './results/follow-permit.consumer.js';
import { ResultController } from './results/result.controller.js';
import { ResultStore } from './results/result.store.js';
import { SensitivityController } from './sensitivity/sensitivity.controller.js';
import { SessionController } from './session/session.controller.js';
import { SessionRow } from './session/session.entity.js';
import { SessionStore } from './session/session.store.js';
import { templatesFrom } from './template/templates.config.js';
import { Templates } from './template/templates.js';

@Module({
  controllers: [
    CaseListsController,
    CaseController,
    CommitteeController,
    RapporteursController,
    DecisionController,
    FindingController,
    SensitivityController,
    PermitController,
    ChangeController,
    InterestsController,
    SessionController,
    FollowApplication,
    KnowHolders,
    GrantPermitWhenAuthorised,
    RegisterController,
    KnowConfidential,
    RecordItemWhenVoteOpened,
    ResultController,
    DataUseController,
    KnowDataUse,
    AwaitResults,
    ReportsController,
    FollowWorkspace,
  ],
  providers: [
    CaseStore,
    RapporteurSlots,
    CaseLists,
    PermitStore,
    InterestsStore,
    SessionStore,
    RegisterStore,
    ResultStore,
    DataUseStore,
    DelayStore,
    Deadlines,
    Post,
    KnownHolders,
    { provide: Templates, useFactory: () => templatesFrom(process.env) },
    { provide: PermitKey, useFactory: () => PermitKey.fromEnvironment(process.env) },
  ],
})
export class ReviewModule {
  /** The service under these procedures. */
  static under(procedures: Procedures): DynamicModule {
    return { module: ReviewModule, providers: [{ provide: Procedures, useValue: procedures }] };
  }
}

export const serviceUnder = (procedures: Procedures): ServiceDefinition => ({
  name: 'review',
  module: ReviewModule.under(procedures),
  entities: [CaseListRow, PermitRow, PermitKeyRow, InterestsRow, SessionRow],
  migrations: [
    CreateReview1760000002000,
    CreateReports1760000002400,
    CreateRegister1760000002500,
    CreateDataUse1760000002600,
    CreateCommittee1760000020000,
    FollowProcedures1764104400000,
    ShowDelays1764105000000,
    MatchSponsors1764113000000,
    KeepCategories1764115000000,
    ListDeliveryTerms1764116000000,
    AwaitPublications1764117000000,
    PermitChanges1764000001000,
  ],
  explanations: refusals,
});

export const service = serviceUnder(new Procedures());
