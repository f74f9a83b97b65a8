import { ConcreteHyperlink, type IContext, type IXmlableObject, type ParagraphChild } from 'docx';

const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

type Relationships = IContext['viewWrapper']['Relationships'];

/** A link out of the document. The package's own has a random id, and would make every file another one. */
export class DocxLink extends ConcreteHyperlink {
  readonly #target: string;

  constructor(children: readonly ParagraphChild[], id: string, target: string) {
    super(children, id);
    this.#target = target;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const relationships = context.viewWrapper.Relationships;
    const known = KNOWN.get(relationships) ?? new Set<string>();
    KNOWN.set(relationships, known);
    if (!known.has(this.linkId)) {
      known.add(this.linkId);
      relationships.addRelationship(this.linkId, HYPERLINK, this.#target, 'External');
    }
    return super.prepForXml(context);
  }
}

/** The links that a part of the document, its body or its notes, names already. */
const KNOWN = new WeakMap<Relationships, Set<string>>();
