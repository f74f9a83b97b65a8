import type { MappingRelation, TopicId, TopicMatch } from '../../domain/topic.ts';

/** How topics stand in a column: ids with a space between them, nothing where there are none. */
export function formatTopics(topics: readonly TopicId[]): string {
  return topics.join(' ');
}

export function parseTopics(text: string): readonly TopicId[] {
  return text === '' ? [] : text.split(' ');
}

/** How matches stand in a column: `torture:exact women:broad`. */
export function formatMatches(matches: readonly TopicMatch[]): string {
  return matches.map(({ topic, relation }) => `${topic}:${relation}`).join(' ');
}

export function parseMatches(text: string): readonly TopicMatch[] {
  return parseTopics(text).map((match) => {
    const colon = match.lastIndexOf(':');
    return { topic: match.slice(0, colon), relation: match.slice(colon + 1) as MappingRelation };
  });
}
