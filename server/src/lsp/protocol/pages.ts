/** Notification to our own extension: pages are others than they were, although what {@link archiveRequest} answers is not. Parameters: none. */
export const pagesChangedNotification = 'xen-notes/pagesChanged';

/** Request: a page about the archives. Parameters: {@link PageParams}; answers {@link PageView} or {@link Problem}. */
export const pageRequest = 'xen-notes/page';
export interface PageParams {
  /** `overview`, `topic` or `person`. */
  readonly page: string;
  /** Of the topic or person. */
  readonly name?: string;
}
export interface PageView {
  readonly title: string;
  /** HTML without anything that runs; its links are commands of our extension. */
  readonly body: string;
  /** CSS. */
  readonly style: string;
  /** Of the texts, such as `de`. */
  readonly language: string;
}

/** Request: what there is a page of. Parameters: none; answers {@link SubjectsView}. */
export const subjectsRequest = 'xen-notes/subjects';
export interface SubjectsView {
  /** Those spoken of most first. */
  readonly topics: readonly TopicView[];
  readonly people: readonly PersonView[];
}
export interface TopicView {
  readonly name: string;
  readonly group?: string;
  /** How many sessions, groups, sections and documents speak of it. */
  readonly places: number;
  /** First and last year. */
  readonly from?: number;
  readonly to?: number;
}
export interface PersonView {
  readonly name: string;
  /** How many documents name them. */
  readonly documents: number;
  readonly from?: number;
  readonly to?: number;
}
