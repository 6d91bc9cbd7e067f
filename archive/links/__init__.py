"""Pure functions from records to what connects them: topics, neighbours, and answers beside their questions.

cards       what a list says of one record
names       keys and addresses of topics, made from names alone
topics      everything with a page of its own under which records stand, with its members
mentions    which subjects a title or a text names
guesses     which notes tell what was guessed of which table
pairing     each part of a question beside its part of the answer
authority   which names are one topic, as the user says; authority_text reads it
near_names, near_people, name_pairs, names_in_use, authority_suggestions  which names may be one topic, and why
authority_check  what the authority does in a corpus, and what speaks against it
moved       names that became aliases, and the topics that they lead to
tenures     who asked for which party and who was competent for what when
reading     how well each document was understood, and what that adds up to
working_days  the days that count towards the term of an answer
deadlines   by when a minister had to answer, and whether that was done
term_figures  how many answers came in time, by minister and year
changes     what is new, changed or refused since a moment
recent      what the archive came to know last, day by day
linking     all of it for one corpus

Between records, each link with its reason:

wordings, text_words, common_words                          the words of a record, read once
asked, fingerprints, shared_words                           what is kept of a record to compare it
vocabulary, spread, vectors                                 its words as numbers, and which of them tell most
put_to, families                                            one question put to several ministers
pointers, resolved, laws, law_titles, web_addresses         references, both ways
repeats, series, related                                    what was asked again, and what is about the same
ties, nearness, reasons                                     which are weighed, why they are near, and how strongly
between                                                     all of these for one corpus

What is kept from one time to the next, so that only what changes touch is made again (the only ones that write):

facts                                                       all that links need of one record
number_sets, kept_facts, kept_lists, kept_state, shelf      what is kept of each record, and how
growing                                                     links by way of what is kept

Organisations and measures, discovered in the texts:

abbreviated, namings, word_pairs, concept_facts             what is kept of a record to know the names in it
meanings                                                    what each abbreviation stands for
known_concepts, concept_classes                             a table of known ones; organisation or measure
lone_abbreviations                                          those that are names though nobody explains them
concepts, concept_gathering                                 all of them for one corpus

Mentions of topics in running text:

topic_words, mention_places                                 where a text names a topic
mention_choice, mention_links                               which of these places become links

The story of a topic:

telling                                                     what one record tells: sentences, tables, its verdict
story_quotes                                                which sentences tell what a topic is
story_words                                                 the abbreviations of its records
company                                                     which topics go together with it
stories                                                     all of it for one topic

Figures over time:

counts                                                      questions by year, minister, party, theme, kind of answer
table_axes, table_figures                                   what names and numbers a table has; what is drawn of it
table_facts, reported                                       which figures one answer reports
figure_series                                               the same figure through several answers

A question beside the earlier one that it asks again:

asked_again                                                 which one that is
word_changes, passages, new_sentences                       which words, and which sentences, are new
part_alignment, comparison_sections, reading_order          which part became which
table_pairs, joined_tables                                  which table became which, and by how much it changed
comparison                                                  all of it for two questions
"""

from archive.links.linking import Links, link_records

__all__ = ["Links", "link_records"]
