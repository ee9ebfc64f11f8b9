import { byName, inFolder, words } from './found';
import { CODE_EXTENSIONS, isDocument, type Parts, type Rule } from './pathParts';
import { isTestFile } from './tests';

/** Migrations of a database, and what is kept of its older versions. */

/** `migrations`, `db-migration`, `sql_migrations`, `migrations-sql`, `DatabaseMigrations`. */
const MIGRATIONS = new RegExp(
  String.raw`^(?:(?:db|database|sql|schema|data|pg|postgres|postgresql|mysql|sqlite)[-_.]?)?` +
    String.raw`(?:migrate|migrations?)(?:[-_.](?:sql|db|database|scripts?|pg|postgres|postgresql|mysql|sqlite))?$`,
);

/** A script that brings data from one version to the next: `migration_v0.3-v0.4.sql`, `migratev1tov2.sh`. */
const VERSION_CHANGE = new RegExp(
  String.raw`^(?:(?:[\w-]{1,60}[-_.])?(?:migrat(?:e|ions?)|upgrade|update)[-_.]?(?:from[-_.]?)?v?\d[\d._]{0,20}` +
    String.raw`(?:[-_.]{0,2}to[-_.]{0,2}|-{1,2})v?\d|(?:\d[\d._-]{0,20})?migrat(?:e|ions?)(?:[-_.].*)?\.sql$)`,
);

/**
 * Of Flyway, of what runs pairs of scripts (https://github.com/golang-migrate/migrate/blob/master/MIGRATIONS.md), and
 * of what runs them by their dates (https://github.com/amacneil/dbmate#creating-migrations).
 */
const NUMBERED =
  /^(?:[vru]\d(?:\d|[._](?!_))*__.+\.(?:sql|java|kt|py)|\d+_.+\.(?:up|down)\.sql|20\d{6}(?:\d{4}|\d{6})?[-_].+\.sql)$/;
/**
 * From one version of an extension to the next, https://www.postgresql.org/docs/current/extend-extensions.html, and all
 * changes in one file.
 */
const OF_VERSIONS =
  /^(?:[\w-]{1,60}?--\d[\w.]{0,30}--\d[\w.]{0,30}\.sql|migrations\.(?:json|sql|[cm]?[jt]s))$/;

function isVersionChange({ name, extension }: Parts): boolean {
  return (
    NUMBERED.test(name) ||
    OF_VERSIONS.test(name) ||
    (CODE_EXTENSIONS.has(extension) && VERSION_CHANGE.test(name))
  );
}

/** Alembic, Django, Rails, Laravel, Prisma, Drizzle, Ecto, Flyway, Liquibase, Entity Framework. */
export const migration: Rule = (parts) => {
  const { folders, file, extension } = parts;
  if (isDocument(parts) || isTestFile(parts)) return undefined;
  const folder = folders.find((one) => MIGRATIONS.test(one));
  if (folder !== undefined && !folders.includes('docs')) return inFolder('migration', folder);
  const alembic = folders.indexOf('alembic');
  if (alembic >= 0 && folders.includes('versions', alembic)) return inFolder('migration', 'alembic/versions');
  if (isVersionChange(parts)) return byName('migration', file);
  if (folders.includes('changelog') && isOfChangelog(extension)) return inFolder('migration', 'changelog');
  const archive = STATE_OF_VERSION.test(file) ? folders.find((one) => ARCHIVED.has(one)) : undefined;
  return archive === undefined ? undefined : inFolder('migration', archive);
};

/** Liquibase's changes. */
function isOfChangelog(extension: string): boolean {
  return extension === 'xml' || extension === 'sql';
}
/** What a database was like at an older version, kept in a folder: `archive/app-v4.1.3.sql`. */
const STATE_OF_VERSION = /[-_.]v?\d+(?:[._]\d+)+\.sql$/i;
const ARCHIVED = words('archive archives archived');

/**
 * What tools write of each version that a schema had: Drizzle (https://orm.drizzle.team/docs/drizzle-config-file#out),
 * Room (https://developer.android.com/training/data-storage/room/migrating-db-versions).
 */
const KEPT_VERSION =
  /(?:^|\/)(schemas(?=\/[\w.]{1,120}\.\w{1,80}\/\d+\.json$)|drizzle(?=\/(?:meta\/)?\d{4}_\w+\.(?:sql|json)$))/;

export const keptVersion: Rule = ({ folders, name }) => {
  const folder = KEPT_VERSION.exec([...folders, name].join('/'))?.[1];
  return folder === undefined ? undefined : inFolder('migration', folder);
};
