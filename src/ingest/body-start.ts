import { ROOT_CLASS } from './element-kinds.ts';

/** Where the parts of a page stand that a reader needs, as offsets into its markup. */
export interface BodyStart {
  readonly headEnd: number;
  readonly titleStart: number;
  readonly titleEnd: number;
  /** Where the report's body opens. */
  readonly body: number;
}

/** Elements and comments in which a tag is no tag. */
const OPAQUE: readonly (readonly [open: string, close: string])[] = [
  ['<!--', '-->'],
  ['<script', '</script'],
  ['<style', '</style'],
  ['<title', '</title'],
  ['<textarea', '</textarea'],
  ['<template', '</template'],
  ['<noscript', '</noscript'],
  ['<iframe', '</iframe'],
];

/**
 * Finds the report's body by its opening tag, so that the publisher's frame before it, most of the page, need not
 * be read. Null wherever that is not beyond doubt; the whole page is read then. The library's check always reads
 * the whole page, so a wrong guess here could not stay hidden.
 */
export function findBodyStart(html: string): BodyStart | null {
  const named = html.indexOf(ROOT_CLASS);
  if (named === -1) return null;
  const body = html.lastIndexOf('<', named);
  if (
    body === -1 ||
    !/^<[a-z]+\s(?:[^<>"']|"[^"<>]*"|'[^'<>]*')*\bclass=["'][^"'<>]*$/u.test(html.slice(body, named))
  )
    return null;
  for (const [open, close] of OPAQUE) {
    const opened = html.lastIndexOf(open, body);
    if (opened !== -1 && html.indexOf(close, opened) > body) return null;
  }
  const headEnd = html.indexOf('</head>');
  const titleStart = html.lastIndexOf('<h1', body);
  if (headEnd === -1 || titleStart < headEnd) return null;
  const titleEnd = html.indexOf('</h1>', titleStart);
  if (titleEnd === -1 || titleEnd > body) return null;
  return { headEnd: headEnd + '</head>'.length, titleStart, titleEnd: titleEnd + '</h1>'.length, body };
}
