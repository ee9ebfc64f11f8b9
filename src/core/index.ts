/**
 * The only door to the engine: hosts (editor, command line, Node) and the catalog tool import nothing else of core, and the linter holds
 * it. What is not exported here may move without a host noticing. Each function tells at its definition what goes in and out.
 */

// Engine, words and ports
export {
  type Analysis,
  createEngine,
  type DetectionContext,
  type DocumentThread,
  detectionContext,
  type Engine,
  type ProjectContext,
  type SourceText,
} from './engine';
export { daysBetween, isoDay } from './isoDay';
export { countryLabels } from './countryNames';
export { once, perObject } from './once';
export { errorText, reasonOf, ToldError } from './errorText';
export { KeptPromises } from './keptPromises';
export {
  english,
  labeled,
  message,
  type Message,
  paragraph,
  render,
  sideBySide,
  type Translate,
  withSemicolon,
} from './message';
export { effectiveKeys, type LicenseSummary, type Model } from './model';
export {
  type Cache,
  type CancellationSignal,
  type Clock,
  type Decode,
  type FileEntry,
  type FileSource,
  type GitReader,
  type Logger,
  NEVER_CANCELED,
  type Pause,
  SILENT,
  type TextEncoding,
} from './ports';
export type { Detection, ModelReference } from './reference';
export {
  type Component,
  type Confidence,
  LINEAGE_RELATIONS,
  type LineageRelation,
  NONE_STATED,
  type OpennessLevel,
  REGISTRIES,
  type Registry,
  type Relation,
  RELATIONS,
  SEVERITIES,
  type Severity,
  type Verdict,
} from './vocabulary';
export {
  barredUsesText,
  COMMERCIAL_WORDS,
  CONFIDENCE_WORDS,
  EVIDENCE_WORDS,
  GRANT_WORDS,
  LINEAGE_WORDS,
  MEASURED_WORDS,
  NOTES_IN_ENGLISH,
  OBLIGATION_WORDS,
  OPENNESS_WORDS,
  RESTRICTION_WORDS,
  RIGHT_WORDS,
  STATUS_WORDS,
  TRIGGER_WORDS,
  AI_ACT_WORDS,
  CATEGORY_WORDS,
  endingText,
  governingLawText,
  VERDICT_WORDS,
  VERIFICATION_WORDS,
  SEVERITY_WORDS,
  PURPOSE_WORDS,
  DISTRIBUTION_WORDS,
} from './wording';

// Texts and ranges
export { closest } from './text/closest';
export { countBy } from './text/countBy';
export { LayeredMap } from './text/layeredMap';
export { LineIndex } from './text/lineIndex';
export { contains, type Position, type Span, type TextRange } from './text/range';

// How files are read
export { type NotebookCell, notebookCells } from './documents/notebook';

// Names and registries
export { repackedName } from './registries/spelling/repack';

// Finding references
export type { ServedNames } from './detect/servedNames';

// The catalog
export { CATALOG_FORMAT, decodeCatalog, encodeCatalog } from './catalog/compiled';
export { CopyFinder, copyNames, hubSpellings, isNamedAfter, mayBeCopy } from './catalog/copies';
export { asCopy, BY_NAME, OF_ORIGINAL } from './catalog/copyFacts';
export { familyResolver, ruleFinder } from './catalog/family';
export type { FamilyNames } from './catalog/familyNames';
export type { HostEnd, HostRecord, HostSource, ServiceRecord } from './catalog/hostRecords';
export { splitAlias } from './catalog/modelIndex';
export { sizeInName } from './catalog/nameSize';
export { parentsOf } from './catalog/parents';
export { catalogDates } from './catalog/dates';
export type {
  Catalog,
  CatalogDates,
  CatalogRecords,
  FamilyRule,
  LicenseRecord,
  ModelRecord,
  OrganizationRecord,
  Restriction,
  Right,
  Source,
  Threshold,
  Trigger,
} from './catalog/records';

// A newer catalog
export { readWholeCatalog } from './catalog/wholeCatalog';
export { derive, governingLicense, opennessUnder } from './layer/derive';
export { hostOfEntry } from './layer/hostEntry';
export {
  layeredCatalog,
  type LayeredCatalog,
  type LayerFile,
  MOST_LAYER_BYTES,
} from './layer/layeredCatalog';
export type { LayerProblem } from './layer/readLayer';
export { namespaceOwners } from './layer/namespaceOwners';
export { NOTHING_KNOWN } from './catalog/nothingKnown';
export { hostOf } from './update/offer';
export type { PackageRegistry } from './update/registry';
export {
  type CatalogFolder,
  type CatalogState,
  CatalogStore,
  fileOf,
  readState,
  STATE_FILE,
  type StoredCatalog,
  storedInForce,
} from './update/store';
export { createUnpacker, type UnpackPlatform } from './update/unpack';
export {
  CATALOG_PACKAGE,
  installCatalogFile,
  updateCatalog,
  type UpdateOutcome,
  type UpdateTarget,
} from './update/updateCatalog';
export { type CatalogVersion, versionText } from './update/version';

// Facts of a model
export { type ClaimStore, createClaimStore } from './lookup/claim';
export { commercialUseOf } from './lookup/commercialUse';
export { type ComparedFact, compareModels, MAX_COMPARED } from './lookup/compareModels';
export { livesAt, statusLine } from './lookup/hostLives';
export { jointTerms, type JointTerms } from './lookup/jointTerms';
export { nearestName } from './lookup/nearestName';
export { surenessOf } from './policy/sureness';
export { policyPageUrl, rulePageUrl } from './report/rulePages';
export { searchModels, withoutTask } from './lookup/searchModels';
export { boundedCache, type TextStore } from './lookup/hub/boundedCache';
export { type Endpoint, PUBLIC_HUB, readEndpoint } from './lookup/hub/endpoint';
export { createFetchClient, type WebPlatform } from './lookup/hub/fetchClient';
export type { HubAnswer, HubClientOptions } from './lookup/hub/hubAnswer';
export { createHubChannel } from './lookup/hub/hubChannel';
export { createHubClient, type HubClient } from './lookup/hub/hubClient';
export type { HubFacts } from './lookup/hub/hubFacts';
export { hubIdOf, isHubId } from './lookup/hub/hubId';
export { isOwner, listOwner } from './lookup/hub/ownerList';
export { patiently, type WaitUntil } from './lookup/hub/patiently';
export { readToken } from './lookup/hub/token';
export type { EvidenceTools } from './lookup/local/evidenceTools';
export type { LocalSources, NamedModel } from './lookup/local/localClaims';
export { namedModels } from './lookup/namedModels';
export { idsBeginningWith, type KnownName, type NamePlace } from './lookup/idsBeginningWith';
export { MAX_CHAIN } from './lookup/origin';
export { createResearch, type Research, type ResearchOptions, type ResearchState } from './lookup/research';

// Licenses
export { sizeIn } from './licenses/limits';
export { judgeNames, type NamedPair } from './licenses/judgeNames';
export { opennessOfWeights } from './licenses/openWeights';
export { recognizeText } from './licenses/recognizeText';
export { barredUses, obligationOf, restrictionOf, rightOf } from './licenses/terms';

// Policy
export { type Finding, isOfEnd } from './policy/finding';
export { policyCompletion, type PolicyCompletion } from './policy/language/policyCompletion';
export { policyHover } from './policy/language/policyHover';
export {
  failureText,
  type LoadedPolicy,
  loadPolicy,
  type PolicyFileText,
  refusedPolicy,
} from './policy/loadPolicy';
export type { Policy, PolicyProblem } from './policy/policy';
export { invalidPolicyFindings, type PolicyContext, policyFindings } from './policy/policyFindings';
export { POLICY_FILE_NAME } from './policy/readPolicy';
export { exampleText } from './policy/exampleText';
export type { RuleInfo } from './policy/rule';
export { RULE_CODES, ruleInfo, RULES } from './policy/rules';
export { severityNotes } from './policy/severity';
export { UNUSED_EXCEPTION } from './policy/rules/policyRules';
export { policyFromTemplate } from './policy/newPolicy';
export { type PolicyTemplate, POLICY_TEMPLATES, templateIn } from './policy/templates';

// Quick fixes
export {
  type FileEdit,
  type Fix,
  FIX_KINDS,
  type FixAnswers,
  type FixContext,
  type FixFile,
  type FixInput,
  type FixKind,
  NOTICE_FILE_NAME,
  README_FILE_NAME,
} from './fixes/fix';
export { usualExpiry } from './fixes/usualExpiry';
export { fixMenu, type OfferedFix } from './fixes/fixMenu';
export { canonicalTask, taskByName } from './fixes/standIn';
export { type ChosenChange, type KeptName, leftReason, replaceChosen } from './fixes/replaceChosen';
export { type Refused, settle, type Settlement, type Wanted } from './fixes/settle';

// Agents
export {
  auditAnswer,
  checkAnswer,
  explainAnswer,
  lookUpAnswer,
  searchAnswer,
} from './agent/answers';
export { isUsedAs, replacementsAnswer, type UsedPlace } from './agent/replacements';
export { judgeName } from './agent/judgeName';

// Hover
export { explainLine, explanationText, type ExplainedPlace } from './explain/explainLine';
export { governs } from './audit/policyScope';
export { decisionText, type ExplainedFinding, explanationOf } from './explain/explanation';
export type { HoverCommand, HoverSubject } from './hover/card';
export { hoverCard } from './hover/hoverCard';
export { lookUpNote, type LookUpNote } from './hover/lookUpNote';
export { findingsAbout, referenceAt } from './hover/referenceAt';

// Audit
export { AskingFiles } from './audit/askingFiles';
export { audit, type AuditFolder, type AuditHost, type AuditOptions } from './audit/audit';
export { auditWithResearch } from './audit/auditWithResearch';
export { withoutAccepted } from './audit/baseline';
export { carryFindings } from './audit/carryFindings';
export { messageOf, withDuties } from './policy/oneCause';
export { changedOnly, policyChanges } from './audit/changes';
export { ConfigValues, saysSettings } from './audit/configValues';
export { countAudit } from './audit/counts';
export { modelVerdicts } from './report/modelVerdicts';
export { decodeText, readText } from './audit/decodeText';
export { type IndexEntry, parseGitIndex } from './audit/gitIndex';
export {
  auditEntries,
  type AuditEntry,
  type EntryGroup,
  entryMatches,
  groupEntries,
  hostDetails,
  type Grouping,
  GROUPINGS,
} from './audit/entries';
export { pathGlobs } from './audit/globs';
export { findingsInLock } from './audit/locks';
export { FileSearcher } from './audit/fileSearches';
export {
  decodeFound,
  type DigestedFile,
  encodeFound,
  type Found,
  type FoundCache,
  type Quiet,
  type Searched,
  type Searchers,
  type SearchThreads,
} from './audit/found';
export { isContentSkip } from './audit/skipReasons';
export { AuditMemory } from './audit/memory';
export { mergeReports, type Shard } from './audit/merge';
export { documentSkip } from './audit/documentSkip';
export { folderOf } from './text/relativePath';
export { type PolicyPlaces, readPolicies, within } from './audit/policyReader';
export type { FoundPolicy, PolicyText } from './audit/policyScope';
export { MAX_HEADERS, isSource, ProjectLicenses, statesLicense } from './audit/projectLicense';
export type {
  AuditedFinding,
  AuditedLock,
  AuditedReference,
  AuditProgress,
  AuditResult,
  Located,
} from './audit/result';
export { skipMessage, type SkipReason } from './audit/skipReasons';
export { type FolderAbove, policyAbove, readSurroundings, type Surroundings } from './audit/surroundings';
export { leavesModelsUnread, leavesNamedUnread } from './audit/unreadModels';
export { MISNAMED_POLICIES, misnamedPolicyProblem } from './policy/misnamedPolicy';

// For the tools of the catalog
export { createCatalog } from './catalog/createCatalog';
export { isRegistry } from './lookup/hostedName';
export { createLookup, type Lookup } from './lookup/lookup';
export { serviceAt } from './lookup/service';
export { askedService } from './report/reportedServices';
export { whereItRuns } from './lookup/whereItRuns';

// Reports
export type { AuditReport } from './report/auditReport';
export { toCalendar } from './report/calendar';
export { toRenovate, type Replacement } from './report/renovate';
export { type JsonSchema, misfit } from './report/checkReport';
export { CYCLONEDX_VERSIONS, type CycloneDxVersion } from './report/cyclonedx';
export { type Format, FORMATS, PROSE_FORMATS, type RenderOptions, reportParts } from './report/formats';
export { inWordsOf } from './report/inWordsOf';
export {
  ENGLISH,
  fullStop,
  headed,
  type Language,
  listed,
  noted,
  say,
  sayWord,
  TRANSLATED,
} from './report/language';
export { htmlBody } from './report/html';
export { readUseLine, toJsonLines, type UseLine } from './report/jsonLines';
export {
  ORGANIZATION_SCRIPT,
  type OrganizationChanges,
  organizationCsv,
  organizationPage,
  OrganizationTally,
} from './report/organization';
export { organizationChanges } from './report/organizationChanges';
export { REPORT_STYLE } from './report/htmlStyle';
export { attribute, escapeHtml, html, Html } from './report/htmlText';
export { codeSpan, escapeMarkdown, markdownTable, prose } from './report/markdownText';
export { licenseText, opennessText, originText, unknownText } from './report/modelText';
export { columns } from './report/columns';
export { grouped } from './text/grouped';
export { type ReportTool, toReport } from './report/toReport';
export { visible } from './report/visible';

// Changes since an approval
export { approveModels } from './drift/approve';
export { LOCK_FILE_NAME } from './drift/lockFile';
