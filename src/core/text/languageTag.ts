/** Languages that programs are translated into, by ISO 639, and the region or script that may follow: part of an expression. */
export const LANGUAGE_TAG =
  String.raw`(?:en|de|fr|es|it|pt|ja|jp|ko|zh|cn|tw|ru|uk|pl|nl|sv|da|nb|nn|no|fi|cs|tr|ar|fa|he|hi|id|vi|th|el|` +
  String.raw`hu|ro|bg|hr|sk|sl|sr|et|lv|lt|ca|eu|gl|ms|ta|te|bn|ur)(?:[-_][A-Za-z]{2,4}){0,2}`;
