import { type Paragraph, XmlAttributeComponent, XmlComponent } from 'docx';
import { describeEditionDigest, type EditionDigest, WHAT_A_DIGEST_IS } from '../../domain/edition-digest.ts';
import { paragraph } from './docx-blocks.ts';

/** The digests of the editions a document takes from, printed. */
export function editionDigests(editions: readonly EditionDigest[]): Paragraph[] {
  if (editions.length === 0) return [];
  return [...editions.map(describeEditionDigest), WHAT_A_DIGEST_IS].map((line) => paragraph(line, 'Small'));
}

class DefaultAttributes extends XmlAttributeComponent<{ readonly type: string; readonly extension: string }> {
  protected override readonly xmlKeys = { type: 'ContentType', extension: 'Extension' };
}

/** Every file in the package must have its type named, or Word calls the document damaged (ECMA-376, part 2, 7.3). */
export class JsonFiles extends XmlComponent {
  constructor() {
    super('Default');
    this.root.push(new DefaultAttributes({ type: 'application/json', extension: 'json' }));
  }
}
