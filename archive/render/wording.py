"""The message ids, in plain English, of what stands in records and links as a code."""

from __future__ import annotations

from archive.links.concept_classes import ConceptClass
from archive.links.deadlines import DeadlineState, Why
from archive.links.names import TopicKind
from archive.model.notes import NoteKind
from archive.render.comparison_wording import COMPARISON_WORDINGS

ANSWER_WORDING: dict[str, str] = {
    "substantive": "Answered",
    "partial": "Partly answered",
    "no_data": "No figures available",
    "referral": "Refers to another answer",
    "not_competent": "Not competent",
    "holding": "Holding answer",
    "coordinated": "Coordinated answer",
}

ANSWER_EXPLANATION: dict[str, str] = {
    "substantive": "The minister answers the question.",
    "partial": "For some of the sub-questions the minister says that there are no figures.",
    "no_data": "The minister says that the figures asked for do not exist or are not available.",
    "referral": "The minister refers to another answer, or to another minister.",
    "not_competent": "The minister says that the subject is not within the minister's competence.",
    "holding": "The minister announces that an answer will follow.",
    "coordinated": "One answer in the name of several ministers.",
}

TOPIC_WORDING: dict[TopicKind, str] = {
    "theme": "Theme",
    "subject": "Subject",
    "asker": "Asked by",
    "minister": "Minister",
    "year": "Parliamentary year",
    "competence": "Competence",
    "concept": "Organisation or measure",
    "law": "Legislation",
}

CONCEPT_WORDING: dict[ConceptClass, str] = {
    "organisation": "Organisation",
    "measure": "Measure",
    "term": "Term",
}

TOPICS_WORDING: dict[TopicKind, str] = {
    "theme": "Themes",
    "subject": "Subjects",
    "asker": "Askers",
    "minister": "Ministers",
    "year": "Parliamentary years",
    "competence": "Competences",
    "concept": "Organisations and measures",
    "law": "Decrees and other legislation",
}

TOPICS_EXPLANATION: dict[TopicKind, str] = {
    "theme": "The themes under which the parliament files the questions.",
    "subject": "What the titles of the questions name first.",
    "asker": "The members of parliament who asked the questions.",
    "minister": "The ministers to whom the questions were put.",
    "year": "The parliamentary year opens on the fourth Monday of September.",
    "competence": "What ministers are competent for, whoever holds it and whatever the office is called.",
    "concept": "Organisations and measures that the documents name, with their abbreviations.",
    "law": "Decrees, decisions and other texts of law that the documents name.",
}

NOTE_WORDING: dict[str, str] = {
    "answer_kind": "Kind of answer",
    "asker_contradiction": "Two askers",
    "attachment_link": "Attachment elsewhere",
    "broken_address": "Broken address joined",
    "broken_number": "Broken number joined",
    "broken_word": "Broken word joined",
    "comment": "Comments beside the text",
    "composed_letters": "Accents joined to their letters",
    "converted": "Turned into another kind of file",
    "date_contradiction": "Two dates",
    "deleted_rows": "Deleted rows left out",
    "deleted_text": "Deleted words left out",
    "embedded_document": "Embedded documents not read",
    "encoding": "Encoding recognised",
    "formula_without_value": "Formula without a value",
    "glued_bullets": "Bullets set apart",
    "glued_label": "Label set apart",
    "glued_name": "Name set apart",
    "guessed_year": "Parliamentary year from the date",
    "hidden_sheet": "Hidden sheet",
    "hidden_text": "Hidden words left out",
    "impossible_date": "Impossible date",
    "in_time": "In time or late",
    "kind_of_answer": "Kind of answer after the parliament",
    "label_gap": "Numbers do not follow on",
    "ligatures": "Ligatures written out",
    "link_target": "Address behind a text kept",
    "long_title": "Beginning stands as title",
    "merged": "Joined from several documents",
    "minister_contradiction": "Two ministers",
    "mojibake": "Broken letters mended",
    "no_date": "No date",
    "no_question": "Answer without its question",
    "no_title": "No title",
    "number_contradiction": "Two numbers",
    "number_form": "Number printed otherwise",
    "only_metadata": "Metadata without text",
    "other_address": "Two addresses",
    "other_file": "One more document",
    "other_results": "Other results of the same list",
    "page_furniture": "Heads and feet of pages left out",
    "picture": "Pictures not read",
    "portfolio_form": "Portfolio printed otherwise",
    "private_bullets": "Bullets made plain",
    "procedure": "Step of the procedure",
    "soft_hyphens": "Soft hyphens left out",
    "special_blanks": "Special blanks made plain",
    "sparse_sheet": "Empty rows and columns left out",
    "table_guess": "Table partly guessed",
    "text_before_question": "Text before the question",
    "themes_contradiction": "Two sets of themes",
    "title_contradiction": "Two titles",
    "total_contradiction": "Sum that differs",
    "unknown_characters": "Unknown characters",
    "unknown_name": "Unknown name",
    "unseen_characters": "Characters without a form left out",
    "other": "Other notes",
}

NOTE_KIND_WORDING: dict[NoteKind, str] = {
    "contradiction": "Contradictions",
    "guess": "Guesses",
    "doubt": "Doubts",
    "repair": "Repairs",
    "kept": "Kept beside the text",
}

NOTE_KIND_EXPLANATION: dict[NoteKind, str] = {
    "contradiction": "The document says two things. Both were kept, and nothing was corrected.",
    "guess": "The document leaves it open, and the program chose the likeliest reading.",
    "doubt": "Something is missing or odd. It stays as it stands.",
    "repair": "What copying and converting had broken was mended; the meaning stayed the same.",
    "kept": "The document says something for which no field is meant. It was kept as a note.",
}

FIELD_WORDING: dict[str, str] = {
    "title": "Title",
    "themes": "Themes",
    "asker": "Asked by",
    "party": "Party of the asker",
    "minister": "Minister",
    "portfolio": "Portfolio of the minister",
    "asked_on": "Asked on",
    "answered_on": "Answered on",
    "published_on": "Published on",
    "answer": "Answer",
    "document": "Original document",
}

# Lists of documents that no note stands for.
READING_LISTS: dict[str, str] = {
    "without_answer": "Sub-questions without an answer",
    "lines_left": "Rows that stay lines",
}

REFUSAL_WORDING: dict[str, str] = {
    "address": "The address is not valid",
    "archive": "The archive file cannot be unpacked",
    "binary": "No text, but a program or other binary file",
    "closed": "The server does not hand it out",
    "conversion": "The file cannot be turned into one that can be read",
    "crashed": "The reading program stopped on it",
    "damaged": "The file is damaged",
    "empty": "The file is empty",
    "encrypted": "The file is locked with a password",
    "half_header": "The head of the question or answer is not complete",
    "half_record": "The record does not say which question it is of",
    "id": "The record has an impossible id",
    "impossible_date": "The document has a date that does not exist",
    "memory": "Reading takes too much memory",
    "no_converter": "An old kind of file, and no program here reads it",
    "no_search": "The answer of the open-data service cannot be read",
    "no_text": "No text, perhaps a scan",
    "not_found": "Nothing is found at the address",
    "offline": "An address, and nothing was to be fetched",
    "only_addresses": "A list of addresses, without records",
    "page": "A web page in the place of the document",
    "record": "The record is not valid",
    "redirects": "The address leads on without end",
    "robots": "The host does not allow programs to fetch it",
    "status": "The server answers with an error",
    "time": "Reading takes too long",
    "too_large": "The file is too large",
    "too_many_results": "The search finds too much",
    "unknown_type": "The kind of file is not known",
    "unreachable": "The host cannot be reached",
    "unreadable": "The kind of file cannot be read",
    "unsafe": "The file could do harm",
}

ORIGIN_WORDING: dict[str, str] = {
    "layout": "read from the layout",
    "inferred": "rebuilt from text",
}

# Fields of a record that changed; those that say one thing to the reader share a word.
CHANGED_WORDING: dict[str, str] = {
    "kind": "Kind of document",
    "number": "Number",
    "parliamentary_year": "Parliamentary year",
    "title": "Title",
    "subject": "Title",
    "aspect": "Title",
    "themes": "Themes",
    "asker": "Asked by",
    "minister": "Minister",
    "asked_on": "Asked on",
    "answered_on": "Answered on",
    "published_on": "Published on",
    "dated_on": "Date",
    "question": "Question",
    "answer": "Answer",
    "blocks": "Text",
    "links": "Addresses",
    "document_id": "Addresses",
    "dossier_id": "Addresses",
    "references": "References",
    "source": "Source file",
    "notes": "Notes",
}

DEADLINE_WORDING: dict[DeadlineState, str] = {
    "on_time": "On time",
    "late": "Late",
    "open": "No answer known",
    "unknown": "Unknown",
}

DEADLINE_WHY: dict[Why, str] = {
    "dates": "It follows from the dates.",
    "told": "The parliament says so.",
    "no_answer": "This archive knows of no answer.",
    "no_question_date": "Unknown whether in time: the date of the question is not known.",
    "outside_rule": "Unknown whether in time: the rule is known for questions from 2018 on.",
    "no_answer_date": "Unknown whether in time: the document gives no date of the answer.",
    "only_holding": "Unknown whether in time: only a holding answer is known.",
    "answer_before_question": "Unknown whether in time: the answer bears an earlier date than the question.",
    "two_question_dates": "Unknown whether in time: the document gives two dates of the question.",
}

ALL_WORDINGS: tuple[str, ...] = (
    *ANSWER_WORDING.values(),
    *ANSWER_EXPLANATION.values(),
    *TOPIC_WORDING.values(),
    *CONCEPT_WORDING.values(),
    *TOPICS_WORDING.values(),
    *TOPICS_EXPLANATION.values(),
    *NOTE_WORDING.values(),
    *NOTE_KIND_WORDING.values(),
    *NOTE_KIND_EXPLANATION.values(),
    *FIELD_WORDING.values(),
    *READING_LISTS.values(),
    *REFUSAL_WORDING.values(),
    *ORIGIN_WORDING.values(),
    *CHANGED_WORDING.values(),
    *DEADLINE_WORDING.values(),
    *DEADLINE_WHY.values(),
    *COMPARISON_WORDINGS,
)
