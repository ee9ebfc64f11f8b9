import { perObject } from '../../once';
import type { TextRange } from '../../text/range';
import { isInOne } from '../../text/sorted';
import { matchesOf } from '../../text/matches';
import type { Knowledge } from '../knowledge';
import type { Place } from './place';

/** How comments of one language of templates begin and end, and the files that may have them. */
interface CommentForm {
  readonly open: RegExp;
  readonly close: string;
  readonly files: RegExp;
}

/** Pages, and files whose folder or name says which language they are a template of. */
const GO = /(?:^|\/)templates\/|\.(?:tpl|c?tmpl|gotmpl|gohtml|html?)(?:\.|$)/i;
const JINJA = /\.(?:j2|jinja2?|twig|njk)(?:\.|$)/i;
const PAGE = /\.html?(?:\.|$)/i;
const EMBEDDED_RUBY = /\.(?:erb|rhtml|ejs|jspf?|html?)$/i;

const FORMS: readonly CommentForm[] = [
  // https://pkg.go.dev/text/template#hdr-Actions, as charts of Helm have them
  { open: /\{\{-?\s?\/\*/g, close: '*/', files: GO },
  // https://handlebarsjs.com/guide/#template-comments
  { open: /\{\{~?!--/g, close: '--}}', files: /\.(?:hbs|handlebars|html?)(?:\.|$)/i },
  // https://mustache.github.io/mustache.5.html#Comments
  { open: /\{\{~?!(?!--)/g, close: '}}', files: /\.(?:mustache|hbs|handlebars)(?:\.|$)/i },
  // https://laravel.com/docs/12.x/blade#comments
  { open: /\{\{--/g, close: '--}}', files: /\.blade\.php$/i },
  // https://jinja.palletsprojects.com/en/stable/templates/#comments
  { open: /\{#/g, close: '#}', files: JINJA },
  // The same in pages, whose styles have `{#` before the name of an element.
  { open: /\{#(?=[\s-])/g, close: '#}', files: PAGE },
  // https://shopify.github.io/liquid/tags/template/#comment, and Django's
  {
    open: /\{%-?\s{0,4}comment\b[^%\n]{0,80}%\}/g,
    close: 'endcomment',
    files: /\.(?:liquid|html?)(?:\.|$)/i,
  },
  // https://docs.ruby-lang.org/en/master/ERB.html
  { open: /<%#/g, close: '%>', files: EMBEDDED_RUBY },
  // https://jakarta.ee/specifications/pages/3.1/jakarta-server-pages-spec-3.1#comments
  { open: /<%--/g, close: '--%>', files: EMBEDDED_RUBY },
  // https://learn.microsoft.com/en-us/aspnet/core/mvc/views/razor#comments
  { open: /@\*/g, close: '*@', files: /\.(?:cshtml|razor|vbhtml)$/i },
];

/** Where the comments of a text are that its language of templates takes away. */
const commentsOf = perObject(({ text, path }: Knowledge): readonly TextRange[] =>
  FORMS.filter(({ files }) => files.test(path))
    .flatMap((form) => commentsIn(text, form))
    .sort((a, b) => a.start - b.start),
);

function commentsIn(text: string, { open, close }: CommentForm): readonly TextRange[] {
  const comments: TextRange[] = [];
  let after = 0;
  for (const { 0: mark, index } of matchesOf(text, open)) {
    if (index < after) continue;
    const end = text.indexOf(close, index + mark.length);
    if (end < 0) break;
    comments.push({ start: index, end });
    after = end;
  }
  return comments;
}

/** Whether a place is in a comment of the template that its text is: nothing of it gets into what is made of it. */
export function isInTemplateComment({ start, knowledge }: Pick<Place, 'start' | 'knowledge'>): boolean {
  return isInOne(commentsOf(knowledge), start);
}
