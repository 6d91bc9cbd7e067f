"""The message ids, in plain English, of what stands in records and links as a code."""

from __future__ import annotations

from archive.links.names import TopicKind

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
}

TOPICS_WORDING: dict[TopicKind, str] = {
    "theme": "Themes",
    "subject": "Subjects",
    "asker": "Askers",
    "minister": "Ministers",
    "year": "Parliamentary years",
}

TOPICS_EXPLANATION: dict[TopicKind, str] = {
    "theme": "The themes under which the parliament files the questions.",
    "subject": "What the titles of the questions name first.",
    "asker": "The members of parliament who asked the questions.",
    "minister": "The ministers to whom the questions were put.",
    "year": "The parliamentary year opens on the fourth Monday of September.",
}

# Codes that are not listed here are shown by their message alone.
NOTE_WORDING: dict[str, str] = {
    "answer_kind": "Kind of answer",
    "asker_contradiction": "Two askers",
    "broken_address": "Broken address joined",
    "broken_number": "Broken number joined",
    "broken_word": "Broken word joined",
    "composed_letters": "Accents joined to their letters",
    "date_contradiction": "Two dates",
    "encoding": "Encoding recognised",
    "glued_bullets": "Bullets set apart",
    "glued_label": "Label set apart",
    "glued_name": "Name set apart",
    "impossible_date": "Impossible date",
    "label_gap": "Numbers do not follow on",
    "ligatures": "Ligatures written out",
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
    "page_furniture": "Heads and feet of pages left out",
    "portfolio_form": "Portfolio printed otherwise",
    "private_bullets": "Bullets made plain",
    "soft_hyphens": "Soft hyphens left out",
    "special_blanks": "Special blanks made plain",
    "table_guess": "Table partly guessed",
    "text_before_question": "Text before the question",
    "themes_contradiction": "Two sets of themes",
    "title_contradiction": "Two titles",
    "total_contradiction": "Sum that differs",
    "unknown_characters": "Unknown characters",
    "unknown_name": "Unknown name",
    "unseen_characters": "Characters without a form left out",
}

ALL_WORDINGS: tuple[str, ...] = (
    *ANSWER_WORDING.values(),
    *ANSWER_EXPLANATION.values(),
    *TOPIC_WORDING.values(),
    *TOPICS_WORDING.values(),
    *TOPICS_EXPLANATION.values(),
    *NOTE_WORDING.values(),
)
